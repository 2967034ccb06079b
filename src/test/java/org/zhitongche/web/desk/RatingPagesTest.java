package org.zhitongche.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.web.desk.Office.LAND;
import static org.zhitongche.web.desk.Office.PLANNING;
import static org.zhitongche.web.desk.Office.TAX;
import static org.zhitongche.web.desk.Office.field;
import static org.zhitongche.web.desk.Office.lead;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.ReviewReply;
import org.zhitongche.handling.RuleOnSendBack;
import org.zhitongche.handling.SendBack;
import org.zhitongche.handling.WayForward;
import org.zhitongche.survey.Rate;
import org.zhitongche.web.firm.FirmAnswer;

/** What departments and the centre do on pages once the firm has its answer, about a second dispute, and with a leader's note. */
class RatingPagesTest {

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private Office office;
    private UUID appeal;

    @BeforeEach
    void open() {
        office = new Office(DB.another());
        appeal = office.dispatched("工业用地手续迟迟未办结", lead(LAND));
    }

    @AfterEach
    void close() {
        office.close();
    }

    private UUID part() {
        return office.desk.partOf(appeal, LAND);
    }

    private void answered(Conclusion conclusion, String promised) {
        office.desk.act(Desk.department(LAND), appeal, new Reply(part(), conclusion, "答复如下。", promised == null ? null : LocalDate.parse(promised),
            conclusion.needsWayForward() ? new WayForward("网上申报", "市资源局", "0592-0000000", "工作日") : null, List.of(), "分管领导"));
        if (conclusion.needsWayForward()) {
            office.desk.act(Desk.centre(), appeal, new ReviewReply(part(), true, null));
        }
    }

    private void rated() {
        office.desk.act(Desk.firm(Office.FIRM.uscc()), appeal, new Rate(true, false, Satisfaction.DISSATISFIED, "没有解决"));
    }

    private Document page(String surface) {
        var answer = office.site.get("/" + surface + "/appeals/" + appeal);
        assertEquals(200, answer.statusCode());
        return Jsoup.parse(answer.body());
    }

    /** Sends the form as it stands on the page, with these fields filled in. */
    private int send(String surface, String name, String... fields) {
        Element form = page(surface).selectFirst("form[action$=/" + name + "]");
        StringBuilder body = new StringBuilder();
        form.select("input[type=hidden]").forEach(input -> body.append(field(input.attr("name"), input.attr("value"))).append('&'));
        for (int n = 0; n < fields.length; n += 2) {
            body.append(field(fields[n], fields[n + 1])).append('&');
        }
        return office.site.postBare("/" + surface + "/appeals/" + appeal + "/" + name, body.toString()).statusCode();
    }

    private boolean offers(String surface, String name) {
        return page(surface).selectFirst("form[action$=/" + name + "]") != null;
    }

    @Test
    void aDepartmentObjectsAndTheCentreRules() {
        office.site.viewer = Office.officer(LAND);
        answered(Conclusion.A, null);
        assertFalse(offers("desk", "object"));
        rated();
        assertEquals(422, send("desk", "object", "object-reason", " "));
        assertEquals(303, send("desk", "object", "object-reason", "企业要求超出政策规定。"));
        assertFalse(offers("desk", "object"), "once to a rating");
        office.site.viewer = Office.centre();
        assertTrue(Jsoup.parse(office.site.get("/admin").body()).text().contains("评价异议裁定"));
        assertTrue(page("admin").text().contains("企业要求超出政策规定。"));
        assertEquals(422, send("admin", "objection", "objection-upheld", "yes"));
        assertEquals(303, send("admin", "objection", "objection-upheld", "yes", "objection-reason", "情况属实"));
        assertTrue(page("admin").select("table:has(caption:containsOwn(评价异议))").text().contains("成立"));
        assertFalse(offers("admin", "objection"));
    }

    @Test
    void aDepartmentAmendsItsReplyAndTheFirmReadsIt() {
        office.site.viewer = Office.officer(LAND);
        assertFalse(offers("desk", "amend"));
        answered(Conclusion.A, null);
        assertEquals(422, send("desk", "amend", "amend-text", " "));
        assertEquals(303, send("desk", "amend", "amend-text", "更正：领取窗口在三楼。"));
        assertTrue(page("desk").select(".answer").last().text().matches(".*补充更正.*更正：领取窗口在三楼。"));
        assertTrue(FirmAnswer.listOf(office.work.reads().findCase(Desk.firm(Office.FIRM.uscc()), appeal).orElseThrow()).stream()
            .anyMatch(answer -> answer.text().equals("更正：领取窗口在三楼。") && LAND.equals(answer.department())));
    }

    @Test
    void whetherAPromiseSolvesItIsNotSaidBeforeTheFirmIsAskedAboutIt() {
        answered(Conclusion.B, "2026-04-30");
        office.desk.act(Desk.firm(Office.FIRM.uscc()), appeal, new Rate(true, null, Satisfaction.SATISFIED, null));
        office.site.viewer = Office.centre();
        assertEquals("满意", page("admin").select("dt:containsOwn(企业评价) + dd").text());
    }

