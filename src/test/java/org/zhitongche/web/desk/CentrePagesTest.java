package org.zhitongche.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.web.desk.Office.FIRM;
import static org.zhitongche.web.desk.Office.LAND;
import static org.zhitongche.web.desk.Office.PLANNING;
import static org.zhitongche.web.desk.Office.TAX;
import static org.zhitongche.web.desk.Office.centre;
import static org.zhitongche.web.desk.Office.field;
import static org.zhitongche.web.desk.Office.lead;
import static org.zhitongche.web.desk.Office.officer;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.AppealReads.FirmCase;
import org.zhitongche.appeal.Event;
import org.zhitongche.directory.DispatchRule;
import org.zhitongche.directory.DispatchRuleStore;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.SendBack;
import org.zhitongche.supervision.SupervisionRound;
import org.zhitongche.time.Zone;
import org.zhitongche.web.SiteUnderTest;

class CentrePagesTest {

    @RegisterExtension
    static final OpenOffice OPEN = new OpenOffice().seenBy(centre()).from(Desk.START);

    private static final Office office = OPEN.office();
    private static final SiteUnderTest site = office.site;

    private static String search(String... params) {
        StringBuilder query = new StringBuilder();
        for (int n = 0; n < params.length; n += 2) {
            query.append(n == 0 ? "?" : "&").append(params[n]).append('=').append(URLEncoder.encode(params[n + 1], StandardCharsets.UTF_8));
        }
        return site.get("/admin/appeals" + query).body();
    }

    @Test
    void triageShowsWhyAPersonMustLookAndUntilWhen() {
        UUID doubtful = office.inTriage("归类不明的事项", List.of(TAX), lead(LAND));
        UUID sentBack = office.dispatched("退回的事项", lead(LAND));
        office.desk.act(Desk.department(LAND), sentBack, new SendBack(office.desk.partOf(sentBack, LAND), "不属本单位", null));
        String page = site.get("/admin").body();
        assertTrue(page.contains("/admin/appeals/" + doubtful));
        assertTrue(page.contains("未能确定类别"));
        assertTrue(page.contains("/admin/appeals/" + sentBack));
        assertTrue(page.contains("退回待裁定"));
        office.desk.clock.advance(Duration.ofDays(10));
        assertTrue(site.get("/admin").body().contains("已超期"));
    }

    private static HttpResponse<String> dispatch(UUID appeal, String choice, String... more) {
        List<String> fields = new ArrayList<>(List.of("version=" + office.version(appeal), "once=" + UUID.randomUUID(), field("choice", choice)));
        fields.addAll(List.of(more));
        return site.post("/admin/triage/" + appeal, "/admin/triage/" + appeal + "/dispatch", fields.toArray(String[]::new));
    }

    /** One appeal after the other: what is dispatched leads on to the next that waits. */
    @Test
    void theTriageDeskDispatchesACandidateAndGoesOnToTheNext() {
        office.desk.clock.advance(Duration.ofDays(60)); // after whatever else waits
        UUID first = office.inTriage("分拣台第一件", List.of(TAX), lead(LAND));
        office.desk.clock.advance(Duration.ofMinutes(1));
        UUID second = office.inTriage("分拣台第二件", List.of(TAX), lead(LAND));
        String page = site.get("/admin/triage/" + first).body();
        assertTrue(page.contains("分拣台第一件，请协调解决"), page);
        assertTrue(page.contains("value=\"land;LEAD:" + LAND + "\""), page);
        assertTrue(page.contains("类别 72%"), page);
        assertTrue(page.contains("/admin/triage/" + second), page);
        HttpResponse<String> done = dispatch(first, "land;LEAD:" + LAND);
        assertEquals(303, done.statusCode(), done.body());
        assertEquals("/admin/triage/" + second, done.headers().firstValue("Location").orElse("").replaceAll("^https?://[^/]+", ""));
        assertEquals(LAND, office.desk.appeals.getAppeal(first).lead().orElseThrow().department());
    }

