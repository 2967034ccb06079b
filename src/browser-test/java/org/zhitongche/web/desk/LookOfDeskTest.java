package org.zhitongche.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.zhitongche.web.desk.Office.FIRM;
import static org.zhitongche.web.desk.Office.LAND;
import static org.zhitongche.web.desk.Office.PLANNING;
import static org.zhitongche.web.desk.Office.TAX;
import static org.zhitongche.web.desk.Office.coHandling;
import static org.zhitongche.web.desk.Office.lead;
import static org.zhitongche.web.desk.Office.sharing;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.MayName;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.db.Content;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.handling.Acknowledge;
import org.zhitongche.handling.DecideRework;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.GiveOpinion;
import org.zhitongche.handling.MakeContact;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.RequestExtension;
import org.zhitongche.handling.ReviewReply;
import org.zhitongche.handling.RuleOnSendBack;
import org.zhitongche.handling.SendBack;
import org.zhitongche.handling.WayForward;
import org.zhitongche.intake.Arrival;
import org.zhitongche.intake.Outcome;
import org.zhitongche.notice.Channel;
import org.zhitongche.notice.NewDelivery;
import org.zhitongche.survey.Rate;
import org.zhitongche.web.Browser;

/** The pages of desk and centre in a real browser, on phone and desktop. */
class LookOfDeskTest {

    @RegisterExtension
    static final OpenOffice OPEN = new OpenOffice().seenBy(Office.officer(LAND));
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final String TEXT = """
        我公司计划在厦门市扩建二期厂房，已于2025年10月完成可行性研究和环评，项目总投资约1.2亿元，达产后预计新增就业180人。
        目前项目用地仍未完成报批，供地时间一再推迟，设备供应商的交货期已经临近。

        恳请协调明确供地时间，并告知目前卡在哪个环节。""";

    private static final Office office = OPEN.office();
    private static UUID atWork;
    private static UUID answered;
    private static UUID doubtful;
    private static UUID sentBack;

    @BeforeAll
    static void work() {
        Desk desk = office.desk;
        answered = office.take(Office.draft(office.submission("技改项目备案变更", "二期设备清单有变，如何办理备案变更？"), List.of(),
            lead(LAND), coHandling(PLANNING)));
        desk.act(Desk.department(LAND), answered, new Acknowledge(desk.partOf(answered, LAND)));
        desk.clock.advance(Duration.ofHours(3));
        desk.act(Desk.department(LAND), answered, new MakeContact(desk.partOf(answered, LAND), "电话联系企业经办人，核实设备清单。"));
        desk.act(Desk.department(PLANNING), answered, new GiveOpinion(desk.partOf(answered, PLANNING), "备案变更可以在线办理，无需重新申报。", List.of()));
        desk.clock.advance(Duration.ofDays(1));
        desk.act(Desk.department(LAND), answered, new Reply(desk.partOf(answered, LAND), Conclusion.C,
            "经研究，您反映的事项目前暂不具备办理条件。\n设备清单变化超过投资额20%，须先完成节能审查。", null,
            new WayForward("福建省网上办事大厅", "厦门市发展和改革委员会投资科", "0592-0000003", "工作日 9:00—17:00"), List.of(), "分管领导"));
        desk.act(Desk.centre(), answered, new ReviewReply(desk.partOf(answered, LAND), true, null));
        desk.act(Desk.firm(Office.FIRM.uscc()), answered, new Rate(true, false, Satisfaction.DISSATISFIED, "希望能有过渡办法"));
        desk.act(Desk.centre(), answered, new DecideRework(true, null, List.of()));
        atWork = office.take(Office.draft(office.submission("二期项目工业用地报批迟迟未能完成，请协调明确供地时间", TEXT,
            new Attachment("用地申请材料（盖章扫描件）.pdf", "application/pdf", Content.of("pdf".repeat(9000).getBytes(StandardCharsets.UTF_8)), false),
            new Attachment("说明.html", "text/html", Content.of("<b>x</b>".getBytes(StandardCharsets.UTF_8)), true)), List.of(),
            lead(LAND), sharing(TAX), coHandling(PLANNING)));
        doubtful = office.inTriage("投诉某单位审批拖延、重复要求提交材料", List.of(TAX), lead(LAND), coHandling(PLANNING));
        sentBack = office.dispatched("留抵退税进度查询", lead(LAND));
        desk.act(Desk.department(LAND), sentBack, new SendBack(desk.partOf(sentBack, LAND), "留抵退税由税务部门负责，建议改派。", TAX));
        for (int n = 1; n <= 5; n++) {
            office.dispatched("示例事项" + n + "：厂区周边配套道路建设", lead(LAND));
        }
        desk.clock.advance(Duration.ofDays(6));
        office.dispatched("新收到的事项", lead(LAND));
    }

