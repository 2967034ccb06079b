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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Above;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Duty;
import org.zhitongche.appeal.Ending;
import org.zhitongche.appeal.Objection;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.appeal.Verify;
import org.zhitongche.appeal.VerifyReport;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.supervision.SupervisionRound;
import org.zhitongche.survey.Rate;
import org.zhitongche.survey.SurveyRound;
import org.zhitongche.time.Zone;

/** What follows when the firm does not take the answer, or is asked sooner. Dispatched on Thursday 2026-03-05 at 10:00. */
class RatingsOfAnAppealTest {

    private static final WayForward WAY = new WayForward("年度计划申报", "市资源局", "0592-0000000", "工作日");
    private static final Rate BAD = new Rate(true, false, Satisfaction.DISSATISFIED, "没有解决");

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private Desk desk;
    private Appeal appeal;
    private UUID part;

    @BeforeEach
    void open() {
        desk = new Desk(db.database());
        appeal = desk.dispatched(lead("gx"));
        part = desk.partOf(appeal.id(), "gx");
    }

    private void on(String time) {
        desk.clock.set(at(time));
    }

    private static Instant at(String time) {
        return Zone.at(LocalDate.parse(time.substring(0, 10)), LocalTime.parse(time.substring(11)));
    }

    private void act(Actor actor, Action action) {
        desk.act(actor, appeal.id(), action);
    }

    private String refusal(Actor actor, Action action) {
        return assertThrows(Refusal.class, () -> act(actor, action)).rule();
    }

    private Appeal now() {
        return desk.appeals.getAppeal(appeal.id());
    }

    private void surveys() {
        new SurveyRound(desk.database, desk.appeals, desk.clock).run();
    }

    private void answered(Conclusion conclusion, String promised) {
        UUID latest = desk.partOf(appeal.id(), "gx");
        act(department("gx"), new Reply(latest, conclusion, "答复如下。", promised == null ? null : LocalDate.parse(promised),
                conclusion.needsWayForward() ? WAY : null, List.of(), "分管负责人"));
        if (conclusion.needsWayForward()) {
            act(centre(), new ReviewReply(latest, true, null));
        }
    }

    private ObjectToRating objection() {
        return new ObjectToRating(part, "企业要求超出政策规定，已当面说明。", List.of());
    }

    private List<String> centreOwes() {
        return db.database().sql().sql("select duty from centre_duty where appeal_id = ? order by duty").param(appeal.id()).query(String.class).list();
    }

    private List<String> promise() {
        return db.database().sql().sql("""
                select concat_ws(' ', promised, to_char(promise_asked_at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI'), promise_kept)
                from assignment_span where assignment_id = ? and to_at = 'infinity'""").param(part).query(String.class).list();
    }

    private void isProvable() {
        VerifyReport report = new Verify(desk.database, new Blobs(desk.database, desk.clock), desk.terms, List.of()).run();
        assertTrue(report.green(), () -> report.red().toString());
    }

    @Test
    void aDepartmentObjectsToARatingWithinFiveWorkingDaysAndTheReworkGoesOn() {
        answered(Conclusion.A, null);
        assertEquals("objection.not-rated", refusal(department("gx"), objection()));
        on("2026-03-06T10:00");
        act(firm(), BAD);
        assertEquals(AppealState.HANDLING, now().state());
        // March 9, 10, 11, 12, 13
        assertEquals(at("2026-03-13T17:30"), now().objectBy());
        on("2026-03-09T15:30");
        assertEquals("field.required", refusal(department("gx"), new ObjectToRating(part, " ", List.of())));
        act(department("gx"), objection());
        assertEquals("objection.once", refusal(department("gx"), objection()));
        Objection raised = now().objections().iterator().next();
        // after 15:00: by noon of the next working day
        assertEquals(at("2026-03-10T12:00"), raised.rulingDue());
        assertEquals(List.of("OBJECTION_RULING"), centreOwes());
        assertEquals("actor.centre", refusal(department("gx"), new RuleOnObjection(part, true, "成立")));
        assertEquals("field.required", refusal(centre(), new RuleOnObjection(part, true, null)));
        act(centre(), new RuleOnObjection(part, true, "已依法答复并说明理由"));
        assertEquals("objection.nothing-raised", refusal(centre(), new RuleOnObjection(part, false, "不成立")));
        assertEquals(AppealState.HANDLING, now().state(), "what the rating caused is not undone");
        assertEquals(1, now().reopened());
        assertEquals(Boolean.FALSE, now().solved(), "the rating stays");
        assertEquals(true, db.database().sql().sql("select objection_upheld from appeal_span where appeal_id = ? and to_at = 'infinity'")
                .param(appeal.id()).query(Boolean.class).single());
        assertEquals(List.of(), centreOwes());
        isProvable();
    }

