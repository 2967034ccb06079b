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

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhitongche.appeal.Above;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealInMemory;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.ChangedProcedure;
import org.zhitongche.appeal.Classification;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Contact;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.MayName;
import org.zhitongche.appeal.Recognition;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.appeal.Source;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.Terms;
import org.zhitongche.appeal.Type;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.intake.Submitting;
import org.zhitongche.supervision.Turning;
import org.zhitongche.survey.Rate;
import org.zhitongche.time.Zone;

/**
 * What follows when a rule is set otherwise than it is delivered. Dispatched on Thursday 2026-03-05 at 10:00, to be answered by
 * Monday the 16th; working days in between are March 6, 9, 10, 11, 12, 13. Each step is folded anew from its events.
 */
class ChangedRulesTest {

    private AppealInMemory memory;

    private void dispatched(String... settings) {
        dispatched(false, settings);
    }

    private void dispatched(boolean listed, String... settings) {
        memory = new AppealInMemory(terms(settings), Desk.START);
        Submission submission = new Submission(UUID.randomUUID(), Door.WEB, null, "示例企业", true, "key", Source.WEB, Type.ASSISTANCE,
                "用地手续", "项目用地报批已三个月。", Desk.FIRM, "示例机械有限公司", new Contact("经办人", null, "a@shili-001.example"),
                "350200", null, List.of(), MayName.HANDLER_ONLY, List.of(), null, null, List.of(), Desk.START, null);
        memory.act(Actor.SYSTEM, Submitting.of(Draft.of(submission)
                .with(new Recognition(Desk.FIRM, "示例机械有限公司", "350200", true, "recognised.by-code", listed))
                .with(new Classification(List.of(new Classification.Candidate("land", 0.9)), List.of(), "rules", true))
                .with(new Routing(List.of(lead("gx"), sharing("hj")), List.of(), List.of(), List.of())), "350200-20260305-000001", "350200"));
    }

    private static Terms terms(String... settings) {
        return new Terms(ChangedProcedure.with(settings), () -> Walk.CALENDAR, CategoryBook.read(Path.of("config/categories.yaml"))::statutoryLimit);
    }

    private static Instant at(String time) {
        return Zone.at(LocalDate.parse(time.substring(0, 10)), LocalTime.parse(time.substring(11)));
    }

    private void on(String time) {
        memory.pass(Duration.between(memory.now(), at(time)));
        memory.act(Actor.SYSTEM, Turning.lights());
    }

    private void act(Actor actor, Action action) {
        memory.act(actor, action);
    }

    private String refusal(Actor actor, Action action) {
        return assertThrows(Refusal.class, () -> act(actor, action)).rule();
    }

    private Appeal now() {
        return memory.appeal();
    }

    private Assignment part(String unit) {
        return now().assignments().stream().filter(a -> a.department().equals(unit)).reduce((former, latest) -> latest).orElseThrow();
    }

    private SendBack back(String unit) {
        return new SendBack(part(unit).id(), "不属于本单位职责", null);
    }

    private void ruled(String from, String to) {
        act(centre(), new RuleOnSendBack(part(from).id(), true, "依职责分工", List.of(lead(to))));
    }

    private RequestInformation question() {
        return new RequestInformation(part("gx").id(), "请补充用地红线图");
    }

    private RequestExtension extension(String day) {
        return new RequestExtension(part("gx").id(), LocalDate.parse(day), "需现场勘测");
    }

    private void grant() {
        act(centre(), new RuleOnExtension(part("gx").id(), true, null));
    }

    private void answered(Conclusion conclusion) {
        for (String unit : List.of("gx", "hj")) {
            if (part(unit).state().open()) {
                act(department(unit), new Reply(part(unit).id(), conclusion, "已办结。", null, null, List.of(), null));
            }
        }
    }

    private void rated(boolean solved, Satisfaction satisfaction) {
        act(firm(), new Rate(true, solved, satisfaction, null));
    }

