package org.zhitongche.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.clear;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.doubtful;
import static org.zhitongche.handling.Desk.firm;
import static org.zhitongche.handling.Desk.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Erase;
import org.zhitongche.appeal.Event.PassedOn.Way;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.classify.Decision.Why;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Database;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.FilledDirectory;
import org.zhitongche.handling.AcceptAndDispatch;
import org.zhitongche.handling.AnswerDirectly;
import org.zhitongche.handling.DecideRework;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.Merge;
import org.zhitongche.handling.PassOn;
import org.zhitongche.handling.Reclassify;
import org.zhitongche.handling.Recuse;
import org.zhitongche.handling.Redispatch;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.ReviewReply;
import org.zhitongche.handling.RuleOnSendBack;
import org.zhitongche.handling.SendBack;
import org.zhitongche.handling.Unmerge;
import org.zhitongche.handling.WayForward;
import org.zhitongche.survey.Rate;

/** Every decision of a person is a label, and the latest one counts. */
class DecisionsTest {

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private Desk desk;
    private Decisions decisions;

    @BeforeEach
    void open() {
        Database database = DB.another();
        desk = new Desk(database);
        decisions = new Decisions(database);
    }

    private UUID inTriage(String text) {
        return desk.takeIn(doubtful(desk.submission(UUID.randomUUID().toString(), text))).appeal();
    }

    private UUID dispatched(String text, String department) {
        return desk.takeIn(clear(desk.submission(UUID.randomUUID().toString(), text), lead(department))).appeal();
    }

    private Decision only() {
        List<Decision> all = decisions.list(Instant.EPOCH);
        assertEquals(1, all.size());
        return all.get(0);
    }

    private void sendBack(UUID appeal, String department) {
        desk.act(department(department), appeal, new SendBack(desk.partOf(appeal, department), "不属于本单位职责", null));
    }

    @Test
    void aDispatchByHandIsALabelWithWhatThePlatformHadSaid() {
        UUID appeal = inTriage("海域使用权证到期了。");
        desk.clock.advance(Duration.ofMinutes(7));
        desk.act(centre(), appeal, new AcceptAndDispatch("sea", List.of(lead("hy"))));
        Decision decision = only();
        assertEquals("海域使用权证到期了。", decision.text());
        assertEquals("sea", decision.category());
        assertEquals("hy", decision.lead());
        assertEquals(Why.DISPATCHED, decision.why());
        assertEquals(Desk.START.plus(Duration.ofMinutes(7)), decision.at());
        assertEquals(new Decision.Said("land", 0.4, null, "rules", false), decision.said());
    }

    @Test
    void whatThePlatformDispatchedIsALabelOnceTheDepartmentAnswered() {
        UUID appeal = dispatched("项目用地报批已三个月。", "zr");
        assertEquals(List.of(), decisions.list(Instant.EPOCH));
        desk.act(department("zr"), appeal, new Reply(desk.partOf(appeal, "zr"), Conclusion.A, "已办结。", null, null, List.of(), "局长"));
        assertEquals(Why.ANSWERED, only().why());
        assertEquals("zr", only().lead());
        assertTrue(only().said().itself());
    }

    @Test
    void aSendingBackThatWasRightTeachesWhoTookOverAndOneThatWasNotTeachesWhoStays() {
        UUID upheld = dispatched("厂区用海。", "zr");
        UUID unfounded = dispatched("厂区用地。", "zr");
        sendBack(upheld, "zr");
        sendBack(unfounded, "zr");
        desk.act(centre(), upheld, new RuleOnSendBack(desk.partOf(upheld, "zr"), true, null, List.of(lead("hy"))));
        desk.clock.advance(Duration.ofMinutes(1));
        desk.act(centre(), unfounded, new RuleOnSendBack(desk.partOf(unfounded, "zr"), false, "属于规划职责", List.of()));
        List<Decision> all = decisions.list(Instant.EPOCH);
        assertEquals(List.of(Why.SENT_BACK, Why.RULED), all.stream().map(Decision::why).toList());
        assertEquals(List.of("hy", "zr"), all.stream().map(Decision::lead).toList());
        assertEquals("zr", all.get(0).said().lead());
    }

    @Test
    void aCategoryThatIsPutRightIsALabelAndSaysNothingOfWhoHasIt() {
        UUID appeal = dispatched("厂区旁的滩涂可以用吗。", "zr");
        desk.clock.advance(Duration.ofMinutes(7));
        desk.act(centre(), appeal, new Reclassify("sea", null, "350500", "属用海"));
        Decision put = only();
        assertEquals(List.of("sea", "350500", Why.RECLASSIFIED), List.of(put.category(), put.region(), put.why()));
        assertEquals(Desk.START.plus(Duration.ofMinutes(7)), put.at());
        assertNull(put.lead());
        desk.act(department("zr"), appeal, new Reply(desk.partOf(appeal, "zr"), Conclusion.A, "已办结。", null, null, List.of(), "局长"));
        assertNull(only().lead(), "it answered what it was given, and only the category was looked at");
    }

