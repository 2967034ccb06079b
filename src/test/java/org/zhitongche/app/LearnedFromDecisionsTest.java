package org.zhitongche.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.appeal.Classification;
import org.zhitongche.classify.Drift;
import org.zhitongche.classify.DriftRound;
import org.zhitongche.classify.LearnedClassifier;
import org.zhitongche.classify.ModelInForce;
import org.zhitongche.classify.ModelVersions;
import org.zhitongche.classify.RuleClassifier;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.handling.AcceptAndDispatch;
import org.zhitongche.handling.Desk;

/** From what people decided to a model in force, to what it says of the next appeals, to what people then make of that. */
class LearnedFromDecisionsTest {

    private static final String[] TAXES = {"增值税退税没有到账", "发票额度不够用", "报税系统打不开", "税控盘无法注销"};
    private static final String[] POWER = {"厂区停电半天", "变压器容量不够", "电费多收了", "电压不稳烧坏设备"};
    private static final CategoryBook BOOK = CategoryBook.read(Path.of("config/categories.yaml"));

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();
    @TempDir
    private Path folder;

    private final Desk desk = new Desk(DB.database());

    @Test
    void whatPeopleDecidedDecidesWhatComesNextAndIsWatchedWeekByWeek() {
        for (int i = 0; i < 10; i++) {
            String firm = "甲乙丙丁戊己庚辛壬癸".charAt(i) + "公司";
            decide(take(firm + "反映" + TAXES[i % 4], null), "taxes");
            decide(take(firm + "反映" + POWER[i % 4], null), "energy");
        }
        Path model = folder.resolve("category.model");
        assertEquals(0, run("train", "--from-decisions", "--since", "2026-01-01", "--out", model.toString()).exit());
        assertTrue(run("model", "list").out().contains("还没有模型"));
        assertEquals("模型 1", run("model", "add", model.toString()).out().strip());
        ModelInForce node = new ModelInForce(new ModelVersions(DB.database(), desk.clock, BOOK), (number, why) -> { });
        LearnedClassifier classifier = new LearnedClassifier(new RuleClassifier(BOOK), BOOK, node);
        node.look();
        assertFalse(classifier.classify(null, "子公司的税控盘注销不了").version().startsWith("model-"));

        assertEquals("已启用模型 1", run("model", "activate", "1").out().strip());
        assertTrue(run("model", "activate", "9").err().contains("没有模型 9"));
        assertTrue(run("model", "list").out().startsWith("* 1　类别　"));
        node.look();
        Classification said = classifier.classify(null, "子公司的税控盘注销不了");
        assertEquals("taxes", said.category());
        assertEquals("model-1", said.version());
        assertTrue(said.reasons().stream().anyMatch(reason -> reason.weight() > 0 && reason.term().contains("税")), said.toString());

        decide(take("子公司的税控盘注销不了", said), "taxes");
        decide(take("丑公司的厂房停电，要退税", classifier.classify(null, "丑公司的厂房停电，要退税")), "policy-delivery");
        new DriftRound(DB.database(), desk.clock).run();
        Drift.Week week = new Drift(DB.database()).list(1).get(0);
        assertEquals(LocalDate.of(2026, 3, 2), week.monday());
        assertEquals(List.of(22, 1), List.of(week.decided(), week.categoryRight()), "twenty were said to be land before the model was there");
        assertMeasured();
        assertCompared();
        assertEquals("类别由规则判断，不用模型", run("model", "off").out().strip());
        node.look();
        assertTrue(classifier.classify(null, "子公司的税控盘注销不了").version().startsWith("rules-"));
        assertTrue(run("model", "list").out().startsWith("  1　类别　"));
    }

    /** The latest week is what the metrics tell; what has nothing to judge has no value. */
    private void assertMeasured() {
        Drift drift = new Drift(DB.database());
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        DriftGauges.register(metrics, drift);
        assertTrue(Double.isNaN(metrics.get("classify.category.agreed").gauge().value()), "before anybody has looked");
        drift.look();
        Drift.Week week = drift.known().orElseThrow();
        assertEquals(1 / 22.0, metrics.get("classify.category.agreed").gauge().value());
        assertEquals(week.triageShare(), metrics.get("classify.triage").gauge().value());
        assertEquals(week.newWords().size(), metrics.get("classify.words.new").gauge().value());
        assertTrue(Double.isNaN(metrics.get("classify.itself.right").gauge().value()), "it dispatched none by itself");
    }

    /** By the command's own clock all of it was decided long ago or just now: it tells the same as the page. */
    private void assertCompared() {
        CommandRun compared = run("model", "compare", "1");
        assertEquals(0, compared.exit(), compared.err());
        assertTrue(compared.out().lines().anyMatch(line -> line.startsWith("系统当时　正确 ")), compared.out());
        assertTrue(compared.out().lines().anyMatch(line -> line.startsWith("模型 1　正确 ")), compared.out());
        assertTrue(run("model", "compare", "1", "9").err().contains("没有这样的模型"));
    }

    /** @param said null where the platform said something else, with a doubt */
    private UUID take(String text, Classification said) {
        var draft = Desk.doubtful(desk.submission(text, text));
        return desk.takeIn(said == null ? draft : draft.with(said)).appeal();
    }

    private void decide(UUID appeal, String category) {
        desk.act(Desk.centre(), appeal, new AcceptAndDispatch(category, List.of(Desk.lead("zr"))));
    }

    private CommandRun run(String... args) {
        return CommandRun.on(DB, folder, args);
    }
}
