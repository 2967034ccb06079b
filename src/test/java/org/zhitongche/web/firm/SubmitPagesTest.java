package org.zhitongche.web.firm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.web.firm.FirmHouse.agent;
import static org.zhitongche.web.firm.FirmHouse.field;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.TrackingTokens.Purpose;
import org.zhitongche.appeal.Type;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.web.Pages;
import org.zhitongche.web.SiteUnderTest;
import org.zhitongche.web.Viewer;

class SubmitPagesTest {

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static FirmHouse house;
    private static SiteUnderTest site;

    @BeforeAll
    static void open() {
        house = new FirmHouse(DB.database());
        site = new SiteUnderTest(FirmPages.of(house.work, house.papers).toArray(Pages[]::new));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void nobody() {
        site.forgetCookies();
        site.viewer = Viewer.ANONYMOUS;
    }

    private static String[] form(String once, String... more) {
        List<String> fields = new ArrayList<>(List.of(field("once", once), "type=ASSISTANCE", field("title", "堆场用地手续"),
            field("text", "三个月没有结果"), field("firm", FirmHouse.FIRM.name()), field("uscc", FirmHouse.FIRM.uscc()),
            field("email", "someone@shili-001.example"), "region=350200", "mayName=handler"));
        for (String changed : more) {
            fields.removeIf(f -> f.startsWith(changed.substring(0, changed.indexOf('=') + 1)));
            fields.add(changed);
        }
        return fields.toArray(String[]::new);
    }

    @Test
    void theListOfErrorsNamesEachFieldInTheOrderOfThePage() {
        String page = submit(field("once", UUID.randomUUID().toString()), field("title", "用地"), field("email", "nowhere")).body().replaceAll("\\s+", " ");
        String list = page.substring(page.indexOf("role=\"alert\""), page.indexOf("</ul>", page.indexOf("role=\"alert\"")));
        assertEquals(List.of("诉求类型：请从列出的选项中选择", "具体情况：此项必填", "企业名称：此项必填", "电子邮箱：邮箱格式不对，应如 name@example.cn", "所在地区：此项必填"),
            Arrays.stream(list.replaceAll("<[^>]*>", "\n").split("\n")).map(String::strip).filter(line -> line.contains("：") && !line.endsWith("：")).toList());
        assertTrue(list.contains("<a href=\"#region\">"), list);
    }

    @Test
    void aFirmFindsItsAppealsAndMessagesOnTheFrontPage() {
        assertFalse(site.get("/").body().contains("href=\"/messages\""));
        site.viewer = agent(FirmHouse.FIRM);
        String page = site.get("/").body();
        String hero = page.substring(page.indexOf("class=\"hero\""));
        assertTrue(hero.contains("href=\"/appeals\"") && hero.contains("href=\"/messages\""), hero);
    }

    private static HttpResponse<String> submit(String... fields) {
        return site.post("/appeals/new", "/appeals/new", fields);
    }

    private static UUID appeal(HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode(), answer.body());
        String token = answer.headers().firstValue("Location").orElseThrow().replace("/receipt/", "");
        return house.tokens.read(Purpose.TRACK, token).orElseThrow();
    }

    private static long count() {
        return DB.database().sql().sql("select count(*) from appeal").query(Long.class).single();
    }

    @Test
    void whoeverSubmitsGetsANumberAndALink() {
        HttpResponse<String> sent = submit(form(UUID.randomUUID().toString(), "about="));
        Appeal appeal = house.desk.appeals.getAppeal(appeal(sent));
        assertFalse(appeal.verified());
        assertEquals(Type.ASSISTANCE, appeal.type());
        assertEquals(FirmHouse.FIRM.uscc(), appeal.uscc());
        String receipt = site.get(sent.headers().firstValue("Location").orElseThrow()).body();
        assertTrue(receipt.contains(appeal.number()));
        assertTrue(receipt.contains(house.link(appeal.id())));
        assertFalse(receipt.contains("堆场用地手续"));
    }

    @Test
    void aDoubleClickMakesOneAppeal() {
        String once = UUID.randomUUID().toString();
        UUID first = appeal(submit(form(once)));
        long before = count();
        assertEquals(first, appeal(submit(form(once))));
        assertEquals(before, count());
    }

    @Test
    void theSameFormWithOtherWordsIsAskedAboutAndKeepsThem() {
        String once = UUID.randomUUID().toString();
        submit(form(once));
        HttpResponse<String> other = submit(form(once, field("text", "另一件事")));
        assertEquals(409, other.statusCode());
        assertTrue(other.body().contains("另一件事"));
        assertFalse(other.body().contains(once));
    }

    @Test
    void aWrongCreditCodeIsToldByItsRuleAndWhatWasTypedStays() {
        long before = count();
        HttpResponse<String> answer = submit(form(UUID.randomUUID().toString(), "uscc=91359999MA00000019"));
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("校验位不符（GB 32100-2015）"));
        assertTrue(answer.body().contains("三个月没有结果"));
        assertEquals(before, count());
    }

    @Test
    void anUnknownRegionAndAMissingMailboxAreToldByTheirFields() {
        HttpResponse<String> answer = submit(form(UUID.randomUUID().toString(), "region=999999", "email="));
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("href=\"#region\""));
        assertTrue(answer.body().contains("href=\"#email\""));
    }

    @Test
    void aScriptInTheTitleStaysText() {
        UUID appeal = appeal(submit(form(UUID.randomUUID().toString(), field("title", "<script>alert(1)</script>"))));
        site.viewer = agent(FirmHouse.FIRM);
        house.desk.appeals.getAppeal(appeal);
        HttpResponse<String> wrong = submit(form(UUID.randomUUID().toString(), field("title", "<script>alert(1)</script>"), "type=x"));
        assertTrue(wrong.body().contains("value=\"&lt;script>alert(1)&lt;/script>\"") || !wrong.body().contains("<script>alert"), wrong.body());
    }

    @Test
    void aSignedInFirmSpeaksForItselfWhateverTheFormSays() {
        site.viewer = agent(FirmHouse.FIRM);
        UUID id = appeal(submit(form(UUID.randomUUID().toString(), field("uscc", FirmHouse.OTHER.uscc()), field("firm", FirmHouse.OTHER.name()))));
        Appeal appeal = house.desk.appeals.getAppeal(id);
        assertTrue(appeal.verified());
        assertEquals(FirmHouse.FIRM.uscc(), appeal.uscc());
    }

    @Test
    void aMailboxThatIsSomebodyElsesIsNotFlooded() {
        try (SiteUnderTest fresh = new SiteUnderTest(FirmPages.of(house.work, house.papers).toArray(Pages[]::new))) {
            for (int i = 0; i < 10; i++) {
                assertEquals(303, fresh.post("/appeals/new", "/appeals/new", form(UUID.randomUUID().toString())).statusCode());
            }
            long before = count();
            HttpResponse<String> eleventh = fresh.post("/appeals/new", "/appeals/new", form(UUID.randomUUID().toString()));
            assertEquals(429, eleventh.statusCode());
            assertTrue(eleventh.headers().firstValue("Retry-After").isPresent());
            assertEquals(before, count());
        }
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        site.get("/appeals/new");
        String body = String.join("&", Arrays.asList(form(UUID.randomUUID().toString())));
        assertEquals(403, site.postBare("/appeals/new", body).statusCode());
    }
}
