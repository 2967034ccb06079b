package org.zhitongche.web.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.web.numbers.NumbersHouse.LAND;
import static org.zhitongche.web.numbers.NumbersHouse.TAX;
import static org.zhitongche.web.numbers.NumbersHouse.officer;
import static org.zhitongche.web.numbers.NumbersHouse.person;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.stats.Figure;
import org.zhitongche.stats.FigureRow;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Measure;
import org.zhitongche.stats.Part;
import org.zhitongche.stats.Period;
import org.zhitongche.stats.Question;
import org.zhitongche.web.SiteUnderTest;

class NumberPagesTest {

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static NumbersHouse house;
    private static SiteUnderTest site;

    @BeforeAll
    static void open() {
        house = new NumbersHouse(DB.database());
        site = house.site;
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void sit() {
        site.viewer = person("centre", PersonRole.CENTRE, null);
    }

    /** What stands on a page, without marks. */
    private static String plain(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private static String line(String page, Measure measure) {
        Matcher line = Pattern.compile("<tr data-measure=\"" + measure.key() + "\">(.*?)</tr>", Pattern.DOTALL).matcher(page);
        assertTrue(line.find(), measure.key());
        return line.group(1);
    }

    private static Matcher casesLink(String html, String part) {
        Matcher link = Pattern.compile("href=\"([^\"]*/cases[^\"]*part=" + part + ")\"").matcher(html);
        assertTrue(link.find(), html);
        return link;
    }

    private static String firstCases(String html, String part) {
        return site.get(casesLink(html, part).group(1).replace("&amp;", "&")).body();
    }

    private static int rows(String page) {
        return page.split("/appeals/[0-9a-f]{8}-").length - 1;
    }

    @Test
    void eachFigureShowsTheValueOfTheFiguresWithItsSidesAndItsDefinition() {
        String page = site.get("/admin/figures?by=overall&from=2026-01-01&to=2026-03-05").body();
        FigureRow row = house.figures.table(new Question(Period.ofDays(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 5)),
            house.figures.now(), Grouping.OVERALL)).overall();
        for (Measure measure : Measure.values()) {
            Figure figure = row.get(measure);
            String line = plain(line(page, measure));
            assertTrue(line.contains(" " + figure.text() + " "), line);
            assertTrue(line.contains(" " + figure.side(Part.NUMERATOR).toPlainString() + " " + figure.side(Part.DENOMINATOR).toPlainString() + " "), line);
            assertTrue(line.contains(SiteUnderTest.WORDS.get("measure." + measure.key() + ".numerator") + " ÷ "), line);
        }
        assertTrue(plain(line(page, Measure.COMPLETION)).contains(" 64.2% 9 14 "), line(page, Measure.COMPLETION));
    }

    @Test
    void noDataIsADashAndFewAreMarked() {
        String page = site.get("/admin/figures?by=overall").body();
        assertTrue(plain(line(page, Measure.ON_TIME)).contains(" — 0 0 "));
        assertFalse(line(page, Measure.ON_TIME).contains("分母不足 10"));
        assertTrue(plain(line(page, Measure.RESOLUTION)).contains(" 100.0% 分母不足 10 1 1 "));
        assertFalse(line(page, Measure.COMPLETION).contains("分母不足 10"));
    }

    @Test
    void aNumberOpensTheCasesThatItCounts() {
        String page = site.get("/admin/figures?by=overall").body();
        assertEquals(9, rows(firstCases(line(page, Measure.COMPLETION), "numerator")));
        assertEquals(14, rows(firstCases(line(page, Measure.COMPLETION), "denominator")));
        String assignments = firstCases(line(page, Measure.ACKNOWLEDGED_IN_TIME), "numerator");
        assertEquals(9, rows(assignments));
        assertFalse(assignments.contains(house.ofTax.toString()));
    }

    @Test
    void aCursorThatIsNoneBeginsTheListAnew() {
        assertEquals(14, rows(site.get("/admin/figures/cases?by=overall&key=&measure=completion&part=denominator&after=nonsense").body()));
    }

    @Test
    void departmentsStandBesideEachOtherAndFewAreNotRanked() {
        String page = site.get("/admin/figures?by=department").body();
        String text = plain(page);
        assertTrue(text.contains(" 1 厦门市自然资源局 75.0% 9 12 "), text);
        assertTrue(text.matches(".* — [^ ]*税务[^ ]* 0\\.0% 分母不足 10 0 2 .*"), text);
        assertTrue(page.contains("data-chart=\"{"), "a chart stands beside the table");
        String own = site.get("/admin/figures?by=department&key=" + TAX).body();
        assertTrue(own.indexOf("data-measure=\"completion\"") < own.indexOf("data-chart"), "what was asked for stands above the comparison");
        assertTrue(own.contains(">返回全部</a>"));
        assertTrue(plain(line(own, Measure.COMPLETION)).contains(" 0.0% 分母不足 10 0 2 "));
    }

    @Test
    void theCutOffDecidesWhatCounts() {
        String page = site.get("/admin/figures?by=overall&cutOff=2026-03-05T10:00").body();
        assertTrue(plain(line(page, Measure.COMPLETION)).contains(" 0.0% 分母不足 10 0 1 "), plain(line(page, Measure.COMPLETION)));
        assertEquals(1, rows(firstCases(line(page, Measure.COMPLETION), "denominator")));
    }

    @Test
    void aPeriodTheWrongWayRoundOrACutOffToComeIsTold() {
        assertEquals(422, site.get("/admin/figures?from=2026-03-02&to=2026-03-01").statusCode());
        assertTrue(site.get("/admin/figures?cutOff=2027-01-01T00:00").body().contains("统计截止时点不能晚于现在"));
        assertTrue(site.get("/admin/figures?from=yesterday").body().contains("class=\"wrong\""));
        assertEquals(404, site.get("/admin/figures/cases?from=2026-03-02&to=2026-03-01&key=&measure=completion").statusCode());
    }

    @Test
    void aDepartmentSeesItsOwnFiguresAndCasesWhateverItAsksFor() {
        site.viewer = officer(TAX);
        for (String query : new String[] {"", "?by=overall&key=", "?by=department&key=" + LAND}) {
            String page = site.get("/desk/figures" + query).body();
            assertTrue(plain(line(page, Measure.COMPLETION)).contains(" 0.0% 分母不足 10 0 2 "), query);
            assertFalse(page.contains("自然资源"), query);
        }
        String cases = site.get("/desk/figures/cases?by=overall&key=" + LAND + "&measure=completion&part=denominator").body();
        assertEquals(2, rows(cases));
        assertTrue(cases.contains("/desk/appeals/" + house.ofTax));
        assertEquals(404, site.get("/admin/figures").statusCode());
        assertEquals(404, site.get("/admin/ledger").statusCode());
    }

    @Test
    void aDepartmentWithoutCasesIsToldSo() {
        site.viewer = officer("350200-development");
        assertTrue(site.get("/desk/figures").body().contains("没有可统计的诉求"));
    }

    @Test
    void waitingTimesAreGivenByHolder() {
        String text = plain(site.get("/admin/figures?by=overall").body());
        assertTrue(text.matches(".*等待时长由谁持有 .*厦门市资源局 9 4小时30分 0小时30分 0小时30分 .*"), text);
    }

    @Test
    void aWaitingTimeOpensItsCasesAndTellsWhereItsMedianStands() {
        String page = site.get("/admin/figures?by=overall").body();
        String row = page.substring(page.indexOf("data-held=\"" + LAND));
        String cases = site.get(link(row, "of=waiting")).body();
        assertEquals(9, rows(cases));
        assertTrue(plain(cases).contains("共 9 件，合计 4小时30分。中位数 0小时30分（第 5 位）；第 90 百分位 0小时30分（第 1 位与第 2 位之间）"), plain(cases));
        assertTrue(plain(cases).contains("位次 持有时长 工作时间 等待时长 编号"), plain(cases));
        String ofAll = site.get(link(page, "of=office")).body();
        assertTrue(plain(ofAll).contains("已办结诉求的等待时长（工作时间），从长到短"), plain(ofAll));
        site.viewer = officer(TAX);
        assertEquals(0, rows(site.get("/desk/figures/cases?of=waiting&measure=completion&holder=" + LAND).body()));
    }

    private static String link(String html, String of) {
        Matcher link = Pattern.compile("href=\"([^\"]*/cases[^\"]*" + of + "[^\"]*)\"").matcher(html);
        assertTrue(link.find(), html);
        return link.group(1).replace("&amp;", "&");
    }

    @Test
    void theLedgerAddsUpAtEachDoorAndShowsBothSidesOfItsEquations() {
        site.viewer = person("supervisor", PersonRole.SUPERVISOR, null);
        String page = site.get("/admin/ledger").body();
        Matcher api = Pattern.compile("<tr data-door=\"API\">(.*?)</tr>", Pattern.DOTALL).matcher(page);
        assertTrue(api.find());
        assertTrue(plain(api.group(1)).contains(" 数据接口 14 14 0 0 0 0 0 "), plain(api.group(1)));
        assertTrue(plain(page).contains(" 新建 + 拆分的分件 = 诉求 数据接口 14 14 0 成立 "), plain(page));
        assertTrue(page.contains("全部等式成立"));
    }
}