    @Test
    void theCentreNotesWhatTheFirmSaysOnThePhone() {
        office.site.viewer = Office.centre();
        assertFalse(offers("admin", "survey"), "nothing is asked yet");
        answered(Conclusion.A, null);
        assertEquals(422, send("admin", "survey", "survey-satisfaction", "SATISFIED"), "whether it is solved is missing");
        assertEquals(303, send("admin", "survey", "survey-contacted", "yes", "survey-solved", "yes", "survey-satisfaction", "SATISFIED",
            "survey-said", "企业来电确认已领取批复。"));
        assertEquals(AppealState.ARCHIVED, office.desk.appeals.getAppeal(appeal).state());
        assertTrue(page("admin").text().contains("企业来电确认已领取批复。"));
        assertFalse(offers("admin", "survey"));
    }

    @Test
    void theCentreExplainsALawfulNoThatTheFirmDoesNotTake() {
        answered(Conclusion.C, null);
        rated();
        office.site.viewer = Office.centre();
        assertTrue(Jsoup.parse(office.site.get("/admin").body()).text().contains("重办或解释说明"));
        assertEquals(422, send("admin", "rework", "rework-how", "no"));
        assertEquals(303, send("admin", "rework", "rework-how", "no", "rework-text", "依据现行规划不能办理。"));
        assertEquals(AppealState.ARCHIVED, office.desk.appeals.getAppeal(appeal).state());
        assertTrue(page("admin").select(".answers, .answer").text().contains("依据现行规划不能办理。"));
    }

    @Test
    void aDepartmentSaysThatItsPromiseIsFulfilled() {
        answered(Conclusion.B, "2026-04-10");
        office.site.viewer = Office.officer(LAND);
        assertEquals(303, send("desk", "fulfil", "fulfil-text", "已提前供地。"));
        assertTrue(office.desk.appeals.getAppeal(appeal).surveyOpen());
        assertFalse(offers("desk", "fulfil"));
        assertTrue(page("desk").text().contains("已提前供地。"));
    }

    @Test
    void theSecondDisputeHasAFormOfItsOwnWithWhatWasSaidBefore() {
        office.desk.act(Desk.department(LAND), appeal, new SendBack(part(), "属发改部门职责", PLANNING));
        office.site.viewer = Office.centre();
        assertFalse(page("admin").text().contains("疑难争议裁定"));
        office.desk.act(Desk.centre(), appeal, new RuleOnSendBack(part(), true, null, List.of(lead(PLANNING))));
        office.desk.act(Desk.department(PLANNING), appeal, new SendBack(office.desk.partOf(appeal, PLANNING), "属税务部门职责", TAX));
        String page = page("admin").text();
        assertTrue(page.contains("疑难争议裁定") && page.contains("属发改部门职责") && page.contains("属税务部门职责"), page);
        assertEquals(409, send("admin", "rule", "upheld", "yes", "unit-1", TAX, "unit-role-1", "LEAD"), "a reason is needed either way");
        assertEquals(303, send("admin", "rule", "upheld", "yes", "rule-reason", "经会商由税务牵头", "unit-1", TAX, "unit-role-1", "LEAD"));
        assertTrue(office.desk.appeals.getAppeal(appeal).hard());
        office.site.viewer = Office.officer(TAX);
        assertFalse(offers("desk", "send-back"));
    }

    @Test
    void aCaseGoesBeforeALeaderAndOnlyTheDepartmentThatAnswersSeesTheNote() {
        appeal = office.dispatched("企业停产", lead(LAND), Office.sharing(TAX));
        office.site.viewer = Office.centre();
        assertEquals(303, send("admin", "put-before", "put-office", "分管副省长", "put-summary", "企业停产在即，涉及多部门。"));
        assertTrue(office.site.get("/admin/supervision/cases?of=LEADER_REPORTS").body().contains(office.desk.appeals.getAppeal(appeal).number()));
        office.site.viewer = Office.supervisor();
        assertEquals(422, send("admin", "leader-note", "leader-note-day", "2026-03-05", "leader-note-part", part().toString(), "leader-note-days", "3"));
        assertEquals(303, send("admin", "leader-note", "leader-note-report", "Z1", "leader-note-day", "2026-03-05",
            "leader-note-text", "请认真研究，限期解决。", "leader-note-part", part().toString(), "leader-note-days", "3"));
        assertTrue(page("admin").text().contains("限期解决"));
        office.site.viewer = Office.officer(TAX);
        String other = page("desk").text();
        assertFalse(other.contains("限期解决") || other.contains("分管副省长") || other.contains("停产在即"), other);
        office.site.viewer = Office.officer(LAND);
        String theirs = page("desk").text();
        assertTrue(theirs.contains("限期解决"));
        assertFalse(theirs.contains("停产在即"), "the report is for those who oversee");
        assertTrue(Jsoup.parse(office.site.get("/desk").body()).text().contains("-P1"));
        assertEquals(303, send("desk", "answer-note", "answer-note-text", "已落实供地。"));
        assertFalse(offers("desk", "answer-note"));
        office.site.viewer = Office.supervisor();
        assertTrue(page("admin").text().contains("已落实供地。"));
    }
}
