package org.zhitongche.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.web.desk.Office.LAND;
import static org.zhitongche.web.desk.Office.PLANNING;
import static org.zhitongche.web.desk.Office.TAX;
import static org.zhitongche.web.desk.Office.lead;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Above;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.Acknowledge;
import org.zhitongche.handling.DecideRework;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.Escalate;
import org.zhitongche.handling.IssueOrder;
import org.zhitongche.handling.MakeContact;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.RequestExtension;
import org.zhitongche.handling.ReviewReply;
import org.zhitongche.handling.RuleOnSendBack;
import org.zhitongche.handling.SendBack;
import org.zhitongche.handling.WayForward;
import org.zhitongche.survey.Rate;
import org.zhitongche.time.Zone;

/** Everything is dispatched on Thursday 2026-03-05 at 10:00: to be acknowledged by Friday the 6th, answered by Monday the 16th, 17:30. */
class SupervisionPagesTest {

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private Office office;

    @BeforeEach
    void open() {
        office = new Office(DB.another());
        office.site.viewer = Office.supervisor();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private UUID acknowledged(String title, String unit) {
        UUID appeal = office.dispatched(title, lead(unit));
        office.desk.act(Desk.department(unit), appeal, new Acknowledge(office.desk.partOf(appeal, unit)));
        return appeal;
    }

    private void passOn(UUID appeal, String from, String to) {
        office.desk.act(Desk.department(from), appeal, new SendBack(office.desk.partOf(appeal, from), "不属职责", to));
        office.desk.act(Desk.centre(), appeal, new RuleOnSendBack(office.desk.partOf(appeal, from), true, null, List.of(lead(to))));
    }

    private void reply(UUID appeal, String unit, String text) {
        office.desk.act(Desk.department(unit), appeal, new Reply(office.desk.partOf(appeal, unit), Conclusion.A, text, null, null, List.of(), "分管领导"));
    }

    private void at(String civil) {
        office.desk.clock.set(LocalDateTime.parse(civil).atZone(Zone.CHINA).toInstant());
    }

    private Document page() {
        var answer = office.site.get("/admin/supervision");
        assertEquals(200, answer.statusCode());
        return Jsoup.parse(answer.body());
    }

    /** The numbers that are not 0, by what they count. */
    private Map<String, String> numbers() {
        Map<String, String> numbers = new TreeMap<>();
        for (Element link : page().select(".figure a")) {
            if (!link.text().equals("0")) {
                numbers.put(link.attr("href").replaceAll(".*of=", ""), link.text());
            }
        }
        return numbers;
    }

    private List<String> row(String table, String unit) {
        return page().select("table:has(caption:containsOwn(" + table + ")) tbody tr").stream().filter(tr -> tr.text().contains(unit))
            .map(tr -> tr.select("td").stream().skip(1).map(Element::text).toList()).findFirst().orElse(List.of());
    }

    private boolean behind(String number, UUID appeal) {
        return office.site.get("/admin/supervision/cases?of=" + number).body().contains(office.desk.appeals.getAppeal(appeal).number());
    }

    @Test
    void whatIsRedAndWhatTurnsRedTodayIsCountedByTheMinuteAndByUnit() {
        UUID untouched = office.dispatched("没有人签收", lead(LAND));
        UUID other = acknowledged("已签收", LAND);
        acknowledged("税务已签收", TAX);
        assertEquals(Map.of(), numbers(), "nothing falls due on the day of the dispatch");
        at("2026-03-06T17:00:00");
        assertEquals(Map.of("TODAY", "1"), numbers());
        at("2026-03-06T17:30:00.000001");
        assertEquals(Map.of("RED", "1"), numbers());
        at("2026-03-16T10:00:00");
        assertEquals(Map.of("RED", "1", "TODAY", "3"), numbers());
        assertEquals(List.of("1", "2"), row("各单位", office.work.labels().unit(LAND)));
        assertEquals(List.of("0", "1"), row("各单位", office.work.labels().unit(TAX)));
        assertTrue(behind("RED", untouched) && behind("RED&unit=" + LAND, untouched));
        assertFalse(behind("RED", other) || behind("RED&unit=" + TAX, untouched));
    }

    @Test
    void theCentresOwnLatenessStandsBesideThatOfTheDepartments() {
        UUID appeal = acknowledged("申请延期", LAND);
        at("2026-03-09T10:00:00");
        office.desk.act(Desk.department(LAND), appeal, new RequestExtension(office.desk.partOf(appeal, LAND), LocalDate.parse("2026-03-20"), "需论证"));
        assertEquals(Map.of("TODAY", "1"), numbers(), "asked before 15:00, to be ruled on by 17:30");
        at("2026-03-10T09:00:00");
        assertEquals(Map.of("RED", "1", "LATE_EXTENSIONS", "1"), numbers());
        assertEquals(List.of("1", "0"), row("各单位", "企业诉求服务中心"));
    }

    @Test
    void ordersTheLeadersListAndPromisesAreCounted() {
        UUID listed = acknowledged("重点项目", LAND);
        office.desk.act(Desk.centre(), listed, new Escalate(Above.LEADERS, "停工"));
        office.desk.act(Desk.centre(), listed, new IssueOrder(office.desk.partOf(listed, LAND), "两日内报告", 2, null));
        UUID promised = acknowledged("路面修复", TAX);
        office.desk.act(Desk.department(TAX), promised, new MakeContact(office.desk.partOf(promised, TAX), "已电话沟通"));
        office.desk.act(Desk.department(TAX), promised, new Reply(office.desk.partOf(promised, TAX), Conclusion.B, "列入计划",
            LocalDate.parse("2026-06-30"), null, List.of(), "分管领导"));
        assertEquals(Map.of("LEADERS", "1", "ORDERS", "1", "PROMISE", "1"), numbers());
        assertTrue(office.site.get("/admin/supervision/cases?of=PROMISE").body().contains("2026-07-01"), "until when it stands there");
        at("2026-03-10T09:00:00");
        assertEquals(Map.of("LEADERS", "1", "ORDERS", "1", "LATE_ORDERS", "1", "RED", "1", "PROMISE", "1"), numbers());
    }

    @Test
    void whoSendsBackMostAndBetweenWhomMattersGoToAndFro() {
        passOn(office.dispatched("一件", lead(LAND)), LAND, TAX);
        passOn(office.dispatched("二件", lead(LAND)), LAND, TAX);
        passOn(office.dispatched("三件", lead(TAX)), TAX, LAND);
        UUID kept = office.dispatched("四件", lead(LAND));
        office.desk.act(Desk.department(LAND), kept, new SendBack(office.desk.partOf(kept, LAND), "不属职责", null));
        office.desk.act(Desk.centre(), kept, new RuleOnSendBack(office.desk.partOf(kept, LAND), false, "首接负责", null));
        passOn(office.dispatched("五件", lead(PLANNING)), PLANNING, LAND);
        // dispatched to LAND: three of its own, one from TAX, one from PLANNING
        assertEquals(List.of("3", "2", "1", "5"), row("退回最多", office.work.labels().unit(LAND)));
        assertEquals(List.of("1", "1", "0", "3"), row("退回最多", office.work.labels().unit(TAX)));
        assertEquals(List.of("2", "1", "3", "3"), row("推诿指数", office.work.labels().unit(TAX)));
        assertEquals(List.of("1", "0", "1", "1"), row("推诿指数", office.work.labels().unit(PLANNING)));
        assertTrue(behind("SENT_BACK&unit=" + LAND, kept));
        assertFalse(behind("PASSED_ON&unit=" + LAND + "&to=" + TAX, kept));
    }

    @Test
    void completionsThatLookWrongAreFound() {
        UUID denied = acknowledged("没有联系就办结", LAND);
        reply(denied, LAND, "经研究，已经解决。");
        office.desk.act(Desk.firm(Office.FIRM.uscc()), denied, new Rate(false, false, Satisfaction.DISSATISFIED, "并未解决"));
        for (String text : List.of("您申请的延期缴纳税款事项已经我局核准，期限为三个月，已于2026年3月办结，请在电子税务局查询。",
                "您申请的延期缴纳税款事项已经我局核准，期限为三个月，已于2025年12月办结，请在电子税务局查询！",
                "退税款因开户行信息有误被退回，已与您核对账号，国库于次日重新支付。")) {
            UUID appeal = acknowledged("有联系", TAX);
            office.desk.act(Desk.department(TAX), appeal, new MakeContact(office.desk.partOf(appeal, TAX), "已电话沟通"));
            reply(appeal, TAX, text);
        }
        office.similar.replies().run();
        assertEquals(Map.of("NOT_SOLVED", "1", "NO_CONTACT", "1", "ALIKE", "2"), numbers());
        assertTrue(behind("NOT_SOLVED", denied));
        at("2026-06-20T10:00:00");
        assertFalse(numbers().containsKey("NOT_SOLVED"), "it is more than the 30 days ago");
        assertTrue(Jsoup.parse(office.site.get("/admin/supervision?days=365").body()).select(".figure a[href$=NOT_SOLVED]").text().equals("1"));
        Document then = Jsoup.parse(office.site.get("/admin/supervision?days=30&until=2026-03-05").body());
        assertEquals("2", then.select(".figure a[href$=ALIKE]").text(), "on the last day of the period it happened");
        assertTrue(office.site.get(then.select(".figure a[href$=NOT_SOLVED]").attr("href")).body().contains(denied.toString()));
        assertTrue(then.select("h2").text().contains("截至 2026-03-05 的 30 天"));
        assertEquals("0", Jsoup.parse(office.site.get("/admin/supervision?days=30&until=2026-03-04").body()).select(".figure a[href$=ALIKE]").text());
        assertEquals(200, office.site.get("/admin/supervision?until=2026-02-31").statusCode(), "no day is none");
    }

    @Test
    void onlySupervisorsAndTheCentreSeeItAndASupervisorNoFirm() {
        UUID late = office.dispatched("没有人签收", lead(LAND));
        at("2026-03-09T10:00:00");
        assertTrue(behind("RED", late));
        assertFalse(office.site.get("/admin/supervision/cases?of=RED").body().contains(Office.FIRM.name()));
        assertEquals(404, office.site.get("/admin/supervision/cases?of=EVERYTHING").statusCode());
        office.site.viewer = Office.centre();
        assertTrue(office.site.get("/admin/supervision/cases?of=RED").body().contains(Office.FIRM.name()));
        for (var viewer : List.of(Office.officer(LAND), Office.systemAdmin())) {
            office.site.viewer = viewer;
            assertEquals(404, office.site.get("/admin/supervision").statusCode());
            assertEquals(404, office.site.get("/admin/supervision/cases?of=RED").statusCode());
        }
    }

    @Test
    void whatTheCentreItselfIsLateWithIsCountedAsItsOwn() {
        UUID appeal = acknowledged("等待审核的答复", LAND);
        UUID part = office.desk.partOf(appeal, LAND);
        at("2026-03-06T14:00:00");
        office.desk.act(Desk.department(LAND), appeal, new Reply(part, Conclusion.C, "目前没有指标。", null,
            new WayForward("网上申报", "市资源局", "0592-0000000", "工作日"), List.of(), "分管领导"));
        assertEquals(List.of("0", "1"), row("各单位超期", "企业诉求服务中心"));
        at("2026-03-06T17:31:00");
        assertEquals(List.of("1", "0"), row("各单位超期", "企业诉求服务中心"));
        assertTrue(behind("RED&unit=CENTRE", appeal));
        office.desk.act(Desk.centre(), appeal, new ReviewReply(part, true, null));
        office.desk.act(Desk.firm(Office.FIRM.uscc()), appeal, new Rate(true, false, Satisfaction.DISSATISFIED, null));
        // rated after 15:00: to be decided by noon of Monday the 9th
        at("2026-03-09T12:01:00");
        assertEquals(List.of("1", "0"), row("各单位超期", "企业诉求服务中心"));
        office.desk.act(Desk.centre(), appeal, new DecideRework(false, "依据现行规划不能办理。", List.of()));
        assertEquals(List.of(), row("各单位超期", "企业诉求服务中心"));
    }
}