    @Test
    void aMergedAppealIsTheJointCasesUntilItIsPartedAgain() {
        UUID joint = dispatched("园区道路不通。", "jt");
        UUID child = dispatched("园区的路不通。", "zr");
        desk.act(centre(), joint, new Merge(List.of(new Merge.Child(child, null)), "同一问题"));
        Decision merged = only();
        assertEquals(child, merged.appeal());
        assertEquals("jt", merged.lead());
        assertEquals(Why.MERGED, merged.why());
        desk.act(centre(), child, new Unmerge("不是同一问题", List.of(lead("zr"))));
        assertEquals("zr", only().lead());
    }

    @Test
    void aDirectAnswerTeachesTheCategoryAndNoDepartment() {
        UUID appeal = inTriage("税怎么报？");
        desk.act(centre(), appeal, new AnswerDirectly("taxes", "请登录电子税务局。", List.of()));
        assertEquals("taxes", only().category());
        assertEquals(null, only().lead());
    }

    @Test
    void whatIsPassedOnIsWhoseItIsNow() {
        Directory directory = FilledDirectory.in(desk.database);
        UUID appeal = inTriage("项目用地报批已三个月。");
        desk.act(centre(), appeal, new AcceptAndDispatch("land", List.of(lead("350200-natural-resources"))));
        desk.clock.advance(Duration.ofHours(1));
        desk.act(department("350200-natural-resources"), appeal,
                new PassOn(desk.partOf(appeal, "350200-natural-resources"), Way.UP, null, "本级无审批权限。", directory));
        assertEquals("350000-natural-resources", only().lead());
        assertEquals(List.of(Why.DISPATCHED, Desk.START), List.of(only().why(), only().at()));
    }

    @Test
    void reworkIsNoDecisionOfWhoseItIs() {
        UUID appeal = dispatched("项目用地报批已三个月。", "zr");
        desk.act(department("zr"), appeal, new Reply(desk.partOf(appeal, "zr"), Conclusion.C, "不能办理。", null,
                new WayForward("年度计划申报", "市资源局", "0592-0000000", "工作日"), List.of(), "局长"));
        desk.act(centre(), appeal, new ReviewReply(desk.partOf(appeal, "zr"), true, null));
        Decision answered = only();
        desk.clock.advance(Duration.ofHours(1));
        desk.act(firm(), appeal, new Rate(true, false, Satisfaction.DISSATISFIED, "没有解决"));
        desk.act(centre(), appeal, new DecideRework(true, null, List.of()));
        assertEquals(List.of(Why.ANSWERED, answered.at()), List.of(only().why(), only().at()));
    }

    /** It is still the matter of the one that must stand aside; where nobody had decided that, nobody knows. */
    @Test
    void whoStandsInForOneThatIsRecusedTeachesNothing() {
        Directory directory = FilledDirectory.in(desk.database);
        UUID byHand = inTriage("项目用地报批已三个月。");
        desk.act(centre(), byHand, new AcceptAndDispatch("land", List.of(lead("350200-natural-resources"))));
        UUID itself = dispatched("厂区用地。", "350200-natural-resources");
        for (UUID appeal : List.of(byHand, itself)) {
            desk.clock.advance(Duration.ofMinutes(1));
            desk.act(centre(), appeal, new Recuse("350200-natural-resources", null, "被反映", directory));
            desk.act(centre(), appeal, new Redispatch(List.of(lead("350200-development")), null));
        }
        List<Decision> all = decisions.list(Instant.EPOCH);
        assertEquals(Arrays.asList("350200-natural-resources", null), all.stream().map(Decision::lead).toList());
        assertEquals(Desk.START, all.get(0).at());
    }

    /** So that the same decisions make the same model. */
    @Test
    void whatWasDecidedAtOneMomentStandsByNumber() {
        List<String> texts = IntStream.range(0, 8).mapToObj(i -> "第" + i + "件用海。").toList();
        texts.stream().map(this::inTriage).toList().forEach(appeal -> desk.act(centre(), appeal, new AcceptAndDispatch("sea", List.of(lead("hy")))));
        assertEquals(texts, decisions.list(Instant.EPOCH).stream().map(Decision::text).toList());
        assertEquals(texts.subList(0, 4), decisions.latest(Instant.EPOCH, 4).stream().map(Decision::text).toList());
    }

    @Test
    void whatIsErasedTeachesNothingAndOlderDecisionsAreLeftOut() {
        UUID appeal = inTriage("海域使用权证到期了。");
        desk.act(centre(), appeal, new AcceptAndDispatch("sea", List.of(lead("hy"))));
        assertEquals(List.of(), decisions.list(Desk.START.plusSeconds(60)));
        new Erase(desk.database, new Blobs(desk.database, desk.clock), desk.appeals).appeal(appeal, centre());
        assertEquals(List.of(), decisions.list(Instant.EPOCH));
    }
}
