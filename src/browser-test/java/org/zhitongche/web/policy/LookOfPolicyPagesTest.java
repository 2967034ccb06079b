package org.zhitongche.web.policy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.policy.Push;
import org.zhitongche.policy.PushHouse;
import org.zhitongche.web.Browser;
import org.zhitongche.web.Pages;
import org.zhitongche.web.SiteUnderTest;
import org.zhitongche.web.Viewer;

/** From an empty form to the firm that reads why it got the policy, in a real browser, on phone and desktop. */
class LookOfPolicyPagesTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static PushHouse house;
    private static SiteUnderTest site;

    @BeforeAll
    static void start() {
        house = new PushHouse(DB.database());
        site = new SiteUnderTest(PolicyPages.of(house.own, house.directory::regions, PushHouse.WORDS).toArray(Pages[]::new));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static Page open(String path) {
        return BROWSER.show(site, path);
    }

    @Test
    void aPolicyIsWrittenSeenThroughPushedAndRead() {
        BROWSER.become(site, PolicyPagesTest.CENTRE);
        Page page = open("/admin/policies/new");
        fill(page);
        addLines(page);
        BROWSER.inspect("policy-edit");
        page.locator("form > .actions button[type=submit]").click();
        page.waitForURL("**/admin/policies/*-*");
        page.onDialog(dialog -> dialog.accept());
        page.locator("form[action$='/publish'] button").click();
        page.locator("form[action$='/push'] button").click();
        assertThat(page.locator("#messages")).containsText("推送已开始");
        BROWSER.inspect("policy-push-running");
        Push push = house.pushes.findLatest(house.policies.list("", 1).get(0).id()).orElseThrow();
        house.round();
        house.send(3);
        house.round();
        assertThat(page.locator(".push .figure").nth(2)).containsText("3");
        house.send(1000);
        house.round();
        assertThat(page.locator(".push")).containsText("已完成");
        BROWSER.inspect("policy-pushed");
        open("/admin/policies");
        BROWSER.inspect("policy-list");
        open("/admin/pushes/" + push.id());
        BROWSER.inspect("policy-deliveries");
        readBy(house.states(push.id()).keySet().iterator().next(), push);
    }

    private static void fill(Page page) {
        page.locator("#title").fill("关于支持中小企业智能化改造的若干措施");
        page.locator("#number").fill("示例〔2026〕3号");
        page.locator("#authority").fill("示例市工业和信息化局");
        page.locator("#type").selectOption("SUBSIDY");
        page.locator("#way").selectOption("APPLICATION");
        page.locator("#text").fill("一、支持范围：开展智能化改造的中小企业。\n二、支持标准：按设备投入的10%给予补助。\n三、办理流程：网上申报，部门联审，公示拨付。");
        page.locator("#amount").fill("设备投入的10%，最高100万元");
        page.locator("#applyTo").fill("2026-06-30");
    }

    /** Each button asks the server for the lines; what was typed stays. */
    private static void addLines(Page page) {
        add(page, "REGION");
        page.locator("input[name='in-0'][value='350200']").check();
        page.locator("input[name='other-0']").fill("晋江市");
        add(page, "SIZE");
        page.locator("input[name='in-1'][value='LARGE']").check();
        page.locator("input[name='not-1']").check();
        add(page, "RD_SHARE");
        assertTrue(page.locator("input[name='in-0'][value='350200']").isChecked());
        assertEquals("晋江市", page.locator("input[name='other-0']").inputValue());
        page.locator("button[value='remove-2']").click();
        assertThat(page.locator("#audience .audience-line")).hasCount(2);
        page.locator("button[value='preview']").click();
        assertThat(page.locator("#preview")).containsText("所在地区为厦门市、晋江市（含所辖地区），且不属于“企业规模为大型”");
        page.locator("input[name='in-0'][value='350500']").check();
        assertThat(page.locator("#preview")).containsText("泉州市");
        assertEquals("关于支持中小企业智能化改造的若干措施", page.locator("#title").inputValue());
    }

    private static void add(Page page, String field) {
        int before = page.locator("#audience .audience-line").count();
        page.locator("select[name='new-field']").selectOption(field);
        page.locator("button[value='add']").click();
        assertThat(page.locator("#audience .audience-line")).hasCount(before + 1);
    }

    private static void readBy(String uscc, Push push) {
        BROWSER.become(site, PolicyPagesTest.firm(uscc));
        open("/policies/mine");
        BROWSER.inspect("policy-mine");
        Page page = open("/policies/" + push.policy());
        assertThat(page.locator("main")).containsText("为什么推给我");
        BROWSER.inspect("policy-one");
        open("/policies");
        BROWSER.inspect("policy-public");
        BROWSER.become(site, Viewer.ANONYMOUS);
        house.pushes.start(house.published("退订看看", "{\"field\": \"region\", \"in\": [\"350200\"]}").id(), "中心坐席");
        house.round();
        open(house.send(1).get(0).body().replaceAll("(?s).*(/unsubscribe/[\\w-]+).*", "$1"));
        BROWSER.inspect("policy-unsubscribe");
    }
}