    @Test
    void aChoiceOfOnesOwnIsDispatchedAndWhatIsRecusedOrGarbledIsRefused() {
        UUID own = office.inTriage("另选的一件", List.of(TAX), lead(LAND));
        assertEquals(422, dispatch(own, "own", field("own-category", "sea"), field("own-unit", "")).statusCode());
        assertEquals(422, dispatch(own, "land;LEAD").statusCode());
        HttpResponse<String> recused = dispatch(own, "own", field("own-category", "sea"), field("own-unit", TAX));
        assertEquals(409, recused.statusCode());
        assertTrue(recused.body().contains("value=\"sea\" selected"), "what was chosen stands there again");
        assertEquals(303, dispatch(own, "own", field("own-category", "sea"), field("own-unit", PLANNING)).statusCode());
        assertEquals("sea", office.desk.appeals.getAppeal(own).category());
        assertEquals(409, dispatch(own, "land;LEAD:" + LAND).statusCode(), "somebody was faster");
    }

    @Test
    void notAcceptingOnTheTriageDeskNeedsReasonAndRightWayAndKeepsWhatWasTyped() {
        UUID appeal = office.inTriage("不予受理的一件", List.of(TAX), lead(LAND));
        String at = "/admin/triage/" + appeal;
        HttpResponse<String> half = site.post(at, at + "/refuse", "version=" + office.version(appeal), field("ground", "OUTSIDE_REMIT"),
            field("refuse-reason", "属于股东之间的纠纷"), "right-way=");
        assertEquals(422, half.statusCode());
        assertTrue(half.body().contains("属于股东之间的纠纷"));
        assertEquals(303, site.post(at, at + "/refuse", "version=" + office.version(appeal), field("ground", "OUTSIDE_REMIT"),
            field("refuse-reason", "属于股东之间的纠纷"), field("right-way", "向人民法院起诉")).statusCode());
        site.viewer = officer(LAND);
        assertEquals(404, site.get(at).statusCode());
    }

    @Test
    void theCandidatesOfTheTriageDeskGoByTheRulesForThisFirm() {
        UUID appeal = office.inTriage("使用林地的一件", List.of(TAX), lead(LAND));
        String at = "/admin/triage/" + appeal;
        assertFalse(site.get(at).body().contains("LEAD:350000-development"));
        DispatchRuleStore rules = new DispatchRuleStore(office.database, office.desk.clock);
        rules.lay(new DispatchRule(UUID.randomUUID(), "forest", null, FIRM.uscc(), "unit:350000-development", null, null, null, null, null, "文", null, null),
            null, "中心");
        office.directory.refresh();
        try {
            assertTrue(site.get(at).body().contains("value=\"forest;LEAD:350000-development"));
        } finally {
            office.database.sql().sql("delete from dispatch_rule where firm = ?").param(FIRM.uscc()).update();
            office.directory.refresh();
        }
    }

    @Test
    void aProposalThatNamesADepartmentThatIsGoneShowsItsSuccessor() {
        UUID appeal = office.inTriage("科技项目验收", List.of(TAX), lead("350200-science"));
        office.database.sql().sql("update department set valid_to = '2026-03-05' where code = '350200-science'").update();
        office.database.sql().sql("""
            insert into take_over (id, department, successor, from_day, document, categories, regions, officers, declared_at, declared_by)
            values (?, '350200-science', '350200-industry', '2026-03-05', '文', '{}', '{}', 'MOVE', now(), '管理员')""").param(UUID.randomUUID()).update();
        office.directory.refresh();
        try {
            assertTrue(site.get("/admin/triage/" + appeal).body().contains("LEAD:350200-industry"));
            assertTrue(site.get("/admin/appeals/" + appeal).body().contains("value=\"350200-industry\" selected"));
        } finally {
            office.database.sql().sql("delete from take_over").update();
            office.database.sql().sql("update department set valid_to = null").update();
            office.directory.refresh();
        }
    }