    private static Page show(String path) {
        return BROWSER.show(office.site, path);
    }

    @Test
    void theDesk() {
        show("/desk");
        BROWSER.inspect("desk-open");
        show("/desk/done");
        BROWSER.inspect("desk-done");
    }

    @Test
    void theCentreLetsTheFilesOfAFirmThroughThatDoesNotWantToBeNamed() {
        UUID masked = office.take(Office.draft(office.submission(new MayName(false, false), "码头泊位调度不畅，货物滞港", "泊位太少，货物滞港半个月，请协调。",
            new Attachment("码头现场照片.jpg", "image/jpeg", Content.of("照片".getBytes(StandardCharsets.UTF_8)), false),
            new Attachment("盖章情况说明.pdf", "application/pdf", Content.of("说明".getBytes(StandardCharsets.UTF_8)), false)), List.of(), lead(LAND)));
        Page page = show("/desk/appeals/" + masked);
        assertThat(page.locator("main")).containsText("另有 2 份附件由服务中心核对后提供");
        BROWSER.become(office.site, Office.centre());
        show("/admin/appeals/" + masked);
        page.locator("#act-release-files summary").click();
        page.locator("#release-file input").first().check();
        BROWSER.inspect("centre-release-files");
        page.locator("#act-release-files button[type=submit]").click();
        assertThat(page.locator("main")).containsText("有 1 份附件待中心核对");
        BROWSER.become(office.site, Office.officer(LAND));
        show("/desk/appeals/" + masked);
        assertThat(page.locator("main")).containsText("码头现场照片.jpg");
        BROWSER.inspect("desk-masked");
    }

    @Test
    void whatADepartmentLooksFor() {
        Page page = show("/desk/search");
        page.locator("#words").fill("用地");
        page.keyboard().press("Enter");
        assertThat(page.locator("mark").first()).hasText("用地");
        BROWSER.inspect("desk-search");
    }

    @Test
    void anAppealAtWork() {
        Page page = show("/desk/appeals/" + atWork);
        BROWSER.inspect("desk-case");
        page.locator("input[name=reply-conclusion][value=C]").check();
        assertThat(page.locator("#way-channel")).isVisible();
        assertThat(page.locator("#reply-promised")).isHidden();
        page.locator("#reply-text").fill("目前暂不具备条件。");
        BROWSER.expect("422");
        page.onDialog(dialog -> dialog.accept());
        page.locator("details:has(#reply-text) button[type=submit]").click();
        assertThat(page.locator("#way-channel-error")).hasText("此项必填");
        assertThat(page.locator("#reply-text")).hasValue("目前暂不具备条件。");
        BROWSER.inspect("desk-case-reply");
    }

    @Test
    void anAppealAnsweredAndReopened() {
        show("/desk/appeals/" + answered);
        BROWSER.inspect("desk-case-answered");
        show("/desk/appeals/" + answered + "/print");
        BROWSER.inspect("desk-print");
        BROWSER.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        BROWSER.page().pdf(new Page.PdfOptions().setPath(java.nio.file.Path.of("target/screenshots/desk-print.pdf")).setFormat("A4"));
    }

