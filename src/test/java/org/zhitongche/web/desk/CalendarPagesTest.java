package org.zhitongche.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.web.desk.Office.LAND;
import static org.zhitongche.web.desk.Office.field;
import static org.zhitongche.web.desk.Office.lead;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.calendar.Proposed;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.Acknowledge;
import org.zhitongche.handling.Desk;
import org.zhitongche.time.Zone;

/** Everything is dispatched on Thursday 2026-03-05 at 10:00: answered by Monday the 16th, 17:30. */
class CalendarPagesTest {

    private static final String AT = "/admin/calendar";

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private Office office;

    @BeforeEach
    void open() {
        office = new Office(DB.another(), Duration.ZERO);
        office.site.viewer = Office.centre();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Document page(String path) {
        var answer = office.site.get(path);
        assertEquals(200, answer.statusCode(), answer.body());
        return Jsoup.parse(answer.body());
    }

    private Document tried(String... fields) {
        return Jsoup.parse(office.site.post(AT, AT + "/closure", fields).body());
    }

    private Document typhoon() {
        return tried(field("document", "示例防汛〔2026〕1号"), field("reason", "台风停工"), field("from", "2026-03-06"), field("to", ""),
            field("region", "350200"), field("region", "350500"), field("codes", "350181"));
    }

    private String putInForce(Document tried) {
        var form = tried.selectFirst("form[data-confirm]");
        List<String> fields = form.select("input[type=hidden]").stream().filter(each -> !each.attr("name").equals("_csrf"))
            .map(each -> field(each.attr("name"), each.attr("value"))).toList();
        return office.site.post(AT, form.attr("action"), fields.toArray(String[]::new)).headers().firstValue("Location").orElse("");
    }

    private String due(UUID appeal) {
        return String.valueOf(Zone.dateOf(office.desk.appeals.getAppeal(appeal).due()));
    }

    @Test
    void aClosureIsTriedOutPutInForceAndUndone() {
        UUID appeal = office.dispatched("用地", lead(LAND));
        Document tried = typhoon();
        String said = tried.text();
        assertTrue(said.contains("差异 3 处；1 件未办结诉求的 3 个到期时间会变动"), said);
        assertTrue(said.contains("厦门市") && said.contains("泉州市") && said.contains("福清市"), said);
        assertTrue(said.contains("停工 台风停工 示例防汛〔2026〕1号"), said);
        assertEquals("2026-03-16", due(appeal));
        assertEquals(List.of(), office.calendar.list());

        assertEquals(AT + "/2", putInForce(tried));
        assertTrue(page(AT + "/2").text().contains("正在重算"));
        office.desk.clock.advance(Duration.ofSeconds(5));
        assertEquals(3, office.imports.run());
        assertEquals("2026-03-17", due(appeal));
        Document version = page(AT + "/2");
        assertTrue(version.text().contains("1 件诉求的 3 个"), version.text());
        assertTrue(version.select("a[href=/admin/appeals/" + appeal + "]").size() >= 2);
        Document list = page(AT);
        assertTrue(list.text().contains("受理岗 示例防汛〔2026〕1号 3 个"), list.text());
        assertTrue(list.text().contains("2026-03-06 厦门市、泉州市、福清市 台风停工 示例防汛〔2026〕1号"), list.text());

        Document undoing = page(AT + "/2/undo");
        assertTrue(undoing.text().contains("停工 台风停工 示例防汛〔2026〕1号 工作日"), undoing.text());
        assertEquals(AT + "/3", putInForce(undoing));
        office.desk.clock.advance(Duration.ofSeconds(5));
        office.imports.run();
        assertEquals("2026-03-16", due(appeal));
        assertEquals(404, office.site.get(AT + "/2/undo").statusCode());
        assertTrue(page(AT + "/3").text().contains("不再适用的通知 示例防汛〔2026〕1号"));
    }

    @Test
    void theProofOfWhatRunsIsOnTheNewCalendarAndThatOfWhatWasMetOnTheOneOfItsTime() {
        UUID appeal = office.dispatched("用地", lead(LAND));
        UUID part = office.desk.partOf(appeal, LAND);
        office.desk.act(Desk.department(LAND), appeal, new Acknowledge(part));
        office.desk.clock.advance(Duration.ofMinutes(5));
        putInForce(typhoon());
        office.desk.clock.advance(Duration.ofSeconds(5));
        office.imports.run();
        String at = "/admin/appeals/" + appeal + "/due/";
        String runs = page(at + "REPLY/" + part).text();
        assertTrue(runs.contains("到期：2026-03-17（周二） 17:30") && runs.contains("停工 台风停工 示例防汛〔2026〕1号"), runs);
        String met = page(at + "ACKNOWLEDGE/" + part).text();
        assertTrue(met.contains("到期：2026-03-06（周五） 17:30") && !met.contains("停工") && !met.contains("推算为"), met);
    }

    @Test
    void whatWasTriedOutOnAnotherCalendarIsNotPutInForce() {
        Document tried = typhoon();
        office.imports.apply(Proposed.notice("other", "document 示例防汛〔2026〕2号\npublished 2026-03-05\nclose 2026-03-09 35 台风停工\n"), "admin");
        assertEquals(AT, putInForce(tried));
        assertTrue(page(AT).text().contains("未启用：试算以后日历已变"));
        assertEquals(2, office.calendar.list().size());
    }

    @Test
    void eachMistakeIsNamedAtItsField() {
        String said = tried(field("document", ""), field("reason", "台风停工"), field("from", "2026-03-09"), field("to", "2026-03-06"), field("codes", "999999")).text();
        assertTrue(said.contains("没有区划代码 999999") && said.contains("末日不早于首日"), said);
        assertTrue(tried(field("document", "示例〔2026〕3号"), field("reason", "停工"), field("from", "2026-03-09")).text().contains("请选择停工的区域"));
        var named = tried(field("document", "甲 # 乙"), field("reason", "台风\nyear 2030"), field("from", "2026-03-09"), field("region", "350000"));
        assertTrue(named.text().contains("台风 year 2030 甲 乙"), named.text()); // one line stays one line
        assertEquals(List.of(), office.calendar.list());
    }

    @Test
    void supervisorsReadItAndDepartmentsDoNot() {
        office.site.viewer = Office.supervisor();
        assertEquals(0, page(AT).select("form[action^=" + AT + "]").size());
        assertEquals(404, office.site.post("/admin/supervision", AT + "/closure", field("document", "x")).statusCode());
        office.site.viewer = Office.officer(LAND);
        assertEquals(404, office.site.get(AT).statusCode());
        office.site.viewer = Office.systemAdmin();
        assertEquals(2, page(AT).select("form[action^=" + AT + "]").size());
    }
}