    @Test
    void aFirmThatIsNotRegisteredStandsUnderWhatItCallsItself() {
        String number = office.byStranger("示例未登记有限公司").number();
        assertTrue(site.get("/admin").body().contains("示例未登记有限公司"));
        assertTrue(search("firm", "未登记").contains(number));
        assertFalse(search("firm", "未登记乙").contains(number));
    }

    @Test
    void aLightOfTheFirmsDueTimeIsNotTheCentres() {
        UUID appeal = office.dispatched("灯", lead(LAND));
        office.desk.clock.advance(Duration.ofDays(30));
        new SupervisionRound(office.database, office.desk.appeals, office.desk.clock).run();
        String story = site.get("/admin/appeals/" + appeal).body();
        assertTrue(story.contains("答复（对企业的期限）"), story);
        assertFalse(story.contains("答复（企业诉求中心）"), story);
    }

    @Test
    void departmentsAndSupervisorsDoNotComeToTheCentresDesk() {
        site.viewer = officer(LAND);
        assertEquals(404, site.get("/admin").statusCode());
        assertEquals(404, site.get("/admin/appeals").statusCode());
        site.viewer = Office.supervisor();
        assertEquals(303, site.get("/admin").statusCode());
        assertEquals(404, site.get("/admin/entry").statusCode());
    }

    @Test
    void appealsAreFoundByNumberFirmWordsStateUnitAndPeriod() {
        UUID one = office.dispatched("冷库用电增容", lead(TAX));
        String number = office.desk.appeals.getAppeal(one).number();
        String link = "/admin/appeals/" + one;
        for (String[] fitting : new String[][] {{"number", number}, {"firm", FIRM.name(), "words", "冷库"}, {"words", "用电增容"},
            {"state", "HANDLING", "unit", "厦门市税务局", "words", "冷库"}, {"from", "2026-03-05", "to", "2026-03-05", "number", number}}) {
            assertTrue(search(fitting).contains(link), String.join(" ", fitting));
        }
        for (String[] other : new String[][] {{"number", "359999-"}, {"words", "冷库 码头"}, {"state", "ARCHIVED"},
            {"unit", LAND, "words", "冷库"}, {"to", "2026-03-04"}}) {
            assertFalse(search(other).contains(link), String.join(" ", other));
        }
    }

    @Test
    void aUnitThatDoesNotExistIsToldAndFindsNothing() {
        String page = search("unit", "不存在的局");
        assertTrue(page.contains("没有这个承办单位"));
        assertTrue(page.contains("value=\"不存在的局\""));
    }

    @Test
    void whatStaffEntersIsTakenInWithSourceAndByWhom() {
        HttpResponse<String> answer = site.post("/admin/entry", "/admin/entry", "once=" + UUID.randomUUID(), field("firm", FIRM.name()),
            field("uscc", FIRM.uscc()), field("source", "PHONE"), field("type", "INQUIRY"), field("title", "电话咨询贴息"),
            field("text", "来电咨询技改贴息。"), field("may-name", "none"), field("phone", "0592-0000002"));
        assertEquals(303, answer.statusCode());
        String where = answer.headers().firstValue("Location").orElse("");
        UUID appeal = UUID.fromString(where.substring(where.lastIndexOf('/') + 1));
        Event.Submitted submitted = (Event.Submitted) office.desk.appeals.listEvents(appeal).get(0).event();
        assertEquals("PHONE", submitted.source().name());
        assertEquals("受理岗", submitted.enteredBy().name());
        assertEquals(Actor.Kind.CENTRE, submitted.enteredBy().kind());
        assertFalse(submitted.mayName().handler());
        assertFalse(submitted.verified());
        assertTrue(site.get(where).body().contains("代录企业诉求（来源：电话）"));
    }

