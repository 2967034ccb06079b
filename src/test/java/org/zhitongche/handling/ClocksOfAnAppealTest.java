package org.zhitongche.handling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.firm;
import static org.zhitongche.handling.Desk.lead;
import static org.zhitongche.handling.Desk.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Classification;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.Ending;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Verify;
import org.zhitongche.appeal.VerifyReport;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.stats.Figure;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Measure;
import org.zhitongche.stats.Period;
import org.zhitongche.stats.Question;
import org.zhitongche.supervision.SupervisionRound;
import org.zhitongche.time.Zone;

/**
 * Dispatched on Thursday 2026-03-05. Working days after it: March 6, 9, 10, 11, 12, 13, 16 (the 7th), 17, 18, 19, 20, 23,
 * 24, 25, 26 (the 15th). Counted by hand on the wall calendar; there is no holiday in between.
 */
class ClocksOfAnAppealTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private Desk desk;
    private Appeal appeal;
    private UUID lead;

    @BeforeEach
    void open() {
        desk = new Desk(db.database());
        appeal = desk.dispatched(lead("gx"), sharing("zr"));
        lead = desk.partOf(appeal.id(), "gx");
    }

    private static Instant close(String day) {
        return Zone.at(LocalDate.parse(day), LocalTime.of(17, 30));
    }

    private void on(String day) {
        desk.clock.set(Zone.at(LocalDate.parse(day), LocalTime.of(10, 0)));
    }

    private Appeal now() {
        return desk.appeals.getAppeal(appeal.id());
    }

    private Assignment part() {
        return now().getAssignment(lead);
    }

    private UUID sharingPart() {
        return desk.partOf(appeal.id(), "zr");
    }

    private String refusal(Runnable act) {
        return assertThrows(Refusal.class, act::run).rule();
    }

    private void act(org.zhitongche.appeal.Actor actor, org.zhitongche.appeal.Action action) {
        desk.act(actor, appeal.id(), action);
    }

    private void isProvable() {
        VerifyReport report = new Verify(desk.database, new Blobs(desk.database, desk.clock), desk.terms, List.of()).run();
        assertTrue(report.green(), () -> report.red().toString());
    }

    @Test
    void theClockStandsWhileTheFirmIsAskedAndTheDaysUpToItsAnswerAreAdded() {
        on("2026-03-09");
        act(department("gx"), new RequestInformation(lead, "请补充用地红线图"));
        assertNull(part().due());
        assertNull(now().due(), "the appeal's own due time moves with the lead's");
        assertEquals(close("2026-03-16"), now().getAssignment(sharingPart()).due(), "the others go on");
        assertEquals("FIRM", now().holder());
        on("2026-03-11");
        act(firm(), new Supplement("补充如下。", List.of()));
        // paused: March 10 and 11, so the 9th working day
        assertEquals(close("2026-03-18"), part().due());
        assertEquals(close("2026-03-18"), now().due());
        assertEquals("information.once", refusal(() -> act(department("gx"), new RequestInformation(lead, "再补充"))));
        isProvable();
    }

    @Test
    void aFirmThatDoesNotAnswerStopsTheClockForFiveWorkingDaysAtMost() {
        on("2026-03-09");
        act(department("gx"), new RequestInformation(lead, "请补充用地红线图"));
        // March 10, 11, 12, 13, 16: until Monday 17:30 the firm is waited for
        assertEquals(close("2026-03-16"), part().supplyBy());
        assertEquals("terminate.not-asked", refusal(() -> act(centre(), new Terminate(true, "未补正"))));
        on("2026-03-18");
        new SupervisionRound(desk.database, desk.appeals, desk.clock).run();
        assertNull(part().askedAt());
        assertEquals(close("2026-03-23"), part().due(), "the 12th working day, however late the round came");
        isProvable();
        act(centre(), new Terminate(true, "企业逾期未补正"));
        assertEquals(AppealState.ARCHIVED, now().state());
        assertEquals(Ending.NOT_SUPPLIED, now().ending());
        isProvable();
    }

    @Test
    void anAnswerEndsTheWaitingForTheFirm() {
        on("2026-03-09");
        act(department("gx"), new RequestInformation(lead, "请补充用地红线图"));
        on("2026-03-10");
        act(department("gx"), new Reply(lead, Conclusion.A, "已办结。", null, null, List.of(), "分管负责人"));
        assertEquals(close("2026-03-17"), now().due(), "one day was paused");
        isProvable();
    }

    @Test
    void anApprovedExtensionAddsTheWorkingDaysUpToTheNewDate() {
        on("2026-03-13");
        act(department("gx"), new RequestExtension(lead, LocalDate.parse("2026-03-20"), "需现场勘测"));
        assertEquals(close("2026-03-16"), part().due(), "until the centre has ruled it stays");
        assertTrue(part().extension().pending());
        // asked at 10:00 on a working day: ruled on by 17:30 of that day
        assertEquals(close("2026-03-13"), part().extension().rulingDue());
        act(centre(), new RuleOnExtension(lead, true, null));
        assertEquals(close("2026-03-20"), part().due());
        assertEquals(close("2026-03-20"), now().due());
        assertEquals("extension.once", refusal(() -> act(department("gx"),
                new RequestExtension(lead, LocalDate.parse("2026-03-24"), "还需时间"))));
        isProvable();
    }

    @Test
    void aRefusedExtensionLeavesTheDueTimeWhereItWas() {
        on("2026-03-12");
        act(department("gx"), new RequestExtension(lead, LocalDate.parse("2026-03-18"), "需现场勘测"));
        assertEquals("field.required", refusal(() -> act(centre(), new RuleOnExtension(lead, false, " "))));
        act(centre(), new RuleOnExtension(lead, false, "理由不足"));
        assertEquals(close("2026-03-16"), part().due());
        assertFalse(part().extended());
        isProvable();
    }

    @Test
    void anExtensionMustBeAskedForByTheCloseOfTheWorkingDayBeforeTheDueDay() {
        // due Monday March 16; the last working day before it is Friday the 13th, 17:30:00 included
        desk.clock.set(close("2026-03-13").plusNanos(1_000));
        assertEquals("extension.late", refusal(() -> act(department("gx"),
                new RequestExtension(lead, LocalDate.parse("2026-03-20"), "需现场勘测"))));
        desk.clock.set(close("2026-03-13"));
        act(department("gx"), new RequestExtension(lead, LocalDate.parse("2026-03-20"), "需现场勘测"));
    }

    @Test
    void anExtensionIsAtMostTheEffectiveTermAgain() {
        on("2026-03-10");
        // seven working days after March 16: 17, 18, 19, 20, 23, 24, 25
        assertEquals("extension.too-long", refusal(() -> act(department("gx"),
                new RequestExtension(lead, LocalDate.parse("2026-03-26"), "需现场勘测"))));
        assertEquals("extension.not-later", refusal(() -> act(department("gx"),
                new RequestExtension(lead, LocalDate.parse("2026-03-16"), "需现场勘测"))));
        act(department("gx"), new RequestExtension(lead, LocalDate.parse("2026-03-25"), "需现场勘测"));
    }

    @Test
    void aHardCaseHasFifteenWorkingDaysFromTheSameStart() {
        on("2026-03-10");
        act(centre(), new MarkHard("涉及多部门规划调整"));
        assertEquals(close("2026-03-26"), part().due());
        assertEquals(close("2026-03-26"), now().due());
        assertEquals("hard.once", refusal(() -> act(centre(), new MarkHard("再列"))));
        isProvable();
    }

    @Test
    void priorityHalvesTheTermRoundedUp() {
        act(centre(), new Prioritise("priority.stopped"));
        // 4 of 7: March 6, 9, 10, 11
        assertEquals(close("2026-03-11"), part().due());
        assertEquals(close("2026-03-11"), now().due());
        isProvable();
    }

    @Test
    void everyClockStandsWhileTheCaseIsSuspended() {
        on("2026-03-09");
        act(centre(), new Suspend("关联行政诉讼", LocalDate.parse("2026-03-31")));
        assertNull(part().due());
        assertNull(now().due());
        assertEquals("appeal.suspended", refusal(() -> act(department("gx"), new Acknowledge(lead))));
        on("2026-03-12");
        act(centre(), new Resume("已撤诉"));
        // paused: March 10, 11, 12 → the 10th working day
        assertEquals(close("2026-03-19"), part().due());
        assertEquals(close("2026-03-19"), now().getAssignment(sharingPart()).due());
        assertEquals(close("2026-03-19"), now().due());
        isProvable();
    }

    @Test
    void whatIsSuspendedBeforeItIsAcknowledgedMayStillBeAcknowledgedAndSentBackInTime() {
        desk.clock.set(Zone.at(LocalDate.parse("2026-03-05"), LocalTime.of(15, 0)));
        act(department("zr"), new Acknowledge(sharingPart()));
        act(centre(), new Suspend("关联行政诉讼", LocalDate.parse("2026-03-31")));
        on("2026-03-10");
        act(centre(), new Resume("已撤诉"));
        // one working day, and March 6, 9 and 10 paused: the 4th working day after March 5
        assertEquals(close("2026-03-11"), part().acknowledgeDue());
        assertEquals(close("2026-03-06"), now().getAssignment(sharingPart()).acknowledgeDue(), "acknowledged before");
        new SupervisionRound(desk.database, desk.appeals, desk.clock).run();
        assertFalse(part().overdue());
        isProvable();
        desk.clock.set(close("2026-03-11").plusNanos(1_000));
        assertEquals("send-back.late", refusal(() -> act(department("gx"), new SendBack(lead, "不属职责", null))));
        desk.clock.set(close("2026-03-11"));
        act(department("gx"), new SendBack(lead, "不属职责", null));
        isProvable();
    }

    @Test
    void whatStandsUnacknowledgedIsNotLateInTheFiguresUntilItsLimitHasPassed() {
        on("2026-04-09");
        UUID met = desk.dispatched(lead("gx")).id();
        UUID stands = desk.dispatched(lead("gx")).id();
        UUID late = desk.dispatched(lead("gx")).id();
        desk.act(department("gx"), met, new Acknowledge(desk.partOf(met, "gx")));
        desk.act(centre(), stands, new Suspend("关联行政诉讼", LocalDate.parse("2026-04-30")));
        on("2026-04-13");
        desk.act(centre(), late, new Suspend("关联行政诉讼", LocalDate.parse("2026-04-30")));
        on("2026-04-14");
        for (UUID each : List.of(stands, late)) {
            desk.act(centre(), each, new Resume("已撤诉"));
        }
        on("2026-04-17");
        // all were to be acknowledged by Friday 10 April, 17:30; one stood from the 9th, one from Monday the 13th, when it was late
        assertEquals(new Figure(Measure.ACKNOWLEDGED_IN_TIME, 1, 1), acknowledged("2026-04-10T17:30:00+08:00"));
        assertEquals(new Figure(Measure.ACKNOWLEDGED_IN_TIME, 1, 2), acknowledged("2026-04-13T18:00:00+08:00"));
        // paused: April 10, 13 and 14 → the 4th working day, Wednesday the 15th
        assertEquals(new Figure(Measure.ACKNOWLEDGED_IN_TIME, 1, 2), acknowledged("2026-04-15T17:30:00+08:00"));
        assertEquals(new Figure(Measure.ACKNOWLEDGED_IN_TIME, 1, 3), acknowledged("2026-04-15T17:30:01+08:00"));
        isProvable();
    }

    private Figure acknowledged(String cutOff) {
        Period april = Period.ofDays(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30));
        return desk.figures.table(new Question(april, OffsetDateTime.parse(cutOff).toInstant(), Grouping.OVERALL)).overall().get(Measure.ACKNOWLEDGED_IN_TIME);
    }

    @Test
    void pausesHalvingAndExtensionCompose() {
        act(centre(), new Prioritise("priority.stopped"));
        on("2026-03-06");
        act(department("gx"), new RequestInformation(lead, "请补充用地红线图"));
        on("2026-03-10");
        act(firm(), new Supplement("补充如下。", List.of()));
        // 4 + 2 (March 9 and 10): the 6th working day
        assertEquals(close("2026-03-13"), part().due());
        act(department("gx"), new RequestExtension(lead, LocalDate.parse("2026-03-17"), "需现场勘测"));
        on("2026-03-11");
        act(centre(), new Suspend("关联行政诉讼", LocalDate.parse("2026-03-31")));
        act(centre(), new RuleOnExtension(lead, true, null));
        on("2026-03-12");
        act(centre(), new Resume(null));
        // 4 + 3 (March 9, 10, 12) + 2: the 9th working day
        assertEquals(close("2026-03-18"), part().due());
        isProvable();
    }

    @Test
    void aTerminatedCaseIsCompletedAsSuchAndAsksTheFirmNothing() {
        act(centre(), new Terminate(false, "企业已就同一事项提起诉讼"));
        assertEquals(AppealState.ARCHIVED, now().state());
        assertEquals(Ending.TERMINATED, now().ending());
        assertFalse(now().surveyOpen());
        isProvable();
    }

    @Test
    void aStatutoryLimitReplacesTheTermAndTheSevenDaysBecomeAStageReply() {
        arrears();
        // 30 calendar days after March 5: the whole of April 4
        assertEquals(Instant.parse("2026-04-04T15:59:59.999999Z"), part().due());
        assertEquals(close("2026-03-16"), part().stageDue());
        act(centre(), new Prioritise("priority.stopped"));
        assertEquals(Instant.parse("2026-04-04T15:59:59.999999Z"), part().due(), "a statutory limit is never halved");
        act(department("gx"), new StageReply(lead, "已约谈欠款单位。", List.of()));
        assertEquals("STATUTORY", db.database().sql().sql("select long_list from appeal where id = ?").param(appeal.id())
                .query(String.class).single());
        // at most 60 calendar days more for late payments
        assertEquals("extension.too-long", refusal(() -> act(department("gx"),
                new RequestExtension(lead, LocalDate.parse("2026-06-04"), "协商中"))));
        act(department("gx"), new RequestExtension(lead, LocalDate.parse("2026-06-03"), "协商中"));
        isProvable();
    }

    /** A category with a statutory limit, dispatched at the same moment. */
    private void arrears() {
        Draft draft = Desk.clear(desk.submission(UUID.randomUUID().toString(), "拖欠货款"), lead("gx"))
                .with(new Classification(List.of(new Classification.Candidate("arrears", 0.9)), List.of(), "rules", true));
        appeal = desk.appeals.getAppeal(desk.takeIn(draft).appeal());
        lead = desk.partOf(appeal.id(), "gx");
    }

    private Instant stageAnsweredFor(Runnable meanwhile) {
        arrears();
        meanwhile.run();
        isProvable();
        return part().stageDue();
    }

    @Test
    void theStageReplyWaitsForTheFirmAsTheAnswerDoes() {
        // paused: March 10 and 11, so the 9th working day; the answer's 30 calendar days end two days later
        assertEquals(close("2026-03-18"), stageAnsweredFor(() -> {
            on("2026-03-09");
            act(department("gx"), new RequestInformation(lead, "请补充合同"));
            on("2026-03-11");
            act(firm(), new Supplement("补充如下。", List.of()));
        }));
        assertEquals(Instant.parse("2026-04-06T15:59:59.999999Z"), part().due());
        on("2026-03-17");
        new SupervisionRound(desk.database, desk.appeals, desk.clock).run();
        assertFalse(part().overdue());
    }

    @Test
    void theStageReplyStandsWhileTheCaseIsSuspended() {
        // paused: March 10, 11 and 12, so the 10th working day
        assertEquals(close("2026-03-19"), stageAnsweredFor(() -> {
            on("2026-03-09");
            act(centre(), new Suspend("关联行政诉讼", LocalDate.parse("2026-03-31")));
            on("2026-03-12");
            act(centre(), new Resume(null));
        }));
    }

    @Test
    void theStageReplyIsHalvedAndOfAHardCaseWhenTheCentreSaysSoAndNotWhenTheCalendarIsReadAgain() {
        // 4 of 7 working days
        assertEquals(close("2026-03-11"), stageAnsweredFor(() -> act(centre(), new Prioritise("priority.stopped"))));
        int events = now().version();
        desk.act(centre(), appeal.id(), org.zhitongche.appeal.Clocks::recount);
        assertEquals(events, now().version(), "no day has changed");
        // 8 of 15: March 6, 9, 10, 11, 12, 13, 16, 17
        act(centre(), new MarkHard("涉及多方债务"));
        assertEquals(close("2026-03-17"), part().stageDue());
        isProvable();
    }

    @Test
    void aStageReplyThatWasGivenMovesNoMore() {
        arrears();
        act(department("gx"), new StageReply(lead, "已约谈欠款单位。", List.of()));
        act(centre(), new Prioritise("priority.stopped"));
        assertEquals(close("2026-03-16"), part().stageDue());
    }
}
