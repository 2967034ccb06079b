package org.zhitongche.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.zhitongche.web.desk.Office.lead;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.web.Browser;

/** Rules of dispatch, stand-ins, take-overs and the forms of recusal in a real browser, on phone and desktop. */
class LookOfUnitsTest {

    private static final String CITY = "350200-natural-resources";

    @RegisterExtension
    static final OpenOffice OPEN = new OpenOffice(database -> new Office(database, Duration.ZERO, Office.unitPages(database))).seenBy(Office.centre());
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final Office office = OPEN.office();
    private static final UUID running = office.dispatched("二期项目工业用地报批迟迟未能完成", lead(CITY));

    private static Page show(String path) {
        return BROWSER.show(office.site, path);
    }

    @Test
    void aTyphoonClosesACityAfterItWasTriedOutAndIsUndone() {
        Page page = show("/admin/calendar");
        BROWSER.inspect("calendar-empty");
        BROWSER.expect("422");
        page.locator("form[action='/admin/calendar/closure'] button[type=submit]").click();
        assertThat(page.locator("#document-error")).isVisible();
        BROWSER.inspect("calendar-wrong");
        page.locator("#file").setInputFiles(new FilePayload("台风停工.txt", "text/plain",
            "document 示例防汛〔2026〕1号\npublished 2026-03-05\nclose 2026-03-32 3502 台风停工\n".getBytes(StandardCharsets.UTF_8)));
        page.locator("form[action='/admin/calendar/notice'] button[type=submit]").click();
        assertThat(page.locator("#file-error")).containsText("台风停工 第 3 行“close”：“2026-03-32”不是本世纪的日期，应写作 2020-01-31");
        BROWSER.inspect("calendar-notice-wrong");
        page.locator("#document").fill("示例防汛〔2026〕1号");
        page.locator("#reason").fill("台风停工");
        page.locator("#from").fill("2026-03-06");
        page.getByLabel("厦门市").check();
        page.locator("form[action='/admin/calendar/closure'] button[type=submit]").click();
        assertThat(page.locator("main")).containsText("还没有改动任何数据");
        assertThat(page.locator("main")).containsText("停工 台风停工 示例防汛〔2026〕1号");
        BROWSER.inspect("calendar-tried");
        page.onceDialog(Dialog::accept);
        page.locator("button", new Page.LocatorOptions().setHasText("启用")).click();
        assertThat(page.locator("main")).containsText("正在重算");
        office.desk.clock.advance(Duration.ofSeconds(5));
        office.imports.run();
        page.reload();
        assertThat(page.locator("main")).containsText("答复");
        BROWSER.inspect("calendar-version");
        page.locator("text=撤销这一版").click();
        assertThat(page.locator("main")).containsText("试算");
        page = show("/admin/calendar");
        assertThat(page.locator("main")).containsText("厦门市");
        BROWSER.inspect("calendar");
    }

    @Test
    void theRulesOfDispatch() {
        Page page = show("/admin/dispatch?category=land&region=350203");
        assertThat(page.locator("#explained")).containsText("市、县均有权办理的，由市级主办");
        BROWSER.inspect("units-dispatch");
        page = show("/admin/dispatch/new");
        BROWSER.inspect("units-rule");
        BROWSER.expect("422");
        page.locator("#lead").fill("没有的部门");
        page.locator("form[action='/admin/dispatch/new'] button[type=submit]").click();
        assertThat(page.locator("#lead-error")).containsText("没有这个部门类型或部门");
        BROWSER.inspect("units-rule-wrong");
    }

    @Test
    void whoTakesOver() {
        show("/admin/stand-ins");
        BROWSER.inspect("units-stand-ins");
        Page page = show("/admin/take-overs");
        page.onDialog(dialog -> dialog.accept());
        page.locator("#department").fill("厦门市科学技术局");
        page.locator("#successor").fill("厦门市工业和信息化局");
        page.locator("#document").fill("厦委编〔2026〕8号");
        page.locator("form[action='/admin/take-overs'] button[type=submit]").click();
        assertThat(page.locator("table")).containsText("未到接替日期");
        BROWSER.inspect("units-take-overs");
    }

    @Test
    void aUnitStandsAsideInARunningCase() {
        Page page = show("/admin/appeals/" + running);
        page.onDialog(dialog -> dialog.accept());
        page.locator("details:has(#recuse-reason) summary").click();
        page.locator("#recuse-whom").selectOption("unit:" + CITY);
        page.locator("#recuse-reason").fill("企业反映该局工作人员索要好处。");
        BROWSER.inspect("units-recuse");
        page.locator("details:has(#recuse-reason) button[type=submit]").click();
        assertThat(page.locator("#actions")).containsText("有承办单位退出");
        BROWSER.inspect("units-redispatch");
    }
}