    @Test
    void anObjectionIsLateAfterItsDayAndThereIsNothingToObjectToInAGoodRating() {
        answered(Conclusion.A, null);
        on("2026-03-06T10:00");
        act(firm(), BAD);
        on("2026-03-13T17:30:00.000001");
        assertEquals("objection.late", refusal(department("gx"), objection()));
        answered(Conclusion.A, null);
        act(firm(), new Rate(true, true, Satisfaction.SATISFIED, null));
        assertEquals("objection.content", refusal(department("gx"), objection()));
    }

    @Test
    void whatIsObjectedToIsTheRatingThatCountsAndALaterOneIsAnother() {
        answered(Conclusion.A, null);
        act(firm(), BAD);
        act(department("gx"), objection());
        act(centre(), new RuleOnObjection(part, true, "成立"));
        on("2026-03-06T10:00");
        answered(Conclusion.A, null);
        act(firm(), BAD);
        assertEquals(AppealState.ARCHIVED, now().state());
        assertEquals(false, db.database().sql().sql("select objection_upheld from appeal_span where appeal_id = ? and to_at = 'infinity'")
                .param(appeal.id()).query(Boolean.class).single());
        act(department("gx"), objection());
        assertEquals(AppealState.ARCHIVED, now().state(), "objected to after the archive");
        act(centre(), new RuleOnObjection(desk.partOf(appeal.id(), "gx"), false, "理由不足"));
        isProvable();
    }

    @Test
    void onlyADepartmentThatAnsweredMayObjectAndTheCentreIsRemindedLikeAnybody() {
        appeal = desk.dispatched(lead("gx"), sharing("zr"));
        part = desk.partOf(appeal.id(), "gx");
        answered(Conclusion.A, null);
        assertThrows(Unknown.class, () -> act(department("hj"), objection()));
        act(department("zr"), new Reply(desk.partOf(appeal.id(), "zr"), Conclusion.A, "已办。", null, null, List.of(), null));
        act(firm(), BAD);
        act(department("gx"), objection());
        act(department("zr"), new ObjectToRating(desk.partOf(appeal.id(), "zr"), "与我单位无关", List.of()));
        assertEquals(2, now().objections().size(), "each department once");
        on("2026-03-05T17:30:00.000001");
        new SupervisionRound(desk.database, desk.appeals, desk.clock).run();
        long red = desk.appeals.listEvents(appeal.id()).stream().filter(e -> e.event() instanceof org.zhitongche.appeal.Event.LightTurned light
                && light.duty() == Duty.OBJECTION_RULING && light.light() == org.zhitongche.time.Light.RED).count();
        assertEquals(2, red);
        assertFalse(now().getAssignment(part).overdue(), "the centre is late, not the department");
        isProvable();
    }

    @Test
    void aLawfulNoThatTheFirmDoesNotTakeIsTheCentresToDecide() {
        answered(Conclusion.C, null);
        on("2026-03-06T10:00");
        act(firm(), BAD);
        assertEquals(AppealState.COMPLETED, now().state(), "neither reopened nor archived");
        assertEquals(Ending.C, now().ending());
        // rated before 15:00 on a working day
        assertEquals(at("2026-03-06T17:30"), now().reworkDecideBy());
        assertEquals("CENTRE", now().holder());
        assertEquals(List.of("REWORK_DECISION"), centreOwes());
        assertEquals("actor.centre", refusal(department("gx"), new DecideRework(true, null, List.of())));
        assertEquals("field.required", refusal(centre(), new DecideRework(false, " ", List.of())));
        isProvable();
        act(centre(), new DecideRework(false, "依据现行规划，该地块不能出让；可申请参加下一批次。", List.of()));
        assertEquals(AppealState.ARCHIVED, now().state());
        assertEquals(0, now().reopened());
        assertEquals(Satisfaction.DISSATISFIED, now().satisfaction());
        assertEquals("rework.nothing-to-decide", refusal(centre(), new DecideRework(true, null, List.of())));
        isProvable();
    }

    @Test
    void aNoThatIsWorkedOnAgainAndStillNotTakenIsShownToThoseAbove() {
        answered(Conclusion.C, null);
        on("2026-03-06T10:00");
        act(firm(), BAD);
        act(centre(), new DecideRework(true, null, List.of()));
        assertEquals(AppealState.HANDLING, now().state());
        assertEquals(1, now().reopened());
        // five working days after March 6: 9, 10, 11, 12, 13
        assertEquals(at("2026-03-13T17:30"), now().getAssignment(desk.partOf(appeal.id(), "gx")).due());
        answered(Conclusion.C, null);
        act(firm(), BAD);
        assertEquals(AppealState.ARCHIVED, now().state(), "escalated, not reopened, and nothing left to decide");
        assertEquals(Above.SUPERVISOR, now().escalatedTo());
        assertEquals(List.of(), centreOwes());
        isProvable();
    }

