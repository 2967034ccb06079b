package org.zhitongche.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import gg.jte.Content;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Passwords;
import org.zhitongche.directory.People;
import org.zhitongche.directory.PersonRole;

/** The frame of all pages in a real browser, on phone and desktop. */
class LookOfPagesTest {

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static SiteUnderTest site;
    private static Accounts accounts;

    /** Shows each component once. */
    private record Sampler() implements Pages {
        @Override
        public Surface surface() {
            return Surface.ADMIN;
        }

        @Override
        public List<NavItem> nav() {
            return List.of(new NavItem("/admin", "全部诉求", Guard.CENTRE),
                new NavItem("/admin/other", "待受理", Guard.CENTRE), new NavItem("/admin/third", "统计", Guard.CENTRE),
                new NavItem("/admin/rules", "派单规则", Guard.CENTRE, NavItem.Group.ASSIGNING), new NavItem("/admin/models", "分类模型", Guard.CENTRE, NavItem.Group.ASSIGNING),
                new NavItem("/admin/alone", "告警", Guard.CENTRE, NavItem.Group.SYSTEM));
        }

        @Override
        public void register(Routes routes) {
            Content sample = output -> output.writeContent(Samples.HTML);
            routes.get("/admin", Guard.CENTRE, visit -> visit.page("layout.jte",
                Map.of("title", "sampler", "content", sample, "charts", true, "wide", true)));
            routes.post("/admin/part", Guard.CENTRE, visit -> visit.page("part/message.jte",
                Map.of("tone", "good", "text", "done by htmx")));
            routes.post("/admin/refused", Guard.CENTRE, visit -> {
                throw new Problem(409, "form.required");
            });
        }
    }

    @BeforeAll
    static void start() {
        accounts = new Accounts(DB.database(), InstantSource.system(), new Directory(DB.database()),
            WebSettings.onLoopback(0));
        List<Pages> pages = new ArrayList<>(accounts.pages());
        pages.add(new Sampler());
        site = new SiteUnderTest(EnumSet.allOf(Surface.class), accounts.viewers(), pages.toArray(Pages[]::new));
        new People(DB.database(), InstantSource.system()).save("centre1", "平台受理岗", Set.of(PersonRole.CENTRE), null,
            null, null, Passwords.hash("long enough 1"));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void noAlarm() {
        site.banners.clear();
    }

    private static Page open(String path) {
        return BROWSER.show(site, path);
    }

    private static Page signIn() {
        Page page = open("/sign-in");
        enter(page, "long enough 1");
        page.waitForURL(site.address("/admin"));
        return page;
    }

    private static void enter(Page page, String password) {
        page.locator("#login").fill("centre1");
        page.locator("#password").fill(password);
        page.locator("main button[type=submit]").click();
    }

    @Test
    void theFrontPage() {
        open("/");
        BROWSER.inspect("home");
    }

    @Test
    void signingInWithAWrongPasswordSaysWhatIsWrong() {
        BROWSER.expect("422");
        Page page = open("/sign-in");
        enter(page, "wrong");
        assertThat(page.locator("#login-error")).hasText("账号或密码不正确");
        assertEquals("centre1", page.locator("#login").inputValue());
        BROWSER.inspect("sign-in");
    }

    @Test
    void settingUpTheFirstAdministrator() {
        String link = accounts.setUpLinks().renew().orElseThrow();
        open(link.substring(link.indexOf("/setup/")));
        BROWSER.inspect("setup");
    }

    @Test
    void theOwnAccount() {
        signIn();
        open("/account");
        BROWSER.inspect("account");
    }

    @Test
    void aPageThatDoesNotExist() {
        BROWSER.expect("404");
        open("/nowhere");
        BROWSER.inspect("error-404");
    }

    @Test
    void anErrorLeadsBackToWhatWasTyped() {
        BROWSER.expect("422");
        BROWSER.expect("404");
        Page page = open("/sign-in");
        page.locator("#login").fill("typed-before");
        page.evaluate("location.href = '/nowhere'");
        page.locator("[data-back]").click();
        page.waitForURL(site.address("/sign-in"));
        assertThat(page.locator("#login")).hasValue("typed-before");
    }

    @Test
    void allComponents() {
        site.banners.add(new Banner("示例：外部邮箱连接中断，已有12封通知等待发送", "/admin/other"));
        Page page = signIn();
        page.locator(".chart canvas").waitFor();
        BROWSER.inspect("components");
    }

    @Test
    void theMenuOpensAndClosesOnAPhone() {
        Page page = signIn();
        page.setViewportSize(Browser.PHONE, 844);
        assertThat(page.locator("#menu")).isHidden();
        page.locator(".menu-button").click();
        assertThat(page.locator("#menu")).isVisible();
        BROWSER.inspect("menu");
        page.setViewportSize(Browser.PHONE, 844);
        page.locator(".menu-button").click();
        assertThat(page.locator("#menu")).isHidden();
    }

    @Test
    void aGroupOfTheMenuOpensByKeyboardAndClosesByEscOrAClickElsewhere() {
        Page page = signIn();
        assertThat(page.getByText("告警", new Page.GetByTextOptions().setExact(true)).first()).isVisible(); // alone in its group, so a link by itself
        assertThat(page.getByText("分类模型")).isHidden();
        page.locator("details.group summary").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByText("分类模型")).isVisible();
        BROWSER.inspect("menu-group");
        page.setViewportSize(Browser.DESKTOP, 800);
        page.keyboard().press("Escape");
        assertThat(page.getByText("分类模型")).isHidden();
        page.locator("details.group summary").click();
        page.locator("h1").first().click();
        assertThat(page.getByText("分类模型")).isHidden();
    }

    @Test
    void htmxSendsTheTokenAndShowsAnswersAndRefusals() {
        BROWSER.expect("409");
        BROWSER.expect("Response Status Error Code");
        Page page = signIn();
        page.locator("#do").click();
        assertThat(page.locator("#answer .message.good")).hasText("done by htmx");
        page.locator("#fail").click();
        assertThat(page.locator("#messages .message.bad")).containsText("此项必填");
    }

    @Test
    void aFormThatAsksBackIsNotSentOnNo() {
        Page page = signIn();
        page.onceDialog(dialog -> {
            assertEquals("确定退回？", dialog.message());
            dialog.dismiss();
        });
        page.locator("#asks button").first().click();
        assertTrue(page.url().endsWith("/admin"));
    }
}
