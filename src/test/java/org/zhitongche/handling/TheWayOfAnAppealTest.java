package org.zhitongche.handling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.coHandling;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.firm;
import static org.zhitongche.handling.Desk.lead;
import static org.zhitongche.handling.Desk.sharing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Above;
import org.zhitongche.appeal.ActRequest;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.Ending;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Ground;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.appeal.StoredEvent;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.supervision.SupervisionRound;
import org.zhitongche.survey.Rate;
import org.zhitongche.survey.SurveyRound;

class TheWayOfAnAppealTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(db.database());
    }

    private Reply solved(UUID part) {
        return new Reply(part, Conclusion.A, "已办结，批复已送达。", null, null, List.of(), "分管负责人", "协办意见已电话确认");
    }

    @Test
    void dueTimesAreCountedFromTheDispatchInWorkingDays() {
        // Thursday 2026-03-05; working days after it: 6, 9, 10, 11, 12, 13, 16 → the 7th is Monday 16 March, 17:30.
        Appeal appeal = desk.dispatched(lead("gx"), coHandling("zy"));
        assertEquals(Instant.parse("2026-03-16T09:30:00Z"), appeal.due());
        assertEquals(Instant.parse("2026-03-16T09:30:00Z"), appeal.getAssignment(desk.partOf(appeal.id(), "gx")).due());
        // acknowledged by Friday 17:30; the opinion by the third working day, Tuesday 10 March
        assertEquals(Instant.parse("2026-03-06T09:30:00Z"), appeal.getAssignment(desk.partOf(appeal.id(), "gx")).acknowledgeDue());
        assertEquals(Instant.parse("2026-03-10T09:30:00Z"), appeal.getAssignment(desk.partOf(appeal.id(), "zy")).due());
    }

    @Test
    void whatComesInLateAtNightOrOnAHolidayHasItsWholeDaysFromTheNextOne() {
        // 00:00 of the 6th ends the 5th: a microsecond before it, 6, 9, 10, 11, 12, 13, 16; from it on, 9 to 13, 16, 17.
        assertEquals(Instant.parse("2026-03-16T09:30:00Z"), cameIn("2026-03-05T15:59:59.999999Z").due());
        assertEquals(Instant.parse("2026-03-17T09:30:00Z"), cameIn("2026-03-05T16:00:00Z").due());
        // 劳动节, 1 to 5 May; worked are 6, 7, 8, Saturday the 9th in place of a day off, 11, 12, 13.
        Appeal onHoliday = cameIn("2026-05-01T02:00:00Z");
        assertEquals(Instant.parse("2026-05-13T09:30:00Z"), onHoliday.due());
        assertEquals(Instant.parse("2026-05-06T09:30:00Z"), onHoliday.getAssignment(desk.partOf(onHoliday.id(), "gx")).acknowledgeDue());
    }

    private Appeal cameIn(String moment) {
        desk.clock.set(Instant.parse(moment));
        return desk.dispatched(lead("gx"));
    }

    @Test
    void theCloseItselfIsInTimeAndTheMicrosecondAfterItIsLate() {
        Appeal inTime = desk.dispatched(lead("gx"));
        Appeal late = desk.dispatched(lead("gx"));
        desk.clock.set(Instant.parse("2026-03-16T09:30:00Z"));
        desk.act(department("gx"), inTime.id(), solved(desk.partOf(inTime.id(), "gx")));
        desk.clock.set(Instant.parse("2026-03-16T09:30:00.000001Z"));
        desk.act(department("gx"), late.id(), solved(desk.partOf(late.id(), "gx")));
        assertEquals(List.of(true, false), List.of(completed(inTime).onTime(), completed(late).onTime()));
    }

    private Event.Completed completed(Appeal appeal) {
        return desk.appeals.listEvents(appeal.id()).stream().map(StoredEvent::event).filter(Event.Completed.class::isInstance).map(Event.Completed.class::cast)
                .findFirst().orElseThrow();
    }

    /** They saw the same, and one answers what another sends back in the same moment. */
    @Test
    void ofOfficersWhoActAtOnceOneWinsAndTheOthersAreTold() throws Exception {
        Appeal appeal = desk.dispatched(lead("gx"));
        UUID part = desk.partOf(appeal.id(), "gx");
        List<Action> theirs = List.of(solved(part), new SendBack(part, "属自然资源部门职责", "zr"), new Acknowledge(part), new MakeContact(part, "已电话联系"));
        CountDownLatch together = new CountDownLatch(theirs.size());
        ExecutorService officers = Executors.newFixedThreadPool(theirs.size());
        List<Future<String>> told = theirs.stream().map(action -> officers.submit(() -> {
            together.countDown();
            together.await();
            try {
                desk.acts.act(new ActRequest(null, department("gx"), Door.WEB, appeal.id(), null, appeal.version(), "", action));
                return "done";
            } catch (Refusal refusal) {
                return refusal.rule();
            }
        })).toList();
        List<String> all = new ArrayList<>();
        for (Future<String> one : told) {
            all.add(one.get());
        }
        officers.shutdown();
        assertEquals(List.of("done", "version.changed", "version.changed", "version.changed"), all.stream().sorted().toList());
    }

    @Test
    void whileALeadIsAtWorkNoSecondOneIsPutBesideIt() {
        Appeal appeal = desk.dispatched(lead("gx"), sharing("zr"));
        UUID part = desk.partOf(appeal.id(), "zr");
        desk.act(department("zr"), appeal.id(), new SendBack(part, "非本单位职责", null));
        RuleOnSendBack second = new RuleOnSendBack(part, true, null, List.of(lead("hj")));
        assertEquals("dispatch.one-lead", assertThrows(Refusal.class, () -> desk.act(centre(), appeal.id(), second)).rule());
        desk.act(centre(), appeal.id(), new RuleOnSendBack(part, true, null, List.of(sharing("hj"))));
    }

    @Test
    void theLastReplyDueCompletesTheAppealAsOfItsHandIn() {
        Appeal appeal = desk.dispatched(lead("gx"), sharing("zr"), coHandling("hj"));
        desk.clock.advance(Duration.ofHours(1));
        desk.act(department("gx"), appeal.id(), solved(desk.partOf(appeal.id(), "gx")));
        assertEquals(AppealState.HANDLING, desk.appeals.getAppeal(appeal.id()).state());
        desk.clock.advance(Duration.ofHours(1));
        desk.act(department("zr"), appeal.id(), solved(desk.partOf(appeal.id(), "zr")));
        Appeal done = desk.appeals.getAppeal(appeal.id());
        assertEquals(AppealState.COMPLETED, done.state());
        assertEquals(Desk.START.plus(Duration.ofHours(2)), done.completedAt());
        assertEquals(Ending.A, done.ending());
        assertTrue(done.surveyOpen());
        assertNull(done.solved(), "completed is not solved");
    }

    @Test
    void aSuspectedGroundIsForAPersonToDecideHoweverSureTheCategoryIs() {
        Draft clear = Desk.clear(desk.submission(UUID.randomUUID().toString(), "法院已立案"), lead("gx"));
        UUID id = desk.takeIn(clear.with(clear.classification().suspecting(List.of(Ground.UNDER_LITIGATION)))).appeal();
        assertEquals(AppealState.TRIAGE, desk.appeals.getAppeal(id).state());
        assertTrue(desk.appeals.listEvents(id).stream().anyMatch(stored -> stored.event() instanceof Event.Triaged triaged
                && triaged.doubts().equals(List.of("doubt.ground.UNDER_LITIGATION"))));
    }

    @Test
    void aCoHandlingDepartmentNeverCompletesTheAppeal() {
        Appeal appeal = desk.dispatched(lead("gx"), coHandling("hj"));
        UUID part = desk.partOf(appeal.id(), "hj");
        assertEquals("reply.co-handling", refusal(() -> desk.act(department("hj"), appeal.id(), solved(part))));
        desk.act(department("hj"), appeal.id(), new GiveOpinion(part, "无意见", List.of()));
        assertEquals(AppealState.HANDLING, desk.appeals.getAppeal(appeal.id()).state());
    }

    @Test
    void aContentFirmEndsTheAppeal() {
        Appeal appeal = answered();
        desk.act(firm(), appeal.id(), new Rate(true, true, Satisfaction.SATISFIED, "谢谢"));
        Appeal after = desk.appeals.getAppeal(appeal.id());
        assertEquals(AppealState.ARCHIVED, after.state());
        assertEquals(Boolean.TRUE, after.solved());
    }

    @Test
    void notSolvedReopensOnceAndTakesTheCompletionBackWhileTheDueTimeStays() {
        Appeal appeal = answered();
        Instant due = appeal.due();
        desk.act(firm(), appeal.id(), new Rate(true, false, Satisfaction.SATISFIED, null));
        Appeal again = desk.appeals.getAppeal(appeal.id());
        assertEquals(AppealState.HANDLING, again.state());
        assertNull(again.completedAt());
        assertEquals(due, again.due());
        UUID rework = desk.partOf(appeal.id(), "gx");
        // reopened on Thursday 5 March: rework by the fifth working day, Thursday 12 March
        assertEquals(Instant.parse("2026-03-12T09:30:00Z"), again.getAssignment(rework).due());
        desk.act(department("gx"), appeal.id(), solved(rework));
        desk.act(firm(), appeal.id(), new Rate(true, false, Satisfaction.DISSATISFIED, null));
        Appeal ended = desk.appeals.getAppeal(appeal.id());
        assertEquals(AppealState.ARCHIVED, ended.state(), "a second one is escalated, not reopened");
        assertEquals(Above.SUPERVISOR, ended.escalatedTo());
        assertEquals(1, ended.reopened());
    }

    @Test
    void anUnansweredSurveyIsArchivedAsUnratedAfterFiveWorkingDays() {
        Appeal appeal = answered();
        SurveyRound round = new SurveyRound(db.database(), desk.appeals, desk.clock);
        desk.clock.set(Instant.parse("2026-03-12T09:30:00Z"));
        round.run();
        assertEquals(AppealState.COMPLETED, desk.appeals.getAppeal(appeal.id()).state());
        desk.clock.set(Instant.parse("2026-03-12T09:30:00.000001Z"));
        round.run();
        Appeal archived = desk.appeals.getAppeal(appeal.id());
        assertEquals(AppealState.ARCHIVED, archived.state());
        assertNull(archived.ratedAt());
    }

    @Test
    void sendingBackIsForOneWorkingDayAndNotAfterARuling() {
        Appeal appeal = desk.dispatched(lead("gx"));
        UUID part = desk.partOf(appeal.id(), "gx");
        desk.act(department("gx"), appeal.id(), new SendBack(part, "属自然资源部门职责", "zr"));
        assertEquals("CENTRE", desk.appeals.getAppeal(appeal.id()).holder());
        desk.act(centre(), appeal.id(), new RuleOnSendBack(part, false, "首接负责", null));
        assertEquals("send-back.after-ruling", refusal(() -> desk.act(department("gx"), appeal.id(), new SendBack(part, "再次退回", null))));

        Appeal late = desk.dispatched(lead("gx"));
        desk.clock.set(Instant.parse("2026-03-06T09:30:00.000001Z"));
        assertEquals("send-back.late", refusal(() -> desk.act(department("gx"), late.id(),
                new SendBack(desk.partOf(late.id(), "gx"), "迟到的退回", null))));
    }

    @Test
    void anUpheldSendingBackGoesToOthersAndIsForgottenByTheFormer() {
        Appeal appeal = desk.dispatched(lead("gx"));
        UUID part = desk.partOf(appeal.id(), "gx");
        desk.act(department("gx"), appeal.id(), new SendBack(part, "属自然资源部门职责", "zr"));
        desk.act(centre(), appeal.id(), new RuleOnSendBack(part, true, null, List.of(lead("zr"))));
        Appeal after = desk.appeals.getAppeal(appeal.id());
        assertEquals(AssignmentState.RETURNED, after.getAssignment(part).state());
        assertEquals("zr", after.lead().orElseThrow().department());
        assertEquals("assignment.closed", refusal(() -> desk.act(department("gx"), appeal.id(), solved(part))));
    }

    @Test
    void whoSaysNoMustSayWhichWayLeadsOn() {
        Appeal appeal = desk.dispatched(lead("gx"));
        UUID part = desk.partOf(appeal.id(), "gx");
        assertEquals("reply.way-forward", refusal(() -> desk.act(department("gx"), appeal.id(),
                new Reply(part, Conclusion.C, "暂不能办理", null, null, List.of(), null))));
        WayForward half = new WayForward("政务服务窗口", "二楼综合窗口", "", "工作日上午");
        assertEquals("field.required", refusal(() -> desk.act(department("gx"), appeal.id(),
                new Reply(part, Conclusion.D, "供参考", null, half, List.of(), null))));
    }

    @Test
    void aPromiseNeedsADateToCome() {
        Appeal appeal = desk.dispatched(lead("gx"));
        UUID part = desk.partOf(appeal.id(), "gx");
        assertEquals("reply.promise-past", refusal(() -> desk.act(department("gx"), appeal.id(),
                new Reply(part, Conclusion.B, "正在办理", LocalDate.of(2026, 3, 5), null, List.of(), null))));
    }

    @Test
    void anotherDepartmentsAssignmentIsAsUnknownAsNone() {
        Appeal appeal = desk.dispatched(lead("gx"));
        UUID part = desk.partOf(appeal.id(), "gx");
        assertThrows(Unknown.class, () -> desk.act(department("zr"), appeal.id(), solved(part)));
        assertThrows(Unknown.class, () -> desk.act(new Actor(Actor.Kind.FIRM, "x", "别家", "91359999MA0000002X"), appeal.id(), new Remind(null)));
    }

    @Test
    void lightsTurnOnceHoweverManyRoundsRun() {
        Appeal appeal = desk.dispatched(lead("gx"));
        SupervisionRound round = new SupervisionRound(db.database(), desk.appeals, desk.clock);
        desk.clock.set(Instant.parse("2026-03-16T09:30:00.000001Z"));
        round.run();
        int version = desk.appeals.getAppeal(appeal.id()).version();
        round.run();
        assertEquals(version, desk.appeals.getAppeal(appeal.id()).version());
        assertTrue(desk.appeals.getAppeal(appeal.id()).getAssignment(desk.partOf(appeal.id(), "gx")).overdue());
    }

    @Test
    void aClockSetBackPutsNoEventBeforeTheOneItFollows() {
        Appeal appeal = desk.dispatched(lead("gx"));
        desk.clock.set(Desk.START.minus(Duration.ofDays(1)));
        desk.act(department("gx"), appeal.id(), new Acknowledge(desk.partOf(appeal.id(), "gx")));
        var events = desk.appeals.listEvents(appeal.id());
        assertFalse(events.get(events.size() - 1).at().isBefore(events.get(0).at()));
    }

    @Test
    void theProjectionCanBeMadeAnewFromTheEvents() {
        Appeal appeal = answered();
        desk.clock.advance(Duration.ofHours(3));
        desk.act(firm(), appeal.id(), new Rate(true, false, Satisfaction.DISSATISFIED, "没有解决"));
        for (String table : List.of("appeal", "assignment", "appeal_span", "assignment_span", "deadline", "survey")) {
            List<Map<String, Object>> before = rows(table, appeal.id());
            desk.appeals.rebuild(appeal.id());
            assertEquals(before.toString(), rows(table, appeal.id()).toString(), table);
        }
    }

    private List<Map<String, Object>> rows(String table, UUID appeal) {
        String key = table.equals("appeal") ? "id" : "appeal_id";
        return db.database().sql().sql("select (to_jsonb(t) - 'head')::text as row from " + table + " t where " + key + " = ? order by 1")
                .param(appeal).query().listOfRows();
    }

    private Appeal answered() {
        Appeal appeal = desk.dispatched(lead("gx"));
        desk.act(department("gx"), appeal.id(), solved(desk.partOf(appeal.id(), "gx")));
        return desk.appeals.getAppeal(appeal.id());
    }

    private static String refusal(Runnable action) {
        return assertThrows(Refusal.class, action::run).rule();
    }
}
