package org.zhitongche.handling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.clear;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.doubtful;
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
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Type;
import org.zhitongche.appeal.Verify;
import org.zhitongche.appeal.VerifyReport;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.time.Zone;

/** Received and dispatched on Thursday 2026-03-05, as a matter of land; the days are those of {@link ClocksOfAnAppealTest}. */
class ReclassifyTest {

    private static final Instant WHOLE_OF_APRIL_4 = Instant.parse("2026-04-04T15:59:59.999999Z");

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private Desk desk;
    private UUID appeal;
    private UUID lead;

    @BeforeEach
    void open() {
        desk = new Desk(db.database());
        appeal = desk.takeIn(clear(desk.submission(UUID.randomUUID().toString(), "货款拖欠已半年。"), lead("gx"))).appeal();
        lead = desk.partOf(appeal, "gx");
    }

    private static Instant close(String day) {
        return Zone.at(LocalDate.parse(day), LocalTime.of(17, 30));
    }

    private void on(String day) {
        desk.clock.set(Zone.at(LocalDate.parse(day), LocalTime.of(10, 0)));
    }

    private Appeal now() {
        return desk.appeals.getAppeal(appeal);
    }

    private Assignment part() {
        return now().getAssignment(lead);
    }

    private static Reclassify to(String category) {
        return new Reclassify(category, null, null, "登记有误");
    }

    private void act(Actor actor, Action action) {
        desk.act(actor, appeal, action);
        VerifyReport report = new Verify(desk.database, new Blobs(desk.database, desk.clock), desk.terms, List.of()).run();
        assertTrue(report.green(), () -> report.red().toString());
    }

    private String refusal(Actor actor, Action action) {
        return assertThrows(Refusal.class, () -> desk.act(actor, appeal, action)).rule();
    }

    @Test
    void aMatterOfArrearsHasThirtyDaysFromItsDispatchAndOwesAStageReplyInSeven() {
        on("2026-03-10");
        act(centre(), to("arrears"));
        assertEquals(WHOLE_OF_APRIL_4, part().due());
        assertEquals(WHOLE_OF_APRIL_4, now().due());
        assertEquals(close("2026-03-16"), part().stageDue());
        assertEquals("gx", now().lead().orElseThrow().department(), "who handles it stays");
    }

    @Test
    void aMatterThatIsNoneOfArrearsAfterAllIsDueInSevenDaysAndOwesNoStageReply() {
        act(centre(), to("arrears"));
        act(department("gx"), new StageReply(lead, "已约谈欠款单位。", List.of()));
        act(centre(), to("land"));
        assertEquals(close("2026-03-16"), part().due());
        assertNull(part().stageDue());
        assertEquals("none", db.database().sql().sql("select coalesce(long_list, 'none') from appeal where id = ?").param(appeal).query(String.class).single());
    }

    @Test
    void whatStoodStillBeforeIsAddedToTheOtherTermToo() {
        on("2026-03-09");
        act(department("gx"), new RequestInformation(lead, "请补充合同"));
        on("2026-03-11");
        act(firm(), new Supplement("补充如下。", List.of()));
        act(centre(), to("arrears"));
        // March 10 and 11: two calendar days on top of April 4, two working days on top of March 16
        assertEquals(WHOLE_OF_APRIL_4.plusSeconds(2 * 86_400), part().due());
        assertEquals(close("2026-03-18"), part().stageDue());
    }

    @Test
    void anInquiryHasTwoWorkingDays() {
        act(centre(), new Reclassify(null, Type.INQUIRY, null, "只是咨询"));
        assertEquals(Type.INQUIRY, now().type());
        assertEquals(close("2026-03-09"), now().due());
        assertEquals("land", now().category(), "what was not said stays");
    }

    @Test
    void theRegionIsThatOfTheListAndOfWhatIsCountedFromThenOn() {
        act(centre(), new Reclassify(null, null, "350500", "项目在泉州"));
        assertEquals("350500", now().region());
        assertEquals("350500", db.database().sql().sql("select region from appeal_span where appeal_id = ? and to_at = 'infinity'").param(appeal)
                .query(String.class).single());
        assertEquals("350500", part().limit().region());
    }

    @Test
    void inTriageTheTermOfTheCentreIsThatOfTheRightCategory() {
        appeal = desk.takeIn(doubtful(desk.submission(UUID.randomUUID().toString(), "甲方欠我司工程款。"))).appeal();
        assertEquals(close("2026-03-06"), now().triageDue());
        act(centre(), to("arrears"));
        // ten working days: March 6, 9, 10, 11, 12, 13, 16, 17, 18, 19
        assertEquals(close("2026-03-19"), now().triageDue());
    }

    @Test
    void whatIsAnsweredIsCountedOtherwiseButNotJudgedAnew() {
        act(department("gx"), new Reply(lead, Conclusion.A, "已付清。", null, null, List.of(), null));
        Instant due = now().due();
        act(centre(), to("arrears"));
        assertEquals("arrears", now().category());
        assertEquals(due, now().due());
    }

    @Test
    void isForTheCentreWithAReasonAndUntilTheArchive() {
        assertEquals("actor.centre", refusal(department("gx"), to("arrears")));
        assertEquals("field.required", refusal(centre(), new Reclassify("arrears", null, null, " ")));
        assertEquals("reclassify.nothing", refusal(centre(), to("land")));
        assertEquals("reclassify.nothing", refusal(centre(), to(null)));
        act(centre(), new Terminate(false, "企业已起诉"));
        assertEquals("appeal.ended", refusal(centre(), to("arrears")));
    }
}
