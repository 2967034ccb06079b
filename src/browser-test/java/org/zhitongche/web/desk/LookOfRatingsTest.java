package org.zhitongche.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.zhitongche.web.desk.Office.LAND;
import static org.zhitongche.web.desk.Office.PLANNING;
import static org.zhitongche.web.desk.Office.TAX;
import static org.zhitongche.web.desk.Office.lead;
import static org.zhitongche.web.desk.Office.sharing;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.PutBeforeLeader;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.ReviewReply;
import org.zhitongche.handling.RuleOnSendBack;
import org.zhitongche.handling.SendBack;
import org.zhitongche.handling.WayForward;
import org.zhitongche.survey.Rate;
import org.zhitongche.web.Browser;

/** What follows the answer, a second dispute and a leader's note, in a real browser, on phone and desktop. */
class LookOfRatingsTest {

    @RegisterExtension
    static final OpenOffice OPEN = new OpenOffice();
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final Office office = OPEN.office();

    private static Page show(String path) {
        return BROWSER.show(office.site, path);
    }

    private static UUID answered(String title, Conclusion conclusion, String promised) {
        UUID appeal = office.dispatched(title, lead(LAND));
        UUID part = office.desk.partOf(appeal, LAND);
        office.desk.act(Desk.department(LAND), appeal, new Reply(part, conclusion, "经研究，答复如下。", promised == null ? null : LocalDate.parse(promised),
            conclusion.needsWayForward() ? new WayForward("省网上办事大厅", "市资源规划局窗口", "0592-0000000", "工作日") : null, List.of(), "分管领导"));
        if (conclusion.needsWayForward()) {
            office.desk.act(Desk.centre(), appeal, new ReviewReply(part, true, null));
        }
        return appeal;
    }

    private static void rated(UUID appeal) {
        office.desk.act(Desk.firm(Office.FIRM.uscc()), appeal, new Rate(true, false, Satisfaction.DISSATISFIED, "希望能有过渡办法"));
    }

    @Test
    void aNoThatTheFirmDoesNotTakeIsObjectedToAndExplained() {
        UUID appeal = answered("厂区扩建须调整规划", Conclusion.C, null);
        rated(appeal);
        BROWSER.become(office.site, Office.officer(LAND));
        Page page = show("/desk/appeals/" + appeal);
        page.onDialog(dialog -> dialog.accept());
        page.locator("summary", new Page.LocatorOptions().setHasText("评价异议")).click();
        page.locator("#object-reason").fill("企业要求超出现行规划，已当面说明两次。");
        BROWSER.inspect("desk-object");
        page.locator("details:has(#object-reason) button[type=submit]").click();
        assertThat(page.locator("#messages")).containsText("已提出评价异议");
        BROWSER.become(office.site, Office.centre());
        show("/admin");
        assertThat(page.locator("table").last()).containsText("重办或解释说明");
        BROWSER.inspect("centre-duties");
        show("/admin/appeals/" + appeal);
        BROWSER.inspect("centre-objection");
        page.locator("input[name=rework-how][value=no]").check();
        page.locator("#rework-text").fill("依据现行规划，该地块不能调整；可申请参加下一批次规划修编。");
        page.locator("details:has(#rework-text) button[type=submit]").click();
        assertThat(page.locator("#messages")).containsText("已作出决定");
        BROWSER.inspect("centre-explained");
    }

    @Test
    void aPromiseIsSaidToBeFulfilledBeforeItsDay() {
        UUID appeal = answered("园区道路", Conclusion.B, "2026-04-30");
        BROWSER.become(office.site, Office.officer(LAND));
        Page page = show("/desk/appeals/" + appeal);
        page.onDialog(dialog -> dialog.accept());
        page.locator("summary", new Page.LocatorOptions().setHasText("承诺提前兑现")).click();
        page.locator("#fulfil-text").fill("道路已提前通车。");
        BROWSER.inspect("desk-fulfil");
        page.locator("details:has(#fulfil-text) button[type=submit]").click();
        assertThat(page.locator("#messages")).containsText("已报告承诺兑现");
    }