    @Test
    void supervision() {
        BROWSER.become(office.site, Office.centre());
        UUID passedOn = office.dispatched("消防验收由谁办理", lead(TAX));
        office.desk.act(Desk.department(TAX), passedOn, new SendBack(office.desk.partOf(passedOn, TAX), "不属税务职责", LAND));
        office.desk.act(Desk.centre(), passedOn, new RuleOnSendBack(office.desk.partOf(passedOn, TAX), true, null, List.of(lead(LAND))));
        BROWSER.become(office.site, Office.supervisor());
        Page page = show("/admin/appeals/" + atWork);
        page.locator("summary", new Page.LocatorOptions().setHasText("下达督办单")).click();
        page.locator("input[name=order-part]").first().check();
        page.locator("#order-demand").fill("三个工作日内与企业面谈，明确供地时间，并报送办理结果。");
        page.locator("#order-days").fill("3");
        BROWSER.inspect("supervisor-order");
        page.locator("details:has(#order-demand) button[type=submit]").click();
        assertThat(page.locator("#messages")).containsText("督办单已下达");
        BROWSER.inspect("supervisor-case-ordered");
        show("/admin/supervision?days=90&until=2026-03-31");
        BROWSER.inspect("supervisor-page");
        page.locator(".figure a[href$='of=RED']").click();
        assertThat(page.locator("h1")).hasText("已超期");
        BROWSER.inspect("supervisor-cases");
        BROWSER.become(office.site, Office.officer(LAND));
        show("/desk");
        BROWSER.inspect("desk-with-order");
        page.locator("a", new Page.LocatorOptions().setHasText("-D1")).click();
        page.locator("#answer-order-text").fill("已与企业面谈，供地方案定于本月报批。");
        page.locator("details:has(#answer-order-text) button[type=submit]").click();
        assertThat(page.locator("#messages")).containsText("已反馈");
        BROWSER.inspect("desk-order-answered");
    }

    @Test
    void whatTheDueTimesWereCountedFrom() {
        Instant now = office.desk.clock.instant();
        office.desk.clock.set(Instant.parse("2026-12-30T02:00:00Z"));
        UUID appeal = office.take(Office.draft(office.submission("年底前提交的用地事项", "请尽快答复。"), List.of(), lead(LAND), coHandling(PLANNING)));
        UUID part = office.desk.partOf(appeal, LAND);
        office.desk.act(Desk.department(LAND), appeal, new Acknowledge(part));
        office.desk.act(Desk.department(LAND), appeal, new RequestExtension(part, LocalDate.of(2027, 1, 14), "需现场勘测"));
        Page page = show("/desk/appeals/" + appeal);
        assertThat(page.locator(".under .badge.warn").first()).containsText("暂定");
        BROWSER.inspect("desk-case-provisional");
        page.locator("td .due a[href*='/due/REPLY/']").click();
        assertThat(page.locator("h2")).containsText("答复：");
        BROWSER.inspect("desk-proof");
        page.locator("a[href$='/due']").click();
        assertThat(page.locator("main")).containsText("本次在15:00前提出");
        BROWSER.inspect("desk-proofs");
        show("/desk");
        BROWSER.inspect("desk-provisional");
        BROWSER.become(office.site, Office.centre());
        show("/admin");
        page.locator("a[href*='/due/EXTENSION_RULING/" + part + "']").click();
        assertThat(page.locator("h2")).containsText("延期审批：");
        BROWSER.inspect("centre-proof");
        office.desk.clock.set(now);
    }

    @Test
    void triage() {
        BROWSER.become(office.site, Office.centre());
        show("/admin");
        BROWSER.inspect("centre-triage");
        show("/admin/appeals/" + doubtful);
        BROWSER.inspect("centre-case-triage");
        Page page = show("/admin/appeals/" + sentBack);
        page.locator("input[name=upheld][value=yes]").check();
        BROWSER.inspect("centre-case-ruling");
    }

