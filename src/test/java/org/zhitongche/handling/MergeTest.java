package org.zhitongche.handling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.firm;
import static org.zhitongche.handling.Desk.lead;
import static org.zhitongche.handling.Desk.sharing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.ActRequest;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Ending;
import org.zhitongche.appeal.Erase;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.EventListener;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.appeal.Verify;
import org.zhitongche.appeal.VerifyReport;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Content;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.intake.Ledger;
import org.zhitongche.stats.FigureRow;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Measure;
import org.zhitongche.stats.Period;
import org.zhitongche.stats.Question;
import org.zhitongche.survey.Rate;
import org.zhitongche.time.Zone;

/**
 * Two firms with the same trouble. All received and dispatched on Thursday 2026-03-05; working days after it: March 6, 9,
 * 10, 11, 12, 13, 16 (the 7th), 17, 18, 19, 20 … Counted by hand on the wall calendar.
 */
class MergeTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static final String OTHER = "91350200MA0000002X";
    private static final String OTHER_NAME = "示例电子有限公司";

    private Desk desk;
    private Appeal joint;
    private Appeal child;

    @BeforeEach
    void open() {
        desk = new Desk(db.database());
        joint = desk.dispatched(lead("gx"));
        child = ofOther(lead("zr"));
    }

    private Appeal ofOther(org.zhitongche.appeal.Routing.Unit... units) {
        return desk.appeals.getAppeal(desk.takeIn(Desk.clear(desk.submissionOf(OTHER, OTHER_NAME, "园区道路不通。"), units)).appeal());
    }

    private Appeal inTriage(String... recused) {
        return desk.appeals.getAppeal(desk.takeIn(Desk.doubtful(desk.submissionOf(OTHER, OTHER_NAME, "园区道路不通。"), recused)).appeal());
    }

    private static Instant close(String day) {
        return Zone.at(LocalDate.parse(day), LocalTime.of(17, 30));
    }

    private void on(String day) {
        desk.clock.set(Zone.at(LocalDate.parse(day), LocalTime.of(10, 0)));
    }

    private Appeal now(Appeal appeal) {
        return desk.appeals.getAppeal(appeal.id());
    }

    private static Merge merging(Appeal... children) {
        return new Merge(Arrays.stream(children).map(each -> new Merge.Child(each.id(), null)).toList(), "同一园区道路问题");
    }

    private void merge() {
        desk.act(centre(), joint.id(), merging(child));
    }

    private String refusal(Actor actor, Appeal appeal, Action action) {
        return assertThrows(Refusal.class, () -> desk.act(actor, appeal.id(), action)).rule();
    }

    private void reply(Conclusion conclusion) {
        UUID part = desk.partOf(joint.id(), "gx");
        desk.act(department("gx"), joint.id(), new Reply(part, conclusion, "道路已列入计划。",
                conclusion == Conclusion.B ? LocalDate.parse("2026-06-30") : null, null, List.of(), "负责人"));
    }

    private void rate(Actor by, Appeal appeal, boolean good) {
        desk.act(by, appeal.id(), new Rate(true, good, good ? Satisfaction.SATISFIED : Satisfaction.DISSATISFIED, null));
    }

    private void isProvable() {
        VerifyReport report = new Verify(desk.database, new Blobs(desk.database, desk.clock), desk.terms,
                List.of(new Ledger(desk.database, desk.clock, List::of))).run();
        assertTrue(report.green(), () -> report.red().toString());
    }

    private FigureRow figures(Instant cutOff) {
        Period period = new Period(Desk.START.minusSeconds(86_400), Desk.START.plusSeconds(86_400L * 60));
        return desk.figures.table(new Question(period, cutOff, Grouping.OVERALL)).overall();
    }

    private List<String> told(Appeal appeal) {
        return desk.appeals.listEvents(appeal.id()).stream().map(e -> e.event().getClass().getSimpleName()).toList();
    }

    @Test
    void theChildsPartsAreCancelledAndEveryFirmGetsItsReplyAndItsSurvey() {
        merge();
        assertEquals(AssignmentState.CANCELLED, now(child).assignments().iterator().next().state());
        assertEquals(AppealState.HANDLING, now(child).state());
        assertEquals("gx", now(child).holder(), "who handles the joint case holds the child's matter");
        isProvable();
        on("2026-03-10");
        reply(Conclusion.A);
        for (Appeal each : List.of(joint, child)) {
            assertEquals(AppealState.COMPLETED, now(each).state());
            assertEquals(Ending.A, now(each).ending());
            assertEquals(desk.clock.instant(), now(each).completedAt());
            assertTrue(now(each).surveyOpen());
        }
        CaseFile file = new AppealReads(db.database()).findCase(firm(OTHER), child.id()).orElseThrow();
        assertEquals("道路已列入计划。", file.text(file.latest(Event.AnsweredJointly.class).text()));
        rate(firm(), joint, true);
        assertEquals(AppealState.ARCHIVED, now(joint).state());
        assertEquals(AppealState.COMPLETED, now(child).state(), "the other firm has not been heard yet");
        rate(firm(OTHER), child, true);
        assertEquals(AppealState.ARCHIVED, now(child).state());
        isProvable();
    }

    @Test
    void aChildInTriageIsAcceptedWithTheJointCaseAndDispatchedByIt() {
        Appeal waiting = inTriage();
        on("2026-03-06");
        desk.act(centre(), joint.id(), merging(waiting));
        assertEquals(AppealState.HANDLING, now(waiting).state());
        assertEquals(desk.clock.instant(), now(waiting).acceptedAt());
        assertNull(now(waiting).triageDue());
        assertEquals(List.of(lead("gx")), now(waiting).jointUnits());
        // its own first dispatch was the joint one, on Friday March 6: March 9, 10, 11, 12, 13, 16, 17
        assertEquals(close("2026-03-17"), now(waiting).due());
        isProvable();
    }

    @Test
    void twoInTriageAreDispatchedAsOne() {
        Appeal first = inTriage();
        Appeal second = desk.appeals.getAppeal(desk.takeIn(Desk.doubtful(desk.submission(UUID.randomUUID().toString(), "路不通。"))).appeal());
        desk.act(centre(), first.id(), merging(second));
        assertEquals(AppealState.TRIAGE, now(second).state());
        assertNull(now(second).triageDue(), "the centre owes one decision, not two");
        desk.act(centre(), first.id(), new AcceptAndDispatch("construction", List.of(lead("gx"))));
        assertEquals(AppealState.HANDLING, now(second).state());
        assertEquals(List.of(lead("gx")), now(second).jointUnits());
        assertTrue(now(second).assignments().isEmpty());
        isProvable();
    }

    @Test
    void undoneTheChildGoesOnOnTheClockItAlwaysHad() {
        on("2026-03-06");
        merge();
        assertEquals(close("2026-03-16"), now(child).due());
        on("2026-03-10");
        desk.act(centre(), child.id(), new Unmerge("事项不同", List.of()));
        assertEquals(AppealState.HANDLING, now(child).state());
        // before a person since Tuesday March 10: until the close of Wednesday
        assertEquals(close("2026-03-11"), now(child).triageDue());
        // 7 working days since its own dispatch on March 5: what passed while it was merged counts in full
        assertEquals(close("2026-03-16"), now(child).due());
        assertTrue(now(joint).children().isEmpty());
        isProvable();
        on("2026-03-11");
        desk.act(centre(), child.id(), new Redispatch(List.of(lead("zr")), null));
        assertEquals(close("2026-03-16"), now(child).due());
        assertEquals(close("2026-03-20"), now(child).lead().orElseThrow().due(), "the department's own term begins with its dispatch");
        UUID part = desk.partOf(child.id(), "zr");
        desk.act(department("zr"), child.id(), new Reply(part, Conclusion.A, "已办结。", null, null, List.of(), null));
        assertEquals(AppealState.COMPLETED, now(child).state());
        assertEquals(AppealState.HANDLING, now(joint).state());
        isProvable();
    }

    @Test
    void undoneItMayBeDispatchedAtOnce() {
        merge();
        on("2026-03-06");
        desk.act(centre(), child.id(), new Unmerge("事项不同", List.of(lead("zr"))));
        assertEquals(AppealState.HANDLING, now(child).state());
        assertEquals("zr", now(child).lead().orElseThrow().department());
        isProvable();
    }

    @Test
    void anExtensionAndASuspensionOfTheJointCaseAreTheChildsToo() {
        merge();
        on("2026-03-06");
        desk.act(department("gx"), joint.id(), new RequestExtension(desk.partOf(joint.id(), "gx"), LocalDate.parse("2026-03-18"), "需踏勘"));
        desk.act(centre(), joint.id(), new RuleOnExtension(desk.partOf(joint.id(), "gx"), true, "同意"));
        assertEquals(close("2026-03-18"), now(joint).due());
        assertEquals(close("2026-03-18"), now(child).due(), "two working days more");
        on("2026-03-09");
        desk.act(centre(), joint.id(), new Suspend("等待规划调整", LocalDate.parse("2026-03-31")));
        assertNull(now(child).due());
        on("2026-03-11");
        desk.act(centre(), joint.id(), new Resume(null));
        assertEquals(close("2026-03-20"), now(child).due(), "March 10 and 11 stood still");
        isProvable();
    }

    @Test
    void whoeverOfThemIsDissatisfiedTheJointCaseIsReopenedOnce() {
        merge();
        on("2026-03-10");
        reply(Conclusion.A);
        rate(firm(), joint, true);
        on("2026-03-11");
        rate(firm(OTHER), child, false);
        assertEquals(1, now(joint).reopened());
        assertEquals(AppealState.HANDLING, now(joint).state(), "archived as it was");
        assertEquals(AppealState.HANDLING, now(child).state());
        // rework: 5 working days after March 11: 12, 13, 16, 17, 18
        assertEquals(close("2026-03-18"), now(joint).lead().orElseThrow().due());
        isProvable();
        on("2026-03-12");
        reply(Conclusion.A);
        assertTrue(now(child).surveyOpen());
        rate(firm(OTHER), child, false);
        assertEquals(1, now(joint).reopened());
        assertEquals(AppealState.ARCHIVED, now(child).state());
        assertTrue(told(joint).contains("Escalated"));
        isProvable();
    }

    @Test
    void aPromiseToAllIsAskedAboutWithAll() {
        merge();
        on("2026-03-10");
        reply(Conclusion.B);
        Instant promised = Zone.startOf(LocalDate.parse("2026-07-01"));
        assertEquals(promised, now(joint).promiseDue());
        assertEquals(promised, now(child).promiseDue());
        isProvable();
    }

    @Test
    void whatWasDoneOfAPromiseBeforeItsDayReachesEveryFirmInWordsOfItsOwn() {
        merge();
        on("2026-03-10");
        reply(Conclusion.B);
        on("2026-04-01");
        UUID part = desk.partOf(joint.id(), "gx");
        assertEquals("joint.names-a-firm", refusal(department("gx"), joint, new FulfilPromise(part, OTHER_NAME + "门前道路已通车", List.of())));
        desk.act(department("gx"), joint.id(), new FulfilPromise(part, "道路已通车。", List.of(new Attachment("通车.txt", "text/plain", Content.of("通车".getBytes(StandardCharsets.UTF_8)), false))));
        for (Appeal each : List.of(joint, child)) {
            assertNull(now(each).promiseDue(), "asked about now");
            assertTrue(now(each).surveyOpen());
        }
        CaseFile file = new AppealReads(desk.database).findCase(firm(OTHER), child.id()).orElseThrow();
        Event.FulfilledJointly told = file.latest(Event.FulfilledJointly.class);
        assertEquals("道路已通车。", file.text(told.text()));
        assertEquals("gx", told.department());
        assertEquals(1, file.files(told.files()).size());
        isProvable();
    }

    @Test
    void whatAmendsAReplyReachesEveryFirmAndNamesNone() {
        merge();
        reply(Conclusion.A);
        UUID part = desk.partOf(joint.id(), "gx");
        assertEquals("joint.names-a-firm", refusal(department("gx"), joint, new AmendReply(part, OTHER_NAME + "另行通知", List.of())));
        desk.act(department("gx"), joint.id(), new AmendReply(part, "更正：窗口在三楼。", List.of()));
        CaseFile file = new AppealReads(desk.database).findCase(firm(OTHER), child.id()).orElseThrow();
        Event.AmendedJointly told = file.latest(Event.AmendedJointly.class);
        assertEquals("更正：窗口在三楼。", file.text(told.text()));
        isProvable();
    }

    @Test
    void whyItWasExtendedIsToldToAChildsFirmUnlessItNamesAnother() {
        UUID part = desk.partOf(joint.id(), "gx");
        desk.act(department("gx"), joint.id(), new RequestExtension(part, LocalDate.parse("2026-03-18"), "示例机械有限公司的资料待核"));
        merge();
        desk.act(centre(), joint.id(), new RuleOnExtension(part, true, "同意"));
        Event.ExtendedJointly told = new AppealReads(desk.database).findCase(firm(OTHER), child.id()).orElseThrow().latest(Event.ExtendedJointly.class);
        assertNull(told.asked(), "asked for before anybody read along");
        assertEquals("gx", told.department());
        assertEquals(close("2026-03-18"), now(child).due());
        isProvable();
    }

    @Test
    void aReasonForMoreTimeNamesNoneOfTheFirmsEither() {
        merge();
        assertEquals("joint.names-a-firm", refusal(department("gx"), joint,
                new RequestExtension(desk.partOf(joint.id(), "gx"), LocalDate.parse("2026-03-18"), OTHER_NAME + "的资料待核")));
    }

    @Test
    void aRepeatOfTheSameFirmIsAnsweredWithoutAskingTwice() {
        Appeal repeat = desk.dispatched(lead("gx"));
        desk.act(centre(), joint.id(), merging(repeat));
        on("2026-03-10");
        reply(Conclusion.A);
        assertTrue(now(joint).surveyOpen());
        assertFalse(now(repeat).surveyOpen());
        assertEquals(AppealState.ARCHIVED, now(repeat).state());
        assertTrue(told(repeat).contains("AnsweredJointly"));
        isProvable();
    }

    @Test
    void whatTheChildsFirmSaysReachesThoseWhoHandleTheJointCase() {
        merge();
        desk.act(firm(OTHER), child.id(), new Supplement("附上照片", List.of()));
        desk.act(firm(OTHER), child.id(), new Remind("请尽快"));
        var heard = desk.appeals.listEvents(joint.id()).stream().filter(e -> e.event() instanceof Event.ChildHeard).toList();
        assertEquals(2, heard.size());
        assertTrue(heard.stream().allMatch(e -> e.actor().is(Actor.Kind.SYSTEM)), "nobody learns from it which firm that is");
        desk.act(firm(OTHER), child.id(), new Withdraw("已解决"));
        assertEquals(AppealState.WITHDRAWN, now(child).state());
        assertTrue(now(joint).children().isEmpty());
        assertEquals(AppealState.HANDLING, now(joint).state());
        isProvable();
    }

    @Test
    void aChildsFirmIsAskedAndBothClocksStandUntilItAnswers() {
        merge();
        on("2026-03-09");
        UUID part = desk.partOf(joint.id(), "gx");
        assertEquals("joint.names-a-firm", refusal(department("gx"), child, new RequestInformation(part, "请参照 " + joint.number() + " 补充")));
        desk.act(department("gx"), child.id(), new RequestInformation(part, "请补充 " + child.number() + " 的红线图"));
        assertNull(now(child).due());
        assertNull(now(joint).lead().orElseThrow().due());
        assertEquals("FIRM", now(child).holder());
        assertEquals(0, now(joint).lead().orElseThrow().asked(), "the joint case's own firm was not asked");
        assertEquals("information.once", refusal(department("gx"), child, new RequestInformation(part, "再补一次")));
        assertThrows(Unknown.class, () -> desk.act(department("zr"), child.id(), new RequestInformation(part, "越权")));
        isProvable();
        on("2026-03-11");
        desk.act(firm(OTHER), child.id(), new Supplement("红线图见附", List.of()));
        assertEquals(close("2026-03-18"), now(child).due(), "March 10 and 11 stood still");
        assertEquals(close("2026-03-18"), now(joint).lead().orElseThrow().due());
        isProvable();
    }

    @Test
    void theDepartmentsClockStandsUntilTheLastOfThoseAskedAnswers() {
        merge();
        UUID part = desk.partOf(joint.id(), "gx");
        on("2026-03-09");
        desk.act(department("gx"), joint.id(), new RequestInformation(part, "请补充批文"));
        desk.act(department("gx"), child.id(), new RequestInformation(part, "请补充红线图"));
        on("2026-03-10");
        desk.act(firm(), joint.id(), new Supplement("批文见附", List.of()));
        assertNull(now(joint).lead().orElseThrow().due(), "the other firm has not answered yet");
        on("2026-03-11");
        desk.act(firm(OTHER), child.id(), new Supplement("红线图见附", List.of()));
        assertEquals(close("2026-03-18"), now(joint).lead().orElseThrow().due());
        assertEquals(close("2026-03-18"), now(child).due());
        isProvable();
    }

    @Test
    void partedWhileAFirmIsAskedNeitherWaitsForItAnyMore() {
        merge();
        on("2026-03-09");
        desk.act(department("gx"), child.id(), new RequestInformation(desk.partOf(joint.id(), "gx"), "请补充红线图"));
        on("2026-03-10");
        desk.act(centre(), child.id(), new Unmerge("事项不同", List.of()));
        assertEquals(close("2026-03-17"), now(child).due(), "March 10 stood still");
        assertEquals(close("2026-03-17"), now(joint).lead().orElseThrow().due());
        isProvable();
    }

    @Test
    void aFirmThatWithdrawsInsteadOfAnsweringIsNotWaitedForAnyMore() {
        merge();
        on("2026-03-06");
        desk.act(department("gx"), child.id(), new RequestInformation(desk.partOf(joint.id(), "gx"), "请补充红线图"));
        desk.act(firm(OTHER), child.id(), new Withdraw("已自行解决"));
        assertNull(now(child).supplyJointlyBy());
        assertNotNull(now(joint).lead().orElseThrow().due());
        isProvable();
    }

    @Test
    void aFirmThatDoesNotAnswerIsWaitedForNoLongerThanTheRuleSays() {
        merge();
        on("2026-03-06");
        desk.act(department("gx"), child.id(), new RequestInformation(desk.partOf(joint.id(), "gx"), "请补充红线图"));
        Instant until = now(child).supplyJointlyBy();
        desk.clock.set(until.plusSeconds(60));
        desk.act(Actor.SYSTEM, joint.id(), org.zhitongche.supervision.Turning.lights());
        assertNull(now(child).supplyJointlyBy());
        assertNotNull(now(child).due());
        assertNotNull(now(joint).lead().orElseThrow().due());
        assertEquals("terminate.not-asked", refusal(centre(), joint, new Terminate(true, "未补正")), "its own firm was not asked");
        isProvable();
    }

    @Test
    void aDepartmentObjectsToWhatAChildsFirmSaid() {
        merge();
        on("2026-03-10");
        reply(Conclusion.A);
        UUID part = desk.partOf(joint.id(), "gx");
        assertEquals("objection.not-rated", refusal(department("gx"), child, new ObjectToRating(part, "已当面答复", List.of())));
        rate(firm(OTHER), child, false);
        desk.act(department("gx"), child.id(), new ObjectToRating(part, "已当面答复", List.of()));
        assertEquals("objection.once", refusal(department("gx"), child, new ObjectToRating(part, "再次提出", List.of())));
        assertEquals("objection.not-rated", refusal(department("gx"), joint, new ObjectToRating(part, "本件未评", List.of())));
        assertThrows(Unknown.class, () -> desk.act(department("zr"), child.id(), new ObjectToRating(part, "越权", List.of())));
        isProvable();
        desk.act(centre(), child.id(), new RuleOnObjection(part, true, "回访属实"));
        assertTrue(now(child).objections().iterator().next().upheld());
        List<String> heard = desk.appeals.listEvents(joint.id()).stream().map(e -> e.event()).filter(Event.ChildHeard.class::isInstance)
                .map(e -> ((Event.ChildHeard) e).what()).toList();
        assertEquals(List.of("Rated", "ObjectionRuled"), heard);
        isProvable();
    }

    @Test
    void whenTheJointCaseIsWithdrawnTheOthersGoOnOnTheirOwn() {
        merge();
        on("2026-03-06");
        desk.act(firm(), joint.id(), new Withdraw(null));
        assertEquals(AppealState.WITHDRAWN, now(joint).state());
        assertEquals(AppealState.HANDLING, now(child).state());
        assertNull(now(child).mergedInto());
        assertEquals(close("2026-03-09"), now(child).triageDue());
        isProvable();
    }

    @Test
    void whenTheJointCaseIsTerminatedOrNotAcceptedTheOthersGoOnToo() {
        merge();
        desk.act(centre(), joint.id(), new Terminate(false, "已就同一事项提起诉讼"));
        assertEquals(AppealState.HANDLING, now(child).state());
        assertNotNull(now(child).triageDue(), "for a person to give to somebody");
        Appeal first = inTriage();
        Appeal second = inTriage();
        desk.act(centre(), first.id(), merging(second));
        desk.act(centre(), first.id(), new DoNotAccept(org.zhitongche.appeal.Ground.values()[0], "已在诉讼中", "由法院裁判"));
        assertEquals(AppealState.TRIAGE, now(second).state());
        assertNotNull(now(second).triageDue());
        isProvable();
    }

    @Test
    void theChildIsNotCountedButItsFirmRates() {
        FigureRow before = figures(desk.clock.instant());
        Instant apart = desk.clock.instant();
        on("2026-03-06");
        merge();
        assertEquals(before.cohort() - 1, figures(desk.clock.instant()).cohort());
        assertEquals(before.cohort(), figures(apart).cohort(), "as it was known then");
        Instant together = desk.clock.instant();
        on("2026-03-09");
        reply(Conclusion.A);
        rate(firm(), joint, true);
        desk.act(firm(OTHER), child.id(), new Rate(true, true, Satisfaction.VERY_SATISFIED, null));
        FigureRow after = figures(desk.clock.instant());
        assertEquals(before.get(Measure.SATISFACTION).denominator() + 2, after.get(Measure.SATISFACTION).denominator());
        assertEquals(before.get(Measure.RESOLUTION).numerator() + 2, after.get(Measure.RESOLUTION).numerator());
        assertEquals(before.get(Measure.COMPLETION).numerator() + 1, after.get(Measure.COMPLETION).numerator());
        assertEquals(before.cohort() - 1, after.cohort());
        Appeal alone = ofOther(lead("zr"));
        desk.act(centre(), alone.id(), merging(ofOther(lead("zr"))));
        assertEquals(before.cohort() - 1, figures(together).cohort());
        isProvable();
    }

    @Test
    void undoneItCountsAgainFromThen() {
        on("2026-03-06");
        merge();
        on("2026-03-09");
        long merged = figures(desk.clock.instant()).cohort();
        Instant before = desk.clock.instant();
        desk.clock.advance(java.time.Duration.ofSeconds(1));
        desk.act(centre(), child.id(), new Unmerge("事项不同", List.of()));
        assertEquals(merged + 1, figures(desk.clock.instant()).cohort());
        assertEquals(merged, figures(before).cohort());
    }

    @Test
    void theDepartmentsOfTheJointCaseReadTheChildAndNobodyElseDoes() {
        AppealReads reads = new AppealReads(db.database());
        assertTrue(reads.findCase(department("gx"), child.id()).isEmpty());
        merge();
        assertTrue(reads.findCase(department("gx"), child.id()).isPresent());
        assertTrue(reads.find(department("fg"), child.id()).isEmpty());
        assertTrue(reads.find(department("zr"), child.id()).isEmpty(), "whose part was cancelled reads nothing of the joint answer");
        assertTrue(reads.find(firm(), child.id()).isEmpty());
        assertTrue(reads.find(firm(OTHER), joint.id()).isEmpty());
        assertThrows(Unknown.class, () -> desk.act(department("gx"), child.id(), new Acknowledge(desk.partOf(child.id(), "zr"))));
        desk.act(centre(), child.id(), new Unmerge("事项不同", List.of()));
        assertTrue(reads.find(department("gx"), child.id()).isEmpty());
    }

    @Test
    void aUnitComplainedAboutInOneOfThemHandlesNoneOfThem() {
        Appeal complaint = inTriage("gx");
        assertEquals("merge.recused", refusal(centre(), joint, merging(complaint)));
        Appeal other = inTriage();
        desk.act(centre(), other.id(), merging(complaint));
        assertTrue(now(other).recused().contains("gx"));
        assertEquals("dispatch.recused", refusal(centre(), other, new AcceptAndDispatch("land", List.of(lead("gx")))));
        desk.act(centre(), other.id(), new AcceptAndDispatch("land", List.of(lead("zr"))));
        assertEquals(1, recusals(other));
        isProvable();
        desk.act(centre(), complaint.id(), new Unmerge("事项不同", List.of()));
        assertFalse(now(other).recused().contains("gx"));
        assertEquals(0, recusals(other));
        assertTrue(now(complaint).recused().contains("gx"));
        isProvable();
    }

    private int recusals(Appeal appeal) {
        return db.database().sql().sql("select count(*) from recusal where appeal_id = ?").param(appeal.id()).query(Integer.class).single();
    }

    @Test
    void aReplyToAllNamesNoneOfTheFirms() {
        merge();
        UUID part = desk.partOf(joint.id(), "gx");
        for (String said : List.of(OTHER_NAME + "的问题已解决", "编号 " + child.number() + " 已解决", "请联系 b@shili-002.example", "示例机械有限公司已知悉")) {
            assertEquals("joint.names-a-firm", refusal(department("gx"), joint,
                    new Reply(part, Conclusion.A, said, null, null, List.of(), null)));
        }
        assertEquals("joint.names-a-firm", refusal(department("gx"), joint, new RequestInformation(part, OTHER_NAME + "反映同一问题，请补充")));
        reply(Conclusion.A);
    }

    @Test
    void whatOneFirmSaidMayBeErasedAndAllAreAnsweredAllTheSame() {
        merge();
        new Erase(db.database(), new Blobs(db.database(), desk.clock), desk.appeals).appeal(child.id(), centre());
        assertEquals("joint.names-a-firm", refusal(department("gx"), joint, new Reply(desk.partOf(joint.id(), "gx"), Conclusion.A, "编号 " + child.number() + " 已解决",
                null, null, List.of(), null)));
        reply(Conclusion.A);
        assertEquals(AppealState.COMPLETED, now(child).state());
        isProvable();
    }

    @Test
    void theFilesOfTheReplyAreTheChildsToo() {
        merge();
        Attachment notice = new Attachment("通告.txt", "text/plain", Content.of("通告".getBytes(StandardCharsets.UTF_8)), false);
        desk.act(department("gx"), joint.id(), new Reply(desk.partOf(joint.id(), "gx"), Conclusion.A, "见通告。", null, null, List.of(notice), null));
        assertEquals(List.of("通告.txt"), new AppealReads(db.database()).files(child.id()).values().stream().map(AppealReads.File::name).toList());
        isProvable();
    }

    @Test
    void whatIsDoneToTheChildIsDoneToTheJointCase() {
        merge();
        assertEquals("joint.not-here", refusal(centre(), child, new MarkHard("涉及多部门")));
        assertEquals("joint.not-here", refusal(centre(), child, new Reclassify("sea", null, null, "属用海")));
        assertEquals("joint.not-here", refusal(centre(), child, new Terminate(false, "诉讼")));
        assertEquals("joint.not-here", refusal(centre(), child, new Suspend("诉讼", LocalDate.parse("2026-03-31"))));
        desk.act(centre(), joint.id(), new MarkHard("涉及多部门"));
    }

    @Test
    void mergeIsRefusedByTheRulesName() {
        assertEquals("actor.centre", refusal(department("gx"), joint, merging(child)));
        assertEquals("merge.nothing", refusal(centre(), joint, merging()));
        assertEquals("merge.itself", refusal(centre(), joint, merging(joint)));
        assertEquals("merge.twice", refusal(centre(), joint, merging(child, child)));
        assertEquals("field.required", refusal(centre(), joint, new Merge(merging(child).children(), " ")));
        assertEquals("unmerge.not-merged", refusal(centre(), child, new Unmerge("无", List.of())));
        merge();
        assertEquals("merge.merged", refusal(centre(), joint, merging(child)));
        assertEquals("merge.merged", refusal(centre(), child, merging(joint)));
        Appeal third = ofOther(lead("zr"));
        assertEquals("merge.joint", refusal(centre(), third, merging(joint)));
        assertEquals("split.merged", refusal(centre(), joint, new Split(List.of(), "拆")));
        assertEquals("split.merged", refusal(centre(), child, new Split(List.of(), "拆")));
        Appeal suspended = ofOther(lead("zr"));
        desk.act(centre(), suspended.id(), new Suspend("诉讼", LocalDate.parse("2026-03-31")));
        assertEquals("appeal.suspended", refusal(centre(), joint, merging(suspended)));
        desk.act(firm(OTHER), third.id(), new Withdraw(null));
        assertEquals("merge.not-open", refusal(centre(), joint, merging(third)));
        Appeal half = ofOther(lead("zr"), sharing("gx"));
        desk.act(department("gx"), half.id(), new Reply(desk.partOf(half.id(), "gx"), Conclusion.A, "已办。", null, null, List.of(), null));
        assertEquals("merge.answered", refusal(centre(), joint, merging(half)));
        reply(Conclusion.A);
        assertEquals("unmerge.answered", refusal(centre(), child, new Unmerge("晚了", List.of())));
        assertThrows(Unknown.class, () -> desk.act(centre(), ofOther(lead("zr")).id(),
                new Merge(List.of(new Merge.Child(UUID.randomUUID(), null)), "同一问题")));
    }

    @Test
    void theVersionOfEveryChildIsTheOneThatTheOfficerSaw() {
        Merge seen = new Merge(List.of(new Merge.Child(child.id(), now(child).version())), "同一问题");
        desk.act(department("zr"), child.id(), new Acknowledge(desk.partOf(child.id(), "zr")));
        assertEquals("version.changed", refusal(centre(), joint, seen));
        assertNull(now(child).mergedInto());
    }

    @Test
    void aFailureInTheMiddleLeavesNoneChanged() {
        EventListener full = (stored, writes) -> {
            if (stored.size() > 1) {
                writes.add("insert into appeal_span (appeal_id) values (null)");
            }
        };
        Desk broken = new Desk(db.database(), full);
        int before = now(joint).version();
        assertThrows(RuntimeException.class, () -> broken.act(centre(), joint.id(), merging(child)));
        assertThrows(RuntimeException.class, () -> broken.act(centre(), joint.id(), new Split(List.of(
                new Split.Piece("一", "一", "land", null, List.of()), new Split.Piece("二", "二", "land", null, List.of())), "两个")));
        assertEquals(before, now(joint).version());
        assertNull(now(child).mergedInto());
        assertEquals(AppealState.HANDLING, now(joint).state());
        isProvable();
    }

    @Test
    void ofTwoOfficersWhoMergeCrosswiseOneWinsAndNeitherWaitsForEver() throws Exception {
        for (int round = 0; round < 10; round++) {
            Appeal a = desk.dispatched(lead("gx"));
            Appeal b = ofOther(lead("zr"));
            List<String> told = new ArrayList<>();
            Thread one = officer(a, b, told);
            Thread two = officer(b, a, told);
            one.start();
            two.start();
            one.join();
            two.join();
            assertEquals(List.of("merge.merged"), told);
            assertTrue(now(a).joint() != now(b).joint());
        }
        isProvable();
    }

    private Thread officer(Appeal into, Appeal from, List<String> told) {
        return new Thread(() -> {
            try {
                desk.acts.act(new ActRequest(null, centre(), Door.WEB, into.id(), null, null, "", merging(from)));
            } catch (Refusal refusal) {
                synchronized (told) {
                    told.add(refusal.rule());
                }
            }
        });
    }
}
