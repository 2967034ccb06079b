package org.zhitongche.web.firm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Routing;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.Acknowledge;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.MakeContact;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.Split;
import org.zhitongche.web.Browser;
import org.zhitongche.web.Pages;
import org.zhitongche.web.SiteUnderTest;
import org.zhitongche.web.Viewer;

/** The firms' pages in a real browser, on phone and desktop. */
class LookOfFirmPagesTest {

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static FirmHouse house;
    private static SiteUnderTest site;

    @BeforeAll
    static void start() {
        house = new FirmHouse(DB.database());
        site = new SiteUnderTest(FirmPages.of(house.work, house.papers).toArray(Pages[]::new));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void nobody() {
        BROWSER.become(site, Viewer.ANONYMOUS);
        house.desk.clock.set(Desk.START);
        house.units = new Routing.Unit[] {Desk.lead(FirmHouse.LAND), Desk.coHandling(FirmHouse.PLANNING)};
    }

    private static Page open(String path) {
        return BROWSER.show(site, path);
    }

    private static void send(Page page, String form) {
        page.locator("main form[action$='" + form + "'] button[type=submit]").click();
    }

    /** Submits without an account; the receipt is shown. */
    private static Page submitted() {
        Page page = open("/appeals/new");
        page.locator("input[name=type][value=ASSISTANCE]").check();
        page.locator("#title").fill("厂房扩建用地手续迟迟未批");
        page.locator("#text").fill("我公司去年10月申请扩建二期厂房，用地报批材料已补正两次，至今没有结果。\n已有订单等待投产，请协调解决。");
        page.locator("#firm").fill(FirmHouse.FIRM.name());
        page.locator("#email").fill(FirmHouse.MAILBOX);
        page.locator("#region").selectOption("350200");
        send(page, "/appeals/new");
        page.waitForURL("**/receipt/**");
        return page;
    }

    @Test
    void aFirmWithoutAnAccountSubmitsVerifiesAndReads() {
        open("/");
        BROWSER.inspect("firm-home");
        open("/appeals/new");
        BROWSER.inspect("firm-submit");
        Page page = submitted();
        BROWSER.inspect("firm-receipt");
        page.locator("main a[role=button]").first().click();
        page.waitForURL("**/track/**");
        BROWSER.inspect("firm-status");
        page.locator("#code").fill(house.codeMailedTo(FirmHouse.MAILBOX));
        send(page, "/verify");
        assertThat(page.locator("h1")).hasText("厂房扩建用地手续迟迟未批");
        BROWSER.inspect("firm-case-new");
    }

    @Test
    void howTheDueTimeOfTheAnswerIsCounted() {
        house.desk.clock.set(Instant.parse("2026-12-30T02:00:00Z"));
        UUID appeal = house.verified("跨年的用地手续");
        Page page = open(house.link(appeal));
        BROWSER.inspect("firm-case-provisional");
        page.locator("dd a[href$='/due']").click();
        assertThat(page.locator("h1")).hasText("答复期限怎么算的");
        BROWSER.inspect("firm-proof");
    }

    @Test
    void aLetterThatWasSplitIsOneProgressWithEachPieceAClickAway() {
        UUID whole = house.verified("用地、用电和退税三个问题");
        house.desk.act(Desk.centre(), whole, new Split(List.of(
            new Split.Piece("二期工业用地手续三个月未批", "用地未批。", "land", null, List.of(Desk.lead(FirmHouse.LAND))),
            new Split.Piece("用电扩容排队", "用电排队。", "energy", null, List.of(Desk.lead(FirmHouse.PLANNING))),
            new Split.Piece("出口退税迟迟不到账", "退税未到账。", "taxes", null, List.of())), "三个事项"));
        UUID first = house.desk.appeals.getAppeal(whole).pieces().get(0).id();
        house.desk.act(Desk.department(FirmHouse.LAND), first, new Reply(house.desk.partOf(first, FirmHouse.LAND), Conclusion.A, "用地批文已下达。", null, null,
            List.of(), "分管领导"));
        Page page = open(house.link(whole));
        assertThat(page.locator("#pieces li")).hasCount(3);
        BROWSER.inspect("firm-pieces");
        page.locator("#pieces a.number").first().click();
        assertThat(page.locator("h1")).hasText("二期工业用地手续三个月未批");
        assertThat(page.getByText("用地批文已下达。").first()).isVisible();
        BROWSER.inspect("firm-piece");
    }

    @Test
    void aFormThatIsWrongSaysWhereAndKeepsTheRest() {
        BROWSER.expect("422");
        Page page = open("/appeals/new");
        page.locator("#title").fill("只写了标题");
        page.locator("#uscc").fill("91359999MA00000019");
        send(page, "/appeals/new");
        assertThat(page.locator("#uscc-error")).containsText("校验位不符");
        assertEquals("只写了标题", page.locator("#title").inputValue());
        BROWSER.inspect("firm-submit-wrong");
    }

    @Test
    void aFileOverTheLimitIsToldBeforeItIsSent() {
        Page page = open("/appeals/new");
        page.locator("#files").setInputFiles(new FilePayload("大图.png", "image/png", new byte[2000]));
        assertThat(page.locator("#files-error")).containsText("文件过大");
        send(page, "/appeals/new");
        assertTrue(page.url().endsWith("/appeals/new"));
        assertThat(page.locator("#title-error")).isEmpty();
    }

    @Test
    void theFirmReadsTheAnswerWithItsWayForwardAndRates() {
        UUID appeal = house.verified("堆场用地手续", FirmHouse.file("宗地图.txt"));
        house.desk.clock.advance(Duration.ofHours(3));
        house.desk.act(Desk.department(FirmHouse.LAND), appeal, new Acknowledge(house.desk.partOf(appeal, FirmHouse.LAND)));
        house.desk.clock.advance(Duration.ofHours(20));
        house.desk.act(Desk.department(FirmHouse.LAND), appeal, new MakeContact(house.desk.partOf(appeal, FirmHouse.LAND), "电话"));
        house.desk.clock.advance(Duration.ofHours(2));
        house.reply(appeal, Conclusion.C, "贵公司申请的地块位于生态保护红线内，暂不具备供地条件。\n可按下列方式申请园区存量用地。");
        Page page = open(house.link(appeal));
        BROWSER.inspect("firm-case-answered");
        page.locator("input[name=rate-solved][value=yes]").check();
        page.locator("input[name=rate-satisfaction][value=BASICALLY]").check();
        send(page, "/rate");
        assertThat(page.locator("#messages")).containsText("感谢您的评价");
        assertEquals(AppealState.ARCHIVED, house.desk.appeals.getAppeal(appeal).state());
        BROWSER.inspect("firm-case-archived");
    }

    @Test
    void aSignedInFirmHasItsListAndItsMessages() {
        for (String title : new String[] {"堆场用地手续", "职工子女入学", "园区公交线路"}) {
            house.verified(title);
        }
        BROWSER.become(site, FirmHouse.agent(FirmHouse.FIRM));
        open("/appeals");
        BROWSER.inspect("firm-list");
        Page page = open("/messages");
        BROWSER.inspect("firm-messages");
        page.locator("main button").first().click();
        page.waitForURL("**/appeals/**");
        BROWSER.inspect("firm-case-own");
        open("/appeals/new");
        BROWSER.inspect("firm-submit-own");
    }

    @Test
    void withdrawingAsksBack() {
        UUID appeal = house.verified("要撤回的");
        Page page = open(house.link(appeal));
        page.locator("summary", new Page.LocatorOptions().setHasText("撤回诉求")).click();
        page.onceDialog(dialog -> {
            assertTrue(dialog.message().contains("确定撤回"));
            dialog.dismiss();
        });
        send(page, "/withdraw");
        assertEquals(AppealState.HANDLING, house.desk.appeals.getAppeal(appeal).state());
        open("/track");
        BROWSER.inspect("firm-track");
    }
}
