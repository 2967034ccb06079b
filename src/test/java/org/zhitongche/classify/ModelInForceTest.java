package org.zhitongche.classify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Classification;
import org.zhitongche.classify.model.BadModel;
import org.zhitongche.classify.model.Example;
import org.zhitongche.classify.model.Line;
import org.zhitongche.classify.model.Measures;
import org.zhitongche.classify.model.Model;
import org.zhitongche.classify.model.ModelFile;
import org.zhitongche.classify.model.Provenance;
import org.zhitongche.classify.model.Trainer;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.directory.CategoryRule;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.FilledDirectory;

/** Models come into the platform, one is put in force on every node, and the rules stand behind it. */
class ModelInForceTest {

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final CategoryBook BOOK = CategoryBook.read(Path.of("config/categories.yaml"));
    private static final byte[] MODEL = ModelFile.bytes(learned("taxes", "用地"));
    private static final String PLACES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉";
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
        found.candidates().forEach(each -> assertFalse(each.reasons().isEmpty(), each.category()));
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
        versions.off(Predicts.CATEGORY, "科员");
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
    void whateverHappensWhileAModelIsReadLeavesTheRulesAndAnAlarm() {
        versions.activate(versions.add(MODEL, "科员"), "科员");
        for (Throwable thrown : List.of(new OutOfMemoryError("Java heap space"), new IllegalStateException("unforeseen"), new StackOverflowError())) {
            alarms.clear();
            ModelInForce failing = new ModelInForce(versions, Predicts.CATEGORY, (number, why) -> alarms.add(why), bytes -> {
                if (thrown instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) thrown;
            });
            failing.look();
            failing.look();
            assertEquals(Optional.empty(), failing.get());
            assertEquals(1, alarms.size(), "it is tried once");
        }
    }

    /** 用地 and land are one. */
    @Test
    void aCategoryThatTheModelInForceTellsAndANewOneNeverLearnedIsNamed() {
        int first = versions.add(MODEL, "科员");
        assertEquals(List.of(), versions.unlearned(first));
        versions.activate(first, "科员");
        assertEquals(List.of("taxes"), versions.unlearned(versions.add(ModelFile.bytes(learned("land", "loans")), "科员")));
        assertEquals(List.of(), versions.unlearned(first));
    }

