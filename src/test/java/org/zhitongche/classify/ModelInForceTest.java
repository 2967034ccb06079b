package org.zhitongche.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Classification;
import org.zhitongche.classify.model.BadModel;
import org.zhitongche.classify.model.Example;
import org.zhitongche.classify.model.Model;
import org.zhitongche.classify.model.ModelFile;
import org.zhitongche.classify.model.Provenance;
import org.zhitongche.classify.model.Trainer;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.CategoryBook;

/** Models come into the platform, one is put in force on every node, and the rules stand behind it. */
class ModelInForceTest {

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final CategoryBook BOOK = CategoryBook.read(Path.of("config/categories.yaml"));
    private static final byte[] MODEL = ModelFile.bytes(learned("taxes", "用地"));
    /** No rule knows these words. */
    private static final String LEARNED = "蓝色泡泡机又卡住了";

    private final ModelVersions versions = new ModelVersions(DB.database(), InstantSource.fixed(Instant.parse("2026-03-05T01:00:00Z")), BOOK);
    private final List<String> alarms = new ArrayList<>();
    private final ModelInForce node = new ModelInForce(versions, (number, why) -> alarms.add(why));
    private final Classifier classifier = new LearnedClassifier(new RuleClassifier(BOOK), BOOK, node);

    @BeforeEach
    void empty() {
        DB.database().sql().sql("truncate model_activation, model_version").update();
    }

    @Test
    void aModelThatWasAddedIsNotInForceUntilItIsActivated() {
        int number = versions.add(MODEL, "科员");
        node.look();
        assertEquals(Optional.empty(), node.get());
        assertTrue(versions.activate(number, "科员"));
        node.look();
        Classification found = classifier.classify(null, LEARNED);
        assertEquals("taxes", found.category());
        assertEquals("model-" + number, found.version());
        assertTrue(found.reasons().stream().anyMatch(reason -> LEARNED.contains(reason.term())));
    }

    @Test
    void everyNodeTakesWhatIsInForceAndTheFormerOneIsOneStepAway() {
        int first = versions.add(MODEL, "科员");
        int second = versions.add(ModelFile.bytes(learned("land", "税费")), "科员");
        versions.activate(first, "科员");
        versions.activate(second, "科员");
        ModelInForce other = new ModelInForce(versions, (number, why) -> alarms.add(why));
        other.look();
        node.look();
        assertEquals(second, other.get().orElseThrow().number());
        assertEquals("land", classifier.classify(null, LEARNED).category());
        versions.activate(first, "科员");
        node.look();
        assertEquals("taxes", classifier.classify(null, LEARNED).category());
        versions.activate(null, "科员");
        node.look();
        assertEquals(BOOK.version(), classifier.classify(null, LEARNED).version());
    }

    @Test
    void theSameModelTwiceIsOneAndTheListTellsWhatItWasMeasuredToDo() {
        assertEquals(versions.add(MODEL, "科员"), versions.add(MODEL, "另一科员"));
        ModelVersions.Version only = versions.list().get(0);
        assertEquals(1, versions.list().size());
        assertFalse(only.inForce());
        assertEquals(40, only.made().unseen().texts());
        assertEquals("科员", only.addedBy());
    }

    @Test
    void aModelThatCannotBeReadLeavesTheRulesAndAnAlarm() {
        int number = versions.add(MODEL, "科员");
        DB.database().sql().sql("update model_version set bytes = substring(bytes for 1000)").update();
        versions.activate(number, "科员");
        node.look();
        assertEquals(BOOK.version(), classifier.classify("商标侵权", "有人仿冒我司商标").version());
        assertEquals(1, alarms.size());
        assertTrue(alarms.get(0).contains("已损坏"), alarms.get(0));
        node.look();
        assertEquals(1, alarms.size());
    }

    @Test
    void aModelWhoseLabelsAreNoCategoriesIsRefused() {
        assertTrue(assertThrows(BadModel.class, () -> versions.add(ModelFile.bytes(learned("taxes", "外星事务")), "科员")).getMessage().contains("外星事务"));
        assertThrows(BadModel.class, () -> versions.add(new byte[100], "科员"));
        assertFalse(versions.activate(999, "科员"));
    }

    @Test
    void belowTheLineOfTheWantedPrecisionAPersonDecides() {
        versions.activate(versions.add(MODEL, "科员"), "科员");
        node.look();
        double line = node.get().orElseThrow().model().provenance().unseen().line();
        for (String text : List.of(LEARNED, "红色橡皮筋", "zzz", "泡泡机和橡皮筋")) {
            Classification found = classifier.classify(null, text);
            assertEquals(found.candidates().get(0).probability() >= line, found.sure(), text);
        }
        assertFalse(classifier.classify(null, "zzz").sure());
    }

    /** What a rule demands with its must words stands, whatever the model says. */
    @Test
    void aRuleThatMustWinWins() throws Exception {
        String demanding = java.nio.file.Files.readString(Path.of("config/categories.yaml"))
                .replaceFirst("  - code: forest\n", "  - code: forest\n    must: [使用林地]\n");
        Path file = java.nio.file.Files.writeString(java.nio.file.Files.createTempFile("categories", ".yaml"), demanding);
        CategoryBook book = CategoryBook.read(file);
        versions.activate(versions.add(MODEL, "科员"), "科员");
        node.look();
        Classifier both = new LearnedClassifier(new RuleClassifier(book), book, node);
        assertEquals("forest", both.classify("使用林地", "申请使用林地定额，" + LEARNED).category());
        assertEquals("taxes", both.classify(null, LEARNED).category());
    }

    /** Twenty of each. */
    private static Model learned(String bubbles, String rubber) {
        List<Example> examples = new ArrayList<>();
        for (char place : "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉".toCharArray()) {
            examples.add(new Example(null, place + "号蓝色泡泡机卡住", bubbles));
            examples.add(new Example(null, "红色橡皮筋" + place + "断了", rubber));
        }
        return Trainer.train(examples, new Provenance("made-up.csv", null, new Provenance.Columns(null, "text", "label"), 40, 40, 1, null,
                Instant.EPOCH, "test", 0, null), each -> {});
    }
}
