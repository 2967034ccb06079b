package org.zhitongche.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhitongche.appeal.Classification.Lead;
import org.zhitongche.appeal.Classification.Reason;
import org.zhitongche.appeal.Classification.Target;
import org.zhitongche.classify.model.Model;
import org.zhitongche.directory.CategoryBook;

/** Who answers, by the model in force that learned it. Whether that department may answer here, dispatch decides. */
public final class LearnedLead {

    private static final Logger LOG = LoggerFactory.getLogger(LearnedLead.class);
    /** Departments of other places fall out later, so more are kept than are shown. */
    private static final int KEPT = 40;
    private static final int EXPLAINED = 3;
    /** A person chooses among them; some fall out of the frame. */
    private static final int EXPLAINED_IN_DOUBT = 15;
    private static final int REASONS = 6;

    private final CategoryBook book;
    private final MustWords must;
    private final Function<String, Optional<String>> targets;
    private final Supplier<Optional<ModelInForce.Numbered>> model;

    /** @param targets a model's label → the kind or the department that it means, empty where that is gone */
    public LearnedLead(CategoryBook book, Function<String, Optional<String>> targets, Supplier<Optional<ModelInForce.Numbered>> model) {
        this.book = book;
        this.must = new MustWords(book);
        this.targets = targets;
        this.model = model;
    }

    /** @param category null where it is not known @return null where no model is in force or it failed, and where the category's rule must decide */
    public Lead say(String category, String title, String text) {
        Optional<ModelInForce.Numbered> now = model.get();
        if (now.isEmpty() || must.standIn(category, title, text)) {
            return null;
        }
        try {
            return byModel(now.get(), category, title, text);
        } catch (RuntimeException e) {
            LOG.warn("model {} failed on a text, the rules of dispatch decide", now.get().number(), e);
            return null;
        }
    }

    private Lead byModel(ModelInForce.Numbered now, String category, String title, String text) {
        List<Model.Candidate> said = now.model().classify(title, text).stream().limit(KEPT).toList();
        double line = DoubtLine.of(now.model().provenance(), book, category, null);
        int explained = said.get(0).probability() < line ? EXPLAINED_IN_DOUBT : EXPLAINED;
        Map<String, List<Reason>> reasons = now.model().explain(title, text, said.stream().map(Model.Candidate::label).limit(explained).toList(), REASONS);
        List<Target> found = new ArrayList<>();
        said.forEach(each -> targets.apply(each.label()).ifPresent(target ->
                found.add(new Target(target, each.probability(), reasons.getOrDefault(each.label(), List.of())))));
        return new Lead(List.copyOf(found), now.version(), line);
    }
}