    @Test
    void aClassificationIsPutRight() {
        BROWSER.become(office.site, Office.centre());
        Page page = show("/admin/appeals/" + office.dispatched("货款拖欠已半年", lead(LAND)));
        page.locator("#act-reclassify > summary").click();
        assertThat(page.locator("#right-category")).hasValue("land");
        page.locator("#right-category").selectOption("arrears");
        page.locator("#reclassify-reason").fill("企业说的是货款，不是用地。");
        BROWSER.inspect("centre-reclassify");
        page.onDialog(dialog -> dialog.accept());
        page.locator("form[action$='/reclassify'] .actions button").click();
        assertThat(page.locator("#messages")).containsText("分类已更正");
        assertThat(page.locator("main")).containsText("更正分类：类别为“拖欠账款”");
        BROWSER.inspect("centre-reclassified");
    }

    @Test
    void whatNeedsAHand() {
        BROWSER.become(office.site, Office.centre());
        Arrival bad = Arrival.put(Outcome.QUARANTINED, Door.MAIL, null, "someone@shili.example", office.desk.clock.instant(), null,
            "邮件正文的字符编码无法识别，原件已保留", "（标题无法解码）关于申请用电增容的函",
            new Attachment("mail.eml", "message/rfc822", Content.of("raw".getBytes(StandardCharsets.UTF_8)), true));
        office.desk.arrivals.record(bad);
        office.alarms.raise(PersonRole.CENTRE, "quarantine", "MAIL", "从邮件收到的内容无法识别，已留存待查：字符编码无法识别", bad.id().toString());
        office.alarms.raise(PersonRole.CENTRE, "appeal.overdue", "350200-20260306-000003", "350200-20260306-000003 已超期，责任单位：企业诉求服务中心", "350200-20260306-000003");
        office.database.tx().executeWithoutResult(tx -> office.outbox.put(List.of(
            new NewDelivery(atWork, Channel.MAIL, "jingbanren@shili-007.example", "receipt", "{}"))));
        office.database.tx().executeWithoutResult(tx -> office.outbox.claim(Channel.MAIL, 10)
            .forEach(each -> office.outbox.failed(each, "550 5.1.1 mailbox unavailable", true)));
        show("/admin/quarantine");
        BROWSER.inspect("centre-quarantine");
        show("/admin/quarantine/" + bad.id());
        BROWSER.inspect("centre-quarantined");
        show("/admin/alarms");
        BROWSER.inspect("centre-alarms");
        show("/admin/undelivered");
        BROWSER.inspect("centre-undelivered");
    }

    @Test
    void accountsAndDepartments() {
        BROWSER.become(office.site, Office.systemAdmin());
        office.people.save("xm-land-1", "用地承办岗", Set.of(PersonRole.HANDLER, PersonRole.SIGNER), LAND, null, null, null);
        office.people.save("centre-1", "受理岗", Set.of(PersonRole.CENTRE), null, null, null, null);
        Page page = show("/admin/people");
        BROWSER.inspect("admin-people");
        page.onceDialog(dialog -> dialog.accept());
        page.getByText("重置密码").first().click();
        assertThat(page.locator("#new-password")).isVisible();
        BROWSER.inspect("admin-password");
        show("/admin/people/new");
        BROWSER.inspect("admin-person-new");
        show("/admin/departments?region=350200");
        BROWSER.inspect("admin-departments");
        BROWSER.expect("422");
        page.locator("tbody a").first().click();
        page.locator("#short-name").fill("");
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator(".message.bad li").first()).hasText("简称：此项必填");
        BROWSER.inspect("admin-department");
    }

    @Test
    void allAppeals() {
        BROWSER.become(office.site, Office.centre());
        show("/admin/appeals");
        BROWSER.inspect("centre-appeals");
    }

    @Test
    void staffEntryFindsTheFirmWhileTyping() {
        BROWSER.become(office.site, Office.centre());
        Page page = show("/admin/entry");
        page.locator("#firm").pressSequentially("示例第7");
        page.locator("#firm-found button").first().click();
        assertThat(page.locator("#uscc")).hasValue(FIRM.uscc());
        assertThat(page.locator("#firm-cases")).containsText("二期项目工业用地报批");
        page.locator("#title").pressSequentially("工业用地报批");
        assertThat(page.locator("#firm-cases .badge.warn").first()).hasText("相似度100%");
        BROWSER.inspect("centre-entry");
    }
}