    @Test
    void aLargeModelIsReadFromTheDatabaseInSlicesToTheLastByte() throws IOException {
        byte[] bytes = new byte[9_000_001];
        new Random(1).nextBytes(bytes);
        int number = versions.add(MODEL, "科员");
        DB.database().sql().sql("update model_version set bytes = ? where number = ?").params(bytes, number).update();
        assertArrayEquals(bytes, versions.bytes(number).open().readAllBytes());
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

    /** Nobody has measured how often firms choose right. */
    @Test
    void whatTheFirmChoseIsAHintBesideAModelAndMovesNeitherItsProbabilitiesNorItsLine() {
        versions.activate(versions.add(MODEL, "科员"), "科员");
        node.look();
        Classification unsure = classifier.classify(null, "zzz");
        assertFalse(unsure.sure());
        for (String chosen : List.of("taxes", "land")) {
            Classification found = chosen("zzz", chosen);
            assertFalse(found.sure(), chosen);
            assertEquals(unsure.candidates().stream().map(each -> List.of(each.category(), each.probability())).toList(),
                    found.candidates().stream().map(each -> List.of(each.category(), each.probability())).toList());
            assertEquals(List.of(chosen), found.candidates().stream().filter(each -> each.reasons().stream()
                    .anyMatch(reason -> reason.term().startsWith("提交时所选"))).map(Classification.Candidate::category).toList());
        }
        String clear = PLACES.chars().mapToObj(place -> (char) place + "号蓝色泡泡机卡住").filter(text -> classifier.classify(null, text).sure()).findFirst().orElseThrow();
        assertTrue(chosen(clear, "taxes").sure());
        assertFalse(chosen(clear, "land").sure(), "the firm says something else");
        Classification unlearned = chosen(clear, "loans");
        assertFalse(unlearned.sure());
        assertEquals("taxes", unlearned.category());
        assertEquals("loans", unlearned.candidates().get(2).category(), "a person finds it among the candidates");
        assertEquals(classifier.classify(null, clear).reasons(), unlearned.reasons());
    }

    private Classification chosen(String text, String category) {
        return new Classify(classifier, BOOK).classify(ClassifyTest.draft(null, text, category)).classification();
    }

    /** What a rule demands with its must words stands, whatever the model says. */
    @Test
    void aRuleThatMustWinWins() {
        versions.activate(versions.add(MODEL, "科员"), "科员");
        node.look();
        assertEquals("forest", classifier.classify("使用林地", "申请使用林地定额，" + LEARNED).category());
        assertEquals("taxes", classifier.classify("公益林", "生态林苗木，" + LEARNED).category(), "these words only weigh");
        assertEquals("taxes", classifier.classify(null, LEARNED).category());
    }

    /** 用地、用林、用海、用工、用能、环保、贷款、拖欠. */
    @Test
    void theFactorsThatDepartmentsCoordinateHaveRulesThatMustDecideWithLeadAndCoHandlers() {
        for (String code : List.of("land", "forest", "sea", "labour", "energy", "environment", "loans", "arrears")) {
            CategoryRule rule = BOOK.find(code).orElseThrow();
            assertFalse(rule.must().isEmpty(), code);
            assertFalse(rule.coHandling().isEmpty(), code);
            rule.must().forEach(word -> assertTrue(rule.terms().keySet().stream().anyMatch(word::contains), code + " would never be sure by " + word));
        }
    }

    @Test
    void theLineIsTheMeasuredOneOfTheCategoryWhereEnoughIsKnownOfItAndElseOverAll() {
        List<Line> lines = List.of(new Line(null, 0.95, 0.71), new Line("用地", 0.95, 0.83), new Line(null, 0.98, 0.88), new Line(null, 0.99, 1.01));
        Provenance made = made(new Measures(100, 0.9, 1, 0.9, 0.01, 0.95, 0.2, 0.71), lines);
        assertEquals(0.83, DoubtLine.of(made, BOOK, "land", "用地"));
        assertEquals(0.71, DoubtLine.of(made, BOOK, "taxes", "税费"));
        assertEquals(0.71, DoubtLine.of(made, BOOK, "land", null), "of a lead, over all leads");
        assertEquals(0.88, DoubtLine.of(made, BOOK, "arrears", "拖欠账款"), "wanted 98%");
        assertEquals(0.95, BOOK.precision(null));
    }

    @Test
    void whereNoLineIsStrictEnoughTheProbabilityItselfBoundsIt() {
        Measures measured = new Measures(100, 0.9, 1, 0.9, 0.01, 0.95, 0.2, 0.71);
        assertEquals(0.71, DoubtLine.of(made(measured, null), BOOK, "land", "用地"));
        assertEquals(0.98, DoubtLine.of(made(measured, List.of(new Line(null, 0.95, 0.71))), BOOK, "arrears", "拖欠账款"));
        assertEquals(0.95, DoubtLine.of(made(new Measures(100, 0.9, 1, 0.9, 0.01, 0.99, 0.5, 0.96), null), BOOK, "land", "用地"), "wanted less than was measured");
    }

    private static Provenance made(Measures measured, List<Line> lines) {
        return new Provenance("made-up.csv", null, null, 100, 100, 1, null, Instant.EPOCH, "test", 0, measured, lines);
    }

    @Test
    void aModelOfDepartmentsIsInForceBesideTheOneOfCategories() {
        Directory directory = FilledDirectory.in(DB.database());
        int categories = versions.add(MODEL, "科员");
        int leads = versions.add(ModelFile.bytes(learned("350200-taxation", "自然资源")), "科员");
        assertEquals(List.of(Predicts.LEAD, Predicts.CATEGORY), versions.list().stream().map(ModelVersions.Version::predicts).toList());
        versions.activate(categories, "科员");
        versions.activate(leads, "科员");
        ModelInForce ofLeads = new ModelInForce(versions, Predicts.LEAD, (number, why) -> alarms.add(why));
        ofLeads.look();
        node.look();
        assertEquals(categories, node.get().orElseThrow().number());
        LearnedLead lead = new LearnedLead(BOOK, new LeadLabels(BOOK, directory)::target, ofLeads);
        Classification.Lead said = lead.say("taxes", null, LEARNED);
        assertEquals("unit:350200-taxation", said.targets().get(0).target());
        assertEquals("natural-resources", said.targets().get(1).target());
        said.targets().forEach(each -> assertFalse(each.reasons().isEmpty(), each.target()));
        assertTrue(said.targets().get(0).reasons().stream().anyMatch(reason -> reason.weight() > 0 && LEARNED.contains(reason.term())));
        assertEquals("model-" + leads, said.version());
        assertEquals(null, lead.say("loans", "抽贷", "银行抽贷断贷"), "a rule that must win names the lead as well");
        versions.off(Predicts.LEAD, "科员");
        ofLeads.look();
        node.look();
        assertEquals(null, lead.say("taxes", null, LEARNED));
        assertEquals(categories, node.get().orElseThrow().number());
        assertTrue(assertThrows(BadModel.class, () -> versions.add(ModelFile.bytes(learned("350200-taxation", "没有的局")), "科员")).getMessage().contains("没有的局"));
    }

    /** Twenty of each. */
    private static Model learned(String bubbles, String rubber) {
        List<Example> examples = new ArrayList<>();
        for (char place : PLACES.toCharArray()) {
            examples.add(new Example(null, place + "号蓝色泡泡机卡住", bubbles));
            examples.add(new Example(null, "红色橡皮筋" + place + "断了", rubber));
        }
        return Trainer.train(examples, new Provenance("made-up.csv", null, new Provenance.Columns(null, "text", "label"), 40, 40, 1, null,
                Instant.EPOCH, "test", 0, null), each -> {});
    }
}
