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

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.appeal.StoredEvent;
import org.zhitongche.appeal.TextRef;
import org.zhitongche.appeal.Verify;
import org.zhitongche.appeal.VerifyReport;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.survey.Rate;
import org.zhitongche.survey.SurveyRound;
import org.zhitongche.time.Zone;

/** Drafts, reviews, missing opinions and promises. Dispatched on Thursday 2026-03-05 at 10:00. */
class AnswersOfAnAppealTest {

    private static final WayForward WAY = new WayForward("年度计划申报", "市资源局", "0592-0000000", "工作日");

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private Desk desk;
    private Appeal appeal;
    private UUID lead;

    @BeforeEach
    void open() {
        desk = new Desk(db.database());
        dispatched(desk.dispatched(lead("gx")));
    }

    private void dispatched(Appeal made) {
        appeal = made;
        lead = desk.partOf(appeal.id(), "gx");
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

    private Assignment part() {
        return now().getAssignment(lead);
    }

    private Reply no() {
        return new Reply(lead, Conclusion.C, "目前没有用地指标。", null, WAY, List.of(), "分管负责人");
    }

    private Reply promise(String day) {
        return new Reply(lead, Conclusion.B, "已列入下半年计划。", LocalDate.parse(day), null, List.of(), "分管负责人");
    }

    private void isProvable() {
        VerifyReport report = new Verify(desk.database, new Blobs(desk.database, desk.clock), desk.terms, List.of()).run();
        assertTrue(report.green(), () -> report.red().toString());
    }

    @Test
    void aNoIsReviewedBeforeTheFirmSeesItAndCompletesTheCaseAsOfItsHandIn() {
        desk.clock.set(at("2026-03-06T14:00"));
        act(department("gx"), no());
        assertEquals(AppealState.HANDLING, now().state());
        // handed in before 15:00 on a working day: reviewed by 17:30 of that day
        assertEquals(at("2026-03-06T17:30"), part().reviewBy());
        assertEquals("CENTRE", now().holder());
        assertEquals("reply.under-review", refusal(department("gx"), no()));
        desk.clock.set(at("2026-03-09T09:30"));
        act(centre(), new ReviewReply(lead, true, null));
        assertEquals(AppealState.COMPLETED, now().state());
        assertEquals(at("2026-03-06T14:00"), now().completedAt());
        assertEquals("review.nothing-handed-in", refusal(centre(), new ReviewReply(lead, true, null)));
        isProvable();
    }

    @Test
    void aReplyThatDoesNotPassGoesBackAndItsClockNeverStopped() {
        desk.clock.set(at("2026-03-06T16:00"));
        act(department("gx"), no());
        // after 15:00: by noon of the next working day, Monday
        assertEquals(at("2026-03-09T12:00"), part().reviewBy());
        assertEquals("field.required", refusal(centre(), new ReviewReply(lead, false, " ")));
        act(centre(), new ReviewReply(lead, false, "未说明下一步怎样办"));
        assertNull(part().handedInAt());
        assertNull(part().conclusion());
        assertEquals(at("2026-03-16T17:30"), part().due());
        act(department("gx"), new Reply(lead, Conclusion.A, "已落实指标。", null, null, List.of(), "分管负责人"));
        assertEquals(AppealState.COMPLETED, now().state(), "an A of this type is not reviewed");
        isProvable();
    }

    @Test
    void whoMayNotSignMakesADraftThatASignerReleases() {
        Actor clerk = new Actor(Actor.Kind.DEPARTMENT, "clerk", "经办岗", "gx", false);
        Reply solved = new Reply(lead, Conclusion.A, "已办结。", null, null, List.of(), "分管负责人");
        assertEquals("reply.not-a-signer", refusal(clerk, solved));
        act(clerk, new DraftReply(lead, Conclusion.A, "已办结。", null, null, List.of()));
        assertEquals(AppealState.HANDLING, now().state());
        assertEquals(Conclusion.A, part().draft().conclusion());
        act(department("gx"), solved);
        assertEquals(AppealState.COMPLETED, now().state());
        assertNull(part().draft());
        isProvable();
    }

    @Test
    void aLeadThatDoesNotWaitForAnOpinionSaysWhy() {
        dispatched(desk.dispatched(lead("gx"), coHandling("hj")));
        Reply solved = new Reply(lead, Conclusion.A, "已办结。", null, null, List.of(), "分管负责人");
        assertEquals("reply.opinions-missing", refusal(department("gx"), solved));
        act(department("gx"), new Reply(lead, Conclusion.A, "已办结。", null, null, List.of(), "分管负责人", "协办单位电话答复无意见"));
        assertEquals(AppealState.COMPLETED, now().state());
        TextRef why = desk.appeals.listEvents(appeal.id()).stream().map(StoredEvent::event).filter(Event.ReplyHandedIn.class::isInstance)
                .map(Event.ReplyHandedIn.class::cast).findFirst().orElseThrow().withoutOpinions();
        assertEquals("协办单位电话答复无意见", new AppealReads(db.database()).findCase(centre(), appeal.id()).orElseThrow().text(why), "recorded");
        isProvable();
    }

    @Test
    void aPromiseStandsOnTheLongListUntilItsDayThenTheFirmIsAskedWhetherItIsSolved() {
        act(department("gx"), promise("2026-04-10"));
        assertEquals(AppealState.COMPLETED, now().state());
        assertEquals("survey.promise-not-due", refusal(firm(), new Rate(true, false, Satisfaction.DISSATISFIED, null)));
        act(firm(), new Rate(true, null, Satisfaction.DISSATISFIED, "还没有解决"));
        assertEquals(AppealState.COMPLETED, now().state(), "not reopened before the promise is due, not archived either");
        assertNull(now().solved());
        assertEquals("PROMISE", db.database().sql().sql("select long_list from appeal where id = ?").param(appeal.id()).query(String.class).single());

        desk.clock.set(at("2026-04-10T23:59"));
        new SurveyRound(desk.database, desk.appeals, desk.clock).run();
        assertFalse(now().surveyOpen());
        desk.clock.set(at("2026-04-11T00:00:00.000001"));
        new SurveyRound(desk.database, desk.appeals, desk.clock).run();
        new SurveyRound(desk.database, desk.appeals, desk.clock).run();
        assertTrue(now().surveyOpen());
        assertEquals(2, now().round());
        assertEquals("field.required", refusal(firm(), new Rate(true, null, Satisfaction.SATISFIED, null)));
        act(firm(), new Rate(true, false, Satisfaction.DISSATISFIED, "承诺没有兑现"));
        assertEquals(AppealState.HANDLING, now().state());
        assertEquals(1, now().reopened());
        isProvable();
    }

    @Test
    void aPromiseThatNobodyAnswersIsArchivedOnlyAfterItsSecondQuestion() {
        act(department("gx"), promise("2026-04-10"));
        // the first question lapses five working days after March 5: Thursday the 12th
        desk.clock.set(at("2026-03-12T18:00"));
        new SurveyRound(desk.database, desk.appeals, desk.clock).run();
        assertEquals(AppealState.COMPLETED, now().state());
        desk.clock.set(at("2026-04-13T09:00"));
        new SurveyRound(desk.database, desk.appeals, desk.clock).run();
        assertTrue(now().surveyOpen());
        // asked on Monday April 13: until Monday the 20th
        desk.clock.set(at("2026-04-20T17:31"));
        new SurveyRound(desk.database, desk.appeals, desk.clock).run();
        assertEquals(AppealState.ARCHIVED, now().state());
        assertNull(now().solved());
        isProvable();
    }
}
