package org.zhitongche.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.clear;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.doubtful;
import static org.zhitongche.handling.Desk.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Erase;
import org.zhitongche.classify.Decision.Why;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Database;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.AcceptAndDispatch;
import org.zhitongche.handling.AnswerDirectly;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.Merge;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.RuleOnSendBack;
import org.zhitongche.handling.SendBack;
import org.zhitongche.handling.Unmerge;

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
    void whatIsErasedTeachesNothingAndOlderDecisionsAreLeftOut() {
        UUID appeal = inTriage("海域使用权证到期了。");
        desk.act(centre(), appeal, new AcceptAndDispatch("sea", List.of(lead("hy"))));
        assertEquals(List.of(), decisions.list(Desk.START.plusSeconds(60)));
        new Erase(desk.database, new Blobs(desk.database, desk.clock), desk.appeals).appeal(appeal, centre());
        assertEquals(List.of(), decisions.list(Instant.EPOCH));
    }
}
