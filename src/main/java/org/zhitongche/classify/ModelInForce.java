package org.zhitongche.classify;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.zhitongche.classify.model.BadModel;
import org.zhitongche.classify.model.Model;
import org.zhitongche.classify.model.ModelBytes;
import org.zhitongche.classify.model.ModelFile;

/**
 * The model by which this node tells categories, or leads. It is looked for beside the work, so that classifying never waits
 * for the database; one that cannot be read leaves the rules alone, and somebody is told.
 */
public final class ModelInForce implements Supplier<Optional<ModelInForce.Numbered>> {

    private static final Logger LOG = LoggerFactory.getLogger(ModelInForce.class);

    private final ModelVersions versions;
    private final Predicts predicts;
    private final BiConsumer<Integer, String> alarm;
    private final Function<ModelBytes, Model> reading;
    private volatile Seen seen = new Seen(0, null);

    /** What the version of a classification begins with that a model made. */
    static final String VERSION = "model-";

    /** A model with its number among the platform's. */
    public record Numbered(int number, Model model) {

        /** As decisions name it. */
        public String version() {
            return VERSION + number;
        }
    }

    /** @param model null where the number is 0 or its model could not be read */
    private record Seen(int number, Numbered model) {}

    /** The one for categories. */
    public ModelInForce(ModelVersions versions, BiConsumer<Integer, String> alarm) {
        this(versions, Predicts.CATEGORY, alarm);
    }

    /** @param alarm told the number of a model that cannot be read, and why */
    public ModelInForce(ModelVersions versions, Predicts predicts, BiConsumer<Integer, String> alarm) {
        this(versions, predicts, alarm, ModelFile::read);
    }

    ModelInForce(ModelVersions versions, Predicts predicts, BiConsumer<Integer, String> alarm, Function<ModelBytes, Model> reading) {
        this.versions = versions;
        this.predicts = predicts;
        this.alarm = alarm;
        this.reading = reading;
    }

    @Override
    public Optional<Numbered> get() {
        return Optional.ofNullable(seen.model());
    }

    /** Takes the one in force, if it is another than before. */
    public synchronized void look() {
        int number = versions.inForce(predicts);
        if (number != seen.number()) {
            seen = new Seen(number, number == 0 ? null : read(number));
            LOG.info("{} by {}", predicts, seen.model() == null ? "the rules" : "model " + number);
        }
    }

    private Numbered read(int number) {
        try {
            return new Numbered(number, reading.apply(versions.bytes(number)));
        } catch (DataAccessException e) {
            // The database's failure and not the model's: the next look tries again.
            throw e;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            LOG.warn("model {} cannot be read", number, e);
            alarm.accept(number, e instanceof BadModel ? e.getMessage() : e instanceof OutOfMemoryError ? "内存不足" : e.toString());
            return null;
        }
    }
}