    @Test
    void aCaseIsSentBackAsOftenAsTheRuleSaysAndTheLastTimeIsTheHardCase() {
        dispatched("send-back times: 3");
        act(department("gx"), back("gx"));
        ruled("gx", "zr");
        act(department("zr"), back("zr"));
        ruled("zr", "fg");
        assertFalse(now().hard());
        assertFalse(part("fg").ruled());
        act(department("fg"), back("fg"));
        ruled("fg", "sw");
        assertTrue(now().hard());
        assertTrue(part("sw").ruled());
        assertEquals("send-back.third", refusal(department("hj"), back("hj")));
    }

    @Test
    void ofAnotherTypeOrCategoryARuleMaySayAnother() {
        dispatched("send-back times-by-type: {assistance: 1}");
        act(department("gx"), back("gx"));
        ruled("gx", "zr");
        assertTrue(now().hard(), "the first is the last");
        dispatched("send-back times-by-type: {assistance: 1}", "send-back times-by-category: {land: 3}");
        act(department("gx"), back("gx"));
        ruled("gx", "zr");
        assertFalse(now().hard(), "the category comes first");
    }

    @Test
    void aFirmIsAskedAgainWhereTheRuleSaysTwiceButNotWhileItIsWaitedFor() {
        dispatched("information times: 2");
        act(department("gx"), question());
        assertEquals("information.waiting", refusal(department("gx"), question()));
        on("2026-03-13T10:00");
        // March 6, 9, 10, 11, 12 the clock stood
        assertTrue(part("gx").lapsed());
        assertEquals(at("2026-03-23T17:30"), part("gx").due());
        act(department("gx"), question());
        assertNull(part("gx").due());
        on("2026-03-17T10:00");
        act(firm(), new Supplement("补充如下。", List.of()));
        // and March 16 and 17
        assertEquals(at("2026-03-25T17:30"), part("gx").due());
        assertEquals(at("2026-03-25T17:30"), now().due());
        assertEquals("terminate.not-asked", refusal(centre(), new Terminate(true, "未补正")));
        assertEquals("information.once", refusal(department("gx"), question()));
    }

    @Test
    void aSecondExtensionIsWithinTheSameMaximum() {
        dispatched("extension times: 2");
        on("2026-03-06T10:00");
        act(department("gx"), extension("2026-03-20"));
        assertEquals("extension.pending", refusal(department("gx"), extension("2026-03-23")));
        grant();
        // four of seven working days are used: March 23, 24, 25 are left
        assertEquals("extension.too-long", refusal(department("gx"), extension("2026-03-26")));
        act(department("gx"), extension("2026-03-25"));
        act(centre(), new RuleOnExtension(part("gx").id(), false, "理由不足"));
        assertEquals(at("2026-03-20T17:30"), now().due());
        assertTrue(part("gx").extended(), "the first was granted");
        assertEquals("extension.once", refusal(department("gx"), extension("2026-03-23")));
    }

    @Test
    void anExtensionIsAskedForSoLongBeforeAndIsAtMostSoLong() {
        dispatched("extension before: 3wd", "extension term: 3wd");
        on("2026-03-11T17:30");
        assertEquals("extension.too-long", refusal(department("gx"), extension("2026-03-20")));
        on("2026-03-11T17:31");
        assertEquals("extension.late", refusal(department("gx"), extension("2026-03-19")));
    }

    @Test
    void aPriorityCaseHasTheShareOfItsTermThatTheRuleSaysAndKeepsItWhateverIsSaidLater() {
        dispatched("priority share: 2/3");
        act(centre(), new Prioritise("priority.safety"));
        // two thirds of 7 are 5: March 6, 9, 10, 11, 12
        assertEquals(at("2026-03-12T17:30"), now().due());
        memory.under(terms());
        assertEquals(at("2026-03-12T17:30"), now().due());
        act(centre(), new MarkHard("涉及多部门"));
        // two thirds of 15 are 10: to March 19
        assertEquals(at("2026-03-19T17:30"), part("hj").due());
        memory.under(terms("priority share: 1/3"));
        on("2026-03-06T10:00");
        act(department("gx"), extension("2026-03-20"));
        grant();
        assertEquals(at("2026-03-20T17:30"), now().due());
    }