    @Test
    void aPromiseFulfilledBeforeItsDayIsAskedAboutAtOnceAndCountsAsDue() {
        answered(Conclusion.B, "2026-04-10");
        assertEquals(List.of("2026-04-10"), promise());
        on("2026-03-20T10:00");
        surveys();
        assertThrows(Unknown.class, () -> act(department("zr"), new FulfilPromise(part, "已供地。", List.of())));
        assertEquals("field.required", refusal(department("gx"), new FulfilPromise(part, null, List.of())));
        act(department("gx"), new FulfilPromise(part, "已提前供地。", List.of()));
        assertNull(now().promiseDue(), "its light is out");
        assertTrue(now().owed(desk.terms).stream().noneMatch(owed -> owed.duty() == Duty.PROMISE));
        assertNull(db.database().sql().sql("select long_list from appeal where id = ?").param(appeal.id()).query(String.class).optional().orElse(null));
        assertTrue(now().surveyOpen());
        assertEquals(List.of("2026-04-10 03-20 10:00"), promise());
        assertEquals("promise.not-open", refusal(department("gx"), new FulfilPromise(part, "再说一次", List.of())));
        act(firm(), new Rate(true, true, Satisfaction.SATISFIED, null));
        assertEquals(AppealState.ARCHIVED, now().state());
        assertEquals(List.of("2026-04-10 03-20 10:00 t"), promise());
        isProvable();
    }

    @Test
    void aReplyIsAmendedAsOftenAsNeededAlsoAfterTheArchiveAndNothingElseChanges() {
        assertEquals("amend.no-reply", refusal(department("gx"), new AmendReply(part, "补充", List.of())));
        answered(Conclusion.A, null);
        Appeal before = now();
        assertThrows(Unknown.class, () -> act(department("zr"), new AmendReply(part, "补充", List.of())));
        assertEquals("field.required", refusal(department("gx"), new AmendReply(part, " ", List.of())));
        act(department("gx"), new AmendReply(part, "更正：窗口在三楼。", List.of()));
        assertEquals(before.completedAt(), now().completedAt());
        assertEquals(before.ending(), now().ending());
        assertTrue(now().surveyOpen());
        act(firm(), new Rate(true, true, Satisfaction.SATISFIED, null));
        act(department("gx"), new AmendReply(part, "再补充：请带原件。", List.of()));
        assertEquals(AppealState.ARCHIVED, now().state());
        isProvable();
    }

    @Test
    void anAnswerRatedBadlyWhosePromiseTheFirmSaysNothingAboutIsTheCentresToDecide() {
        answered(Conclusion.B, "2026-03-20");
        on("2026-03-09T10:00");
        act(firm(), new Rate(true, null, Satisfaction.DISSATISFIED, "太慢"));
        on("2026-03-21T10:00");
        surveys();
        // March 23, 24, 25, 26, 27 the firm is waited for
        on("2026-03-28T10:00");
        surveys();
        assertEquals(AppealState.COMPLETED, now().state());
        assertEquals(List.of("REWORK_DECISION"), centreOwes());
        // on a Saturday: by noon of the next working day
        assertEquals(at("2026-03-30T12:00"), now().reworkDecideBy());
        isProvable();
        act(centre(), new DecideRework(true, null, List.of()));
        answered(Conclusion.B, "2026-04-10");
        on("2026-04-20T10:00");
        surveys();
        on("2026-04-28T10:00");
        surveys();
        assertEquals(AppealState.ARCHIVED, now().state(), "of the reworked answer nothing bad was said");
        assertNull(now().escalatedTo());
        isProvable();
    }

    @Test
    void aPromiseSaidToBeFulfilledThatTheFirmDeniesIsReopened() {
        answered(Conclusion.B, "2026-04-10");
        on("2026-03-09T10:00");
        act(department("gx"), new FulfilPromise(part, "已提前供地。", List.of()));
        act(firm(), BAD);
        assertEquals(AppealState.HANDLING, now().state());
        assertEquals(List.of("2026-04-10 03-09 10:00 f"), promise());
        answered(Conclusion.A, null);
        assertNull(now().promiseDue(), "the broken promise is not asked about again");
        act(firm(), new Rate(true, true, Satisfaction.SATISFIED, null));
        assertEquals(AppealState.ARCHIVED, now().state());
        assertEquals(List.of("2026-04-10 03-09 10:00 f"), promise(), "it was not kept, whatever came after");
        isProvable();
    }

    @Test
    void ofTwoPromisesTheFirmIsAskedWhenNeitherIsToCome() {
        appeal = desk.dispatched(lead("gx"), sharing("zr"));
        part = desk.partOf(appeal.id(), "gx");
        UUID other = desk.partOf(appeal.id(), "zr");
        answered(Conclusion.B, "2026-04-10");
        act(department("zr"), new Reply(other, Conclusion.B, "已列计划。", LocalDate.parse("2026-05-08"), null, List.of(), null));
        on("2026-03-20T10:00");
        surveys();
        act(department("zr"), new FulfilPromise(other, "已完成。", List.of()));
        assertFalse(now().surveyOpen());
        assertEquals(Zone.startOf(LocalDate.parse("2026-04-11")), now().promiseDue(), "the other one's");
        on("2026-04-11T00:00:01");
        assertEquals("promise.not-open", refusal(department("gx"), new FulfilPromise(part, "已供地。", List.of())));
        surveys();
        assertTrue(now().surveyOpen());
        isProvable();
    }
}
