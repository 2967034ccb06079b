package org.zhitongche.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zhitongche.web.desk.Office.LAND;
import static org.zhitongche.web.desk.Office.PLANNING;
import static org.zhitongche.web.desk.Office.lead;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Classification;
import org.zhitongche.appeal.Classification.Candidate;
import org.zhitongche.appeal.Classification.Reason;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Submission;
import org.zhitongche.classify.Drift;
import org.zhitongche.classify.DriftRound;
import org.zhitongche.handling.AcceptAndDispatch;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.Reply;
import org.zhitongche.web.Browser;

/** The triage desk under the keys, without a mouse, and the weeks of agreement beside it. */
class LookOfTriageTest {

    private static final String TEXT = "我司二期厂房已列入年度重点项目，建设用地报批材料三个月前递交，至今没有安排供地时间；同期申报的技改补助也因没有用地手续未能拨付。"
        + "设备供应商已多次催促交货，若上半年不能开工，订单将转往外省。恳请协调自然资源部门明确供地时间，并说明还需要补充哪些材料。";

    @RegisterExtension
    static final OpenOffice OPEN = new OpenOffice(database -> new Office(database, new DriftPages(new Drift(database)))).seenBy(Office.centre());
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final Office office = OPEN.office();

    @BeforeAll
    static void decide() {
        UUID decided = office.take(office.similar.compare().compare(Office.draft(office.submission("项目用地报批迟缓", TEXT.substring(0, 60)), List.of(), lead(LAND))));
        office.desk.act(Desk.department(LAND), decided, new Reply(office.desk.partOf(decided, LAND), Conclusion.A, "已安排供地。", null, null, List.of(), null));
    }

    private static UUID waits(String title) {
        office.desk.clock.advance(Duration.ofMinutes(1));
        Submission s = office.submission(title, TEXT);
        return office.take(office.similar.compare().compare(Office.draft(s, List.of(), lead(LAND))
            .with(new Classification(List.of(new Candidate("land", 0.62), new Candidate("project-start", 0.21, List.of(new Reason("开工时间", 0.9), new Reason("供地", -0.4))), new Candidate("upgrading", 0.08)),
                List.of(new Reason("供地", 1.8), new Reason("用地报批", 1.2), new Reason("技改补助", -0.6)), "model-7", false))
            .with(new Routing(List.of(lead(LAND), Office.coHandling(PLANNING)), List.of(), List.of("主办：model-8 判断由厦门市自然资源和规划局办理，把握 71%"),
                List.of("doubt.lead"), new Routing.Lead(List.of(new Routing.Candidate(LAND, 0.71, List.of(new Reason("供地", 2.1), new Reason("设备", -0.3))),
                    new Routing.Candidate("350200-industry", 0.17, List.of(new Reason("技改补助", 1.1)))), "model-8")))));
    }

    private static Page show(UUID appeal) {
        return BROWSER.show(office.site, "/admin/triage/" + appeal);
    }

    private static AppealState state(UUID appeal) {
        return office.desk.appeals.getAppeal(appeal).state();
    }

    @Test
    void candidatesAreChosenAndDispatchedByKeysAlone() {
        UUID first = waits("二期厂房供地时间不明确");
        UUID second = waits("三期厂房供地时间不明确");
        Page page = show(first);
        assertThat(page.locator(".option").first()).containsText("主办 71%");
        assertThat(page.locator(".option", new Page.LocatorOptions().setHasText("21%")).locator(".terms")).containsText("+开工时间");
        page.keyboard().press("?");
        assertThat(page.locator("details.keys")).hasAttribute("open", "");
        BROWSER.inspect("triage-desk");
        page.keyboard().press("?");
        page.keyboard().press("j");
        assertThat(page).hasURL(Pattern.compile(second.toString()));
        page.keyboard().press("k");
        assertThat(page).hasURL(Pattern.compile(first.toString()));
        page.keyboard().press("2");
        assertThat(page.locator("[data-key='2']")).isChecked();
        String chosen = page.locator("[data-key='2']").getAttribute("value");
        page.keyboard().press("d");
        assertThat(page).hasURL(Pattern.compile(second.toString()));
        assertEquals(AppealState.HANDLING, state(first));
        assertEquals(true, chosen.contains(office.desk.appeals.getAppeal(first).lead().orElseThrow().department()));
        page.keyboard().press("0");
        assertThat(page.locator("#own-category")).isFocused();
        page.keyboard().press("Escape");
        BROWSER.inspect("triage-own");
        page.navigate(office.site.address("/admin/appeals/" + first));
        assertThat(page.locator("main")).containsText("反对的词语");
        BROWSER.inspect("triage-case");
    }

    @Test
    void whatIsTypedIsNotLostAndKeysInAFieldAreLetters() {
        UUID here = waits("不属企业的事项");
        waits("后一件");
        Page page = show(here);
        page.keyboard().press("x");
        assertThat(page.locator("#ground")).isFocused();
        page.selectOption("#ground", "NOT_AN_ENTERPRISE_MATTER");
        page.locator("#refuse-reason").focus();
        page.keyboard().type("djkx 反映的是小区物业");
        assertEquals("djkx 反映的是小区物业", page.locator("#refuse-reason").inputValue());
        page.keyboard().press("Escape");
        page.keyboard().press("j");
        assertThat(page).not().hasURL(Pattern.compile(here.toString()));
        page.navigate(office.site.address("/admin/triage/" + here));
        assertThat(page.locator("#refuse-reason")).hasValue("djkx 反映的是小区物业");
        BROWSER.inspect("triage-refuse");
        page.locator("#right-way").fill("请拨打 12345");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#messages")).not().isEmpty();
        assertEquals(AppealState.NOT_ACCEPTED, state(here));
    }

    @Test
    void theWeeksTellHowFarPeopleAgree() {
        for (int week = 0; week < 3; week++) {
            UUID appeal = waits("每周一件");
            office.desk.act(Desk.centre(), appeal, new AcceptAndDispatch(week == 1 ? "project-start" : "land", List.of(lead(week == 2 ? PLANNING : LAND))));
            office.desk.clock.advance(Duration.ofDays(7));
        }
        new DriftRound(office.database, office.desk.clock).run();
        BROWSER.page().navigate(office.site.address("/admin/drift"));
        assertThat(BROWSER.page().locator("tbody tr").nth(1)).containsText("÷");
        assertThat(BROWSER.page().locator(".chart canvas")).isVisible();
        BROWSER.inspect("drift");
    }
}