    @Test
    void priorityIsGivenOnTheGroundsThatTheRuleNames() {
        dispatched(true);
        assertTrue(now().priority());
        dispatched(true, "priority grounds: [safety]");
        assertFalse(now().priority(), "nothing by itself");
        assertEquals("priority.ground", refusal(centre(), new Prioritise("priority.stopped")));
        act(centre(), new Prioritise("priority.safety"));
        // half of 7 is 4: March 6, 9, 10, 11
        assertEquals(at("2026-03-11T17:30"), now().due());
    }

    @Test
    void aRatingIsObjectedToAgainOnceTheFirstObjectionIsRuledOn() {
        dispatched("objection times: 2");
        answered(Conclusion.A);
        rated(false, Satisfaction.DISSATISFIED);
        UUID rated = now().rated("gx").orElseThrow().id();
        ObjectToRating objection = new ObjectToRating(rated, "企业要求超出政策规定。", List.of());
        act(department("gx"), objection);
        assertEquals("objection.pending", refusal(department("gx"), objection));
        act(centre(), new RuleOnObjection(rated, false, "不成立"));
        act(department("gx"), objection);
        act(centre(), new RuleOnObjection(rated, true, "补充材料属实"));
        assertEquals("objection.once", refusal(department("gx"), objection));
    }

    @Test
    void whatReopensACaseAndAfterWhichAnswersTheCentreDecidesIsTheRulesToSay() {
        dispatched("rework on: [very-dissatisfied]");
        answered(Conclusion.A);
        rated(false, Satisfaction.DISSATISFIED);
        assertEquals(AppealState.ARCHIVED, now().state());
        assertEquals(0, now().reopened());
        assertTrue(now().objectBy() != null, "a bad rating all the same");
        dispatched("rework on: [very-dissatisfied]", "rework decided: [A]");
        answered(Conclusion.A);
        rated(true, Satisfaction.VERY_DISSATISFIED);
        assertTrue(now().reworkDecideBy() != null);
        act(centre(), new DecideRework(true, null, List.of()));
        assertEquals(1, now().reopened());
    }

    @Test
    void anAnswerSaysWhichWayLeadsOnWhereTheRuleWantsItToo() {
        dispatched("way-forward of-by-type: {assistance: [A]}");
        Refusal refused = assertThrows(Refusal.class, () -> answered(Conclusion.A));
        assertEquals("reply.way-forward", refused.rule());
        assertEquals(List.of("A、C、D"), refused.args());
        WayForward way = new WayForward("政务服务窗口", "综合窗口", "0591-0000000", "工作日");
        act(department("gx"), new Reply(part("gx").id(), Conclusion.A, "已办结。", null, way, List.of(), null));
        assertTrue(part("gx").completedAt() != null);
    }

    @Test
    void aCaseIsReopenedAsOftenAsTheRuleSaysAndThenShownToThoseAbove() {
        dispatched("rework times: 2");
        for (int reopened = 1; reopened <= 2; reopened++) {
            answered(Conclusion.A);
            rated(false, Satisfaction.DISSATISFIED);
            assertEquals(reopened, now().reopened());
            assertNull(now().escalatedTo());
        }
        answered(Conclusion.A);
        rated(false, Satisfaction.DISSATISFIED);
        assertEquals(AppealState.ARCHIVED, now().state());
        assertEquals(2, now().reopened());
        assertEquals(Above.SUPERVISOR, now().escalatedTo());
    }
}