    @Test
    void aReplyIsAmendedAndItsFirmCalled() {
        UUID appeal = answered("权证领取", Conclusion.A, null);
        BROWSER.become(office.site, Office.officer(LAND));
        Page page = show("/desk/appeals/" + appeal);
        page.locator("summary", new Page.LocatorOptions().setHasText("补充更正答复")).click();
        page.locator("#amend-text").fill("更正：领取窗口在政务大厅三楼，请带营业执照原件。");
        BROWSER.inspect("desk-amend");
        page.locator("details:has(#amend-text) button[type=submit]").click();
        assertThat(page.locator("#messages")).containsText("补充更正已告知企业");
        BROWSER.become(office.site, Office.centre());
        show("/admin/appeals/" + appeal);
        page.locator("summary", new Page.LocatorOptions().setHasText("电话回访")).click();
        page.locator("input[name=survey-solved][value=yes]").check();
        BROWSER.inspect("centre-survey");
        BROWSER.expect("422");
        page.locator("details:has(#survey-said) button[type=submit]").click();
        assertThat(page.locator("details:has(#survey-said)")).containsText("请从列出的选项中选择");
        page.locator("input[name=survey-satisfaction][value=SATISFIED]").check();
        page.locator("#survey-said").fill("经办人表示已领到权证。");
        page.locator("details:has(#survey-said) button[type=submit]").click();
        assertThat(page.locator("#messages")).containsText("回访已登记");
        BROWSER.inspect("centre-surveyed");
    }

    @Test
    void theSecondDisputeShowsWhatWasSaidBefore() {
        UUID appeal = office.dispatched("消防验收由谁办理", lead(LAND));
        office.desk.act(Desk.department(LAND), appeal, new SendBack(office.desk.partOf(appeal, LAND), "属发改部门职责", PLANNING));
        office.desk.act(Desk.centre(), appeal, new RuleOnSendBack(office.desk.partOf(appeal, LAND), true, null, List.of(lead(PLANNING))));
        office.desk.act(Desk.department(PLANNING), appeal, new SendBack(office.desk.partOf(appeal, PLANNING), "属税务部门职责", TAX));
        BROWSER.become(office.site, Office.centre());
        show("/admin/appeals/" + appeal);
        BROWSER.inspect("centre-dispute");
    }

    @Test
    void aLeadersNoteIsRecordedAndAnswered() {
        UUID appeal = office.dispatched("企业停产，急需协调用地", lead(LAND), sharing(TAX));
        office.desk.act(Desk.centre(), appeal, new PutBeforeLeader("分管副省长", "企业停产在即，涉及用地、税务多部门，三百名职工待岗。"));
        BROWSER.become(office.site, Office.centre());
        Page page = show("/admin/appeals/" + appeal);
        page.locator("summary", new Page.LocatorOptions().setHasText("记录领导批示")).click();
        page.locator("input[name=leader-note-report]").first().check();
        page.locator("#leader-note-day").fill("2026-03-05");
        page.locator("#leader-note-text").fill("请自然资源部门牵头，限期解决并反馈。");
        page.locator("input[name=leader-note-part]").first().check();
        page.locator("#leader-note-days").fill("3");
        BROWSER.inspect("centre-leader-note");
        page.locator("details:has(#leader-note-text) button[type=submit]").click();
        assertThat(page.locator("#messages")).containsText("领导批示已记录");
        BROWSER.inspect("centre-leader-noted");
        BROWSER.become(office.site, Office.officer(LAND));
        show("/desk/appeals/" + appeal);
        BROWSER.inspect("desk-leader-note");
        page.locator("#answer-note-text").fill("已组织三方会商，本周内供地。");
        page.locator("#files-answer-note").setInputFiles(new FilePayload("会商纪要.txt", "text/plain", "会商纪要".getBytes(StandardCharsets.UTF_8)));
        page.locator("details:has(#answer-note-text) button[type=submit]").click();
        assertThat(page.locator("#messages")).containsText("批示落实情况已反馈");
        BROWSER.become(office.site, Office.centre());
        show("/admin/appeals/" + appeal);
        assertThat(page.locator("main")).containsText("会商纪要.txt");
        page.locator("#act-tell-leader summary").click();
        page.locator("#tell-leader-day").fill("2026-03-05");
        page.locator("#tell-leader-text").fill("自然资源部门已会商，本周内供地，企业认可。");
        BROWSER.inspect("centre-tell-leader");
        page.locator("#act-tell-leader button[type=submit]").click();
        assertThat(page.locator("main")).containsText("自然资源部门已会商，本周内供地，企业认可。");
        BROWSER.inspect("centre-leader-told");
    }

    @Test
    void anAccountIsGivenOtherRoles() {
        UUID person = office.people.save("centre7", "受理岗", java.util.Set.of(PersonRole.CENTRE), null, null, null, null).id();
        BROWSER.become(office.site, Office.systemAdmin());
        show("/admin/people/" + person);
        BROWSER.inspect("person-roles");
        show("/admin/people");
        BROWSER.inspect("people");
    }
}