    @Test
    void aSlipCountsFromTheDayItCameInAndOnceByItsNumber() {
        String[] slip = {field("firm", "示例来信有限公司"), field("source", "HOTLINE_12345"), field("type", "ASSISTANCE"), field("title", "园区路灯不亮"),
            field("text", "园区路灯三个月不亮。"), field("may-name", "handler"), field("slip-number", "XM-0305-00017"), field("slip-received", "2026-03-02")};
        HttpResponse<String> answer = site.post("/admin/entry", "/admin/entry", slip);
        assertEquals(303, answer.statusCode(), answer.body());
        String where = answer.headers().firstValue("Location").orElse("");
        Appeal appeal = office.desk.appeals.getAppeal(UUID.fromString(where.substring(where.lastIndexOf('/') + 1)));
        assertEquals(Zone.at(LocalDate.parse("2026-03-02"), LocalTime.of(9, 0)), appeal.firstReceived());
        // the centre had one working day: Tuesday, March 3
        assertEquals(Zone.at(LocalDate.parse("2026-03-03"), LocalTime.of(17, 30)), appeal.triageDue());
        assertTrue(site.get(where).body().contains("XM-0305-00017"));
        assertTrue(search("words", "XM-0305-00017").contains(appeal.number()));

        HttpResponse<String> again = site.post("/admin/entry", "/admin/entry", slip);
        assertEquals(where, again.headers().firstValue("Location").orElse(""), "typed in twice, it is one appeal");
        slip[4] = field("text", "另一件事。");
        answer = site.post("/admin/entry", "/admin/entry", slip);
        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains("已经代录过"));
        slip[6] = field("slip-number", "XM-0305-00018");
        slip[7] = field("slip-received", "2026-03-20");
        answer = site.post("/admin/entry", "/admin/entry", slip);
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("收到日期应在最近一年之内"));
    }

    @Test
    void staffEntryWithoutFirmOrWithAWrongCodeIsToldFieldByField() {
        HttpResponse<String> answer = site.post("/admin/entry", "/admin/entry", field("uscc", "91359999MA0000001A"),
            field("source", "MAIL"), field("type", "INQUIRY"), field("title", "标题"), field("text", "已经写好的内容"));
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("统一社会信用代码不正确"));
        assertTrue(answer.body().contains("href=\"#source\""));
        assertTrue(answer.body().contains("已经写好的内容</textarea>"));
    }

    @Test
    void typingAFirmFindsItAndShowsItsOpenAndSimilarCases() {
        office.dispatched("消防验收迟迟未办", lead(LAND));
        String found = site.get("/admin/entry/firms?firm=" + URLEncoder.encode("示例第7号", StandardCharsets.UTF_8)).body();
        assertTrue(found.contains("/admin/entry/firm/" + FIRM.uscc()));
        String chosen = site.get("/admin/entry/firm/" + FIRM.uscc() + "?title=" + URLEncoder.encode("消防验收", StandardCharsets.UTF_8)).body();
        assertTrue(chosen.contains("value=\"" + FIRM.uscc() + "\""));
        assertTrue(chosen.contains("消防验收迟迟未办"));
        assertTrue(chosen.contains("相似度100%"));
        assertEquals(404, site.get("/admin/entry/firm/nobody").statusCode());
    }

    @Test
    void ofAFirmsCasesTheOpenAndTheLikestComeFirst() {
        office.dispatched("码头岸线审批", lead(LAND));
        office.dispatched("员工子女入学", lead(LAND));
        List<FirmCase> cases = new AppealReads(office.database).listOfFirm(Desk.centre(), FIRM.uscc(), "岸线审批", null, 3);
        assertEquals("码头岸线审批", cases.get(0).appeal().title());
        assertEquals(1.0, cases.get(0).likeness());
        assertTrue(cases.get(1).likeness() < 1.0);
    }
}
