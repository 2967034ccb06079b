package org.zhitongche.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.web.desk.Office.LAND;
import static org.zhitongche.web.desk.Office.PLANNING;
import static org.zhitongche.web.desk.Office.TAX;
import static org.zhitongche.web.desk.Office.centre;
import static org.zhitongche.web.desk.Office.coHandling;
import static org.zhitongche.web.desk.Office.field;
import static org.zhitongche.web.desk.Office.lead;
import static org.zhitongche.web.desk.Office.officer;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.Classification;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.MayName;
import org.zhitongche.db.Content;
import org.zhitongche.handling.Acknowledge;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.IssueOrder;
import org.zhitongche.handling.Recuse;
import org.zhitongche.handling.RequestExtension;
import org.zhitongche.handling.RuleOnExtension;
import org.zhitongche.handling.SendBack;
import org.zhitongche.handling.StageReply;
import org.zhitongche.time.Zone;
import org.zhitongche.web.SiteUnderTest;

class CasePagesTest {

    @RegisterExtension
    static final OpenOffice OPEN = new OpenOffice().seenBy(officer(LAND)).from(Desk.START);

    private static final String INDUSTRY = "350200-industry";
    private static final Office office = OPEN.office();
    private static final SiteUnderTest site = office.site;

    private static HttpResponse<String> act(String base, UUID appeal, String action, int version, String... fields) {
        String[] all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 2, fields.length);
        all[0] = "version=" + version;
        all[1] = "once=" + UUID.randomUUID();
        return site.post(base, base + "/appeals/" + appeal + "/" + action, all);
    }

    private static String part(UUID appeal, String department) {
        return "part=" + office.desk.partOf(appeal, department);
    }

    @Test
    void theDeskListsWhatIsOwedWithItsLight() {
        UUID appeal = office.dispatched("堆场用地手续", lead(LAND));
        office.desk.clock.advance(Duration.ofDays(30));
        String list = site.get("/desk").body();
        assertTrue(list.contains("堆场用地手续"));
        assertTrue(list.contains("/desk/appeals/" + appeal));
        assertTrue(list.contains("已超期"));
        site.viewer = officer(TAX);
        assertFalse(site.get("/desk").body().contains("堆场用地手续"));
    }

    @Test
    void whereAStatutoryLimitRunsDeskAndCaseShowUntilWhenTheStageReplyIsOwed() {
        UUID appeal = office.desk.takeIn(Office.draft(office.submission("拖欠货款", "拖欠货款，请协调解决。"), List.of(), lead(LAND))
            .with(new Classification(List.of(new Classification.Candidate("arrears", 0.9)), List.of(), "rules", true))).appeal();
        UUID part = office.desk.partOf(appeal, LAND);
        String owed = "阶段性答复 " + office.desk.appeals.getAppeal(appeal).getAssignment(part).stageDue().atZone(Zone.CHINA)
            .format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm"));
        String row = "tr:has(a[href$=" + appeal + "]) .dues";
        assertTrue(Jsoup.parse(site.get("/desk").body()).select(row).text().contains(owed));
        assertTrue(Jsoup.parse(site.get("/desk/appeals/" + appeal).body()).select("td .dues").text().contains(owed));
        office.desk.act(department(LAND), appeal, new StageReply(part, "已约谈欠款单位。", List.of()));
        assertFalse(Jsoup.parse(site.get("/desk").body()).select(row).text().contains("阶段性答复"));
        assertFalse(Jsoup.parse(site.get("/desk/appeals/" + appeal).body()).select("td .dues").text().contains("阶段性答复"));
    }

    @Test
    void theDeskTurnsItsPagesWithoutLosingARow() {
        site.viewer = officer("350200-transport");
        for (int n = 0; n < 33; n++) {
            office.dispatched("第" + n + "条道路", lead("350200-transport"));
        }
        String first = site.get("/desk").body();
        Matcher next = Pattern.compile("href=\"(/desk\\?after=[^\"]+)\"").matcher(first);
        assertTrue(next.find());
        String second = site.get(next.group(1)).body();
        assertEquals(30, rows(first));
        assertEquals(3, rows(second));
    }

    @Test
    void aDepartmentFindsItsOwnByWordsAndSeesWhereTheyStand() {
        UUID ours = office.dispatched("冷链仓库选址", lead(LAND));
        UUID others = office.dispatched("冷链仓库退税", lead(TAX));
        String page = site.get("/desk/search?words=" + URLEncoder.encode("冷链", StandardCharsets.UTF_8)).body();
        assertTrue(page.contains("/desk/appeals/" + ours) && page.contains("<mark>冷链</mark>仓库选址"), page);
        assertFalse(page.contains(others.toString()));
        assertFalse(page.contains("name=\"firm\""), "a firm may keep its name from departments");
    }

    @Test
    void aFirmThatDoesNotWantToBeNamedIsMaskedInWhatItWroteForDepartmentsAndSupervisors() {
        Attachment file = new Attachment(Office.FIRM.name() + "供电合同.pdf", "application/pdf", Content.of(new byte[] {1}), false);
        UUID appeal = office.take(Office.draft(office.submission(new MayName(false, false), Office.FIRM.name() + "申请双回路供电",
            "我司" + Office.FIRM.name() + "（" + Office.FIRM.uscc() + "，电话 0592-0000000）需要双回路供电。", file), List.of(), lead(LAND)));
        String search = "/search?words=" + URLEncoder.encode("双回路", StandardCharsets.UTF_8);
        for (String path : List.of("/desk/appeals/" + appeal, "/desk" + search, "/desk/appeals/" + appeal + "/print")) {
            assertHidden(path);
        }
        assertTrue(site.get("/desk").body().contains("＊＊＊申请双回路供电"));
        site.viewer = Office.supervisor();
        assertHidden("/admin/appeals/" + appeal);
        site.viewer = Office.centre();
        assertTrue(site.get("/admin/appeals/" + appeal).body().contains("我司" + Office.FIRM.name()));
    }

    @Test
    void theFilesOfAMaskedFirmReachDepartmentsOnceTheCentreHasLookedAtThem() {
        Attachment plain = new Attachment("现场照片.jpg", "image/jpeg", Content.of(new byte[] {1}), false);
        Attachment stamped = new Attachment("盖章申请.pdf", "application/pdf", Content.of(new byte[] {2}), false);
        UUID appeal = office.take(Office.draft(office.submission(new MayName(false, false), "码头泊位", "泊位太少。", plain, stamped), List.of(), lead(LAND)));
        String read = site.get("/desk/appeals/" + appeal).body();
        assertTrue(read.contains("另有 2 份附件由服务中心核对后提供"), read);
        assertFalse(read.contains("现场照片") || site.get("/desk/appeals/" + appeal + "/print").body().contains("现场照片"));
        List<AppealReads.File> files = List.copyOf(office.work.reads().files(appeal).values());
        UUID photo = files.stream().filter(file -> file.name().equals("现场照片.jpg")).findFirst().orElseThrow().id();
        assertTrue(office.work.reads().findFile(department(LAND), photo).isEmpty(), "by no link either");
        site.viewer = Office.centre();
        assertTrue(site.get("/admin/appeals/" + appeal).body().contains("有 2 份附件待中心核对"));
        assertEquals(422, act("/admin", appeal, "release-files", office.version(appeal)).statusCode());
        assertEquals(303, act("/admin", appeal, "release-files", office.version(appeal), field("release-file", photo.toString())).statusCode());
        HttpResponse<String> again = act("/admin", appeal, "release-files", office.version(appeal), field("release-file", photo.toString()));
        assertEquals(409, again.statusCode());
        assertTrue(again.body().contains("所选附件不在待核对之列"));
        site.viewer = officer(LAND);
        String later = site.get("/desk/appeals/" + appeal).body();
        assertTrue(later.contains("现场照片.jpg") && later.contains("另有 1 份附件") && !later.contains("盖章申请"), later);
        assertTrue(office.work.reads().findFile(department(LAND), photo).isPresent());
    }

    private static void assertHidden(String path) {
        String page = site.get(path).body();
        assertTrue(page.contains("供电"), path + page);
        for (String secret : List.of(Office.FIRM.name(), Office.FIRM.uscc(), "0592-0000000")) {
            assertFalse(page.contains(secret), secret + " at " + path);
        }
    }

    private static int rows(String page) {
        return page.split("/desk/appeals/[0-9a-f-]{36}\"", -1).length - 1;
    }

    @Test
    void anotherDepartmentsAppealIsAsUnknownAsOneThatDoesNotExist() {
        UUID appeal = office.dispatched("宗地红线调整", lead(LAND));
        site.viewer = officer(TAX);
        HttpResponse<String> foreign = site.get("/desk/appeals/" + appeal);
        HttpResponse<String> unknown = site.get("/desk/appeals/" + new UUID(5, 5));
        assertEquals(404, foreign.statusCode());
        assertEquals(unknown.body(), foreign.body());
        assertTrue(site.looks.contains(site.viewer.id() + " refused /desk/appeals/" + appeal));
        assertEquals(404, act("/desk", appeal, "acknowledge", 1, part(appeal, LAND)).statusCode());
        assertEquals(404, site.get("/desk/appeals/" + appeal + "/print").statusCode());
    }

    @Test
    void aUnitComplainedAboutNeverSeesTheAppealNotEvenAsItsLead() {
        UUID appeal = office.take(Desk.clear(office.submission("审批拖延", "审批拖延"), lead(LAND)).with(
            new org.zhitongche.appeal.Routing(List.of(lead(LAND)), List.of(TAX), List.of(), List.of())));
        site.viewer = officer(TAX);
        assertEquals(404, site.get("/desk/appeals/" + appeal).statusCode());
    }

    @Test
    void everyLookIsLogged() {
        UUID appeal = office.dispatched("净地交付", lead(LAND));
        site.get("/desk/appeals/" + appeal);
        site.get("/desk/appeals/" + appeal + "/print");
        assertEquals(List.of(site.viewer.id() + " READ " + appeal, site.viewer.id() + " PRINT " + appeal), site.looks);
    }

    @Test
    void scriptInTitleAndTextIsShownAndNotRun() {
        UUID appeal = office.take(Desk.clear(office.submission("<script>alert(1)</script>", "<img src=x onerror=alert(2)>"), lead(LAND)));
        for (String page : List.of("/desk", "/desk/appeals/" + appeal, "/desk/appeals/" + appeal + "/print")) {
            String body = site.get(page).body();
            assertFalse(body.contains("<script>alert"), page);
            assertFalse(body.contains("<img src=x"), page);
            assertTrue(body.contains("&lt;script&gt;alert(1)"), page);
        }
    }

    @Test
    void acknowledgingIsOneClick() {
        UUID appeal = office.dispatched("厂房产权证", lead(LAND));
        HttpResponse<String> answer = act("/desk", appeal, "acknowledge", office.version(appeal), part(appeal, LAND));
        assertEquals(303, answer.statusCode());
        String page = site.get("/desk/appeals/" + appeal).body();
        assertTrue(page.contains("已签收"));
        assertEquals(AssignmentState.ACKNOWLEDGED, office.desk.appeals.getAppeal(appeal).assignments().iterator().next().state());
        assertTrue(page.contains("依据：签收时限1个工作日（受理办理规程）"));
    }

    @Test
    void whoSawAnOlderVersionIsToldAndKeepsWhatWasTyped() {
        UUID appeal = office.dispatched("规划条件变更", lead(LAND), coHandling(PLANNING));
        int seen = office.version(appeal);
        office.desk.act(Desk.department(PLANNING), appeal, new Acknowledge(office.desk.partOf(appeal, PLANNING)));
        HttpResponse<String> answer = act("/desk", appeal, "reply", seen, part(appeal, LAND), field("reply-conclusion", "A"),
            field("reply-text", "已经办理完毕。"));
        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains("您打开后这件诉求已有新的变化"));
        assertTrue(answer.body().contains("已经办理完毕。</textarea>"));
        assertTrue(answer.body().contains("name=\"version\" value=\"" + (seen + 1) + "\""));
        assertEquals(AppealState.HANDLING, office.desk.appeals.getAppeal(appeal).state());
    }

    @Test
    void aReplyThatSaysNoMustSayWhichWayLeadsOn() {
        UUID appeal = office.dispatched("用地指标不足", lead(LAND));
        HttpResponse<String> without = act("/desk", appeal, "reply", office.version(appeal), part(appeal, LAND),
            field("reply-conclusion", "C"), field("reply-text", "目前没有指标。"));
        assertEquals(422, without.statusCode());
        assertTrue(without.body().contains("href=\"#way-channel\">办理渠道：此项必填"));
        assertTrue(without.body().contains("目前没有指标。</textarea>"));
        HttpResponse<String> with = act("/desk", appeal, "reply", office.version(appeal), part(appeal, LAND),
            field("reply-conclusion", "C"), field("reply-text", "目前没有指标。"), field("way-channel", "年度用地计划申报"),
            field("way-office", "市自然资源局"), field("way-phone", "0592-0000001"), field("way-time", "每年3月"));
        assertEquals(303, with.statusCode());
        String page = site.get("/desk/appeals/" + appeal).body();
        assertTrue(page.contains("办理渠道：年度用地计划申报"));
        assertFalse(page.contains("已办结"), "a no is reviewed first");
        site.viewer = centre();
        assertTrue(site.get("/admin").body().contains("用地指标不足"));
        assertEquals(303, act("/admin", appeal, "review", office.version(appeal), part(appeal, LAND), field("passed", "yes")).statusCode());
        assertTrue(site.get("/admin/appeals/" + appeal).body().contains("已办结"));
    }

    @Test
    void whoMayNotSignSavesADraftAndTheSignerFindsItInTheForm() {
        UUID appeal = office.dispatched("拟稿的事项", lead(LAND));
        site.viewer = office.clerk(LAND);
        assertTrue(site.get("/desk/appeals/" + appeal).body().contains("保存拟稿"));
        assertEquals(303, act("/desk", appeal, "draft", office.version(appeal), part(appeal, LAND), field("reply-conclusion", "A"),
            field("reply-text", "拟答复：已经办结。")).statusCode());
        assertEquals(409, act("/desk", appeal, "reply", office.version(appeal), part(appeal, LAND), field("reply-conclusion", "A"),
            field("reply-text", "越权答复")).statusCode());
        site.viewer = officer(LAND);
        assertTrue(site.get("/desk/appeals/" + appeal).body().contains("拟答复：已经办结。</textarea>"));
    }

    @Test
    void aPromiseInThePastIsRefusedByItsRule() {
        UUID appeal = office.dispatched("水电接入", lead(LAND));
        HttpResponse<String> answer = act("/desk", appeal, "reply", office.version(appeal), part(appeal, LAND),
            field("reply-conclusion", "B"), field("reply-text", "已列入计划。"), field("reply-promised", "2026-03-01"));
        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains("承诺解决日期必须晚于今天"));
        assertTrue(answer.body().contains("value=\"2026-03-01\""));
    }

    @Test
    void theSameFormSentTwiceCountsOnce() {
        UUID appeal = office.dispatched("边坡治理", lead(LAND));
        String[] fields = {"version=" + office.version(appeal), "once=" + UUID.randomUUID(), part(appeal, LAND), field("contact-note", "电话联系")};
        String path = "/desk/appeals/" + appeal + "/contact";
        assertEquals(303, site.post("/desk", path, fields).statusCode());
        int after = office.version(appeal);
        assertEquals(303, site.post("/desk", path, fields).statusCode());
        assertEquals(after, office.version(appeal));
    }

    @Test
    void theCentreDispatchesOutOfTriageAndARecusedUnitCannotBeChosen() {
        UUID appeal = office.inTriage("投诉审批不公", List.of(TAX), lead(LAND));
        site.viewer = centre();
        String page = site.get("/admin/appeals/" + appeal).body();
        assertTrue(page.contains("value=\"" + LAND + "\" selected"));
        assertFalse(page.contains("value=\"" + TAX + "\""));
        HttpResponse<String> forced = act("/admin", appeal, "dispatch", office.version(appeal), field("category", "land"),
            field("unit-1", TAX), field("unit-role-1", "LEAD"));
        assertEquals(409, forced.statusCode());
        assertTrue(forced.body().contains("应当回避"));
        HttpResponse<String> dispatched = act("/admin", appeal, "dispatch", office.version(appeal), field("category", "land"),
            field("unit-1", LAND), field("unit-role-1", "LEAD"), field("unit-2", PLANNING), field("unit-role-2", "CO_HANDLING"));
        assertEquals(303, dispatched.statusCode());
        assertEquals(AppealState.HANDLING, office.desk.appeals.getAppeal(appeal).state());
    }

    @Test
    void theFirmIsAskedOnceAndTheClockStandsForAllToSee() {
        UUID appeal = office.dispatched("补正的事项", lead(LAND));
        assertEquals(303, act("/desk", appeal, "ask", office.version(appeal), part(appeal, LAND), field("ask-text", "请补充红线图")).statusCode());
        String page = site.get("/desk/appeals/" + appeal).body();
        assertTrue(page.contains("暂停计时"));
        assertTrue(page.contains("待补正"));
        assertTrue(page.contains("请补充红线图"));
        assertFalse(page.contains("要求企业补正</summary>"), "there is no second time");
        assertTrue(site.get("/desk/appeals/" + appeal + "/due").body().contains("计时暂停中"));
    }

    @Test
    void anExtensionIsAskedForOnTheDeskAndApprovedByTheCentre() {
        UUID appeal = office.dispatched("延期的事项", lead(LAND));
        assertEquals(303, act("/desk", appeal, "extend", office.version(appeal), part(appeal, LAND),
            field("extend-date", "2026-03-20"), field("extend-reason", "需现场勘测")).statusCode());
        assertTrue(site.get("/desk/appeals/" + appeal).body().contains("延期待批"));
        site.viewer = centre();
        String page = site.get("/admin/appeals/" + appeal).body();
        assertTrue(page.contains("申请延期至2026-03-20") || page.contains("申请延期至 2026-03-20"), page);
        assertTrue(page.contains("需现场勘测"));
        assertTrue(site.get("/admin").body().contains("延期的事项"), "it waits on the centre's desk");
        assertEquals(303, act("/admin", appeal, "extension", office.version(appeal), part(appeal, LAND), field("granted", "yes")).statusCode());
        String proof = site.get("/admin/appeals/" + appeal + "/due").body();
        assertTrue(proof.contains("到期：2026-03-20（周五） 17:30"), proof);
        assertTrue(proof.contains("加延期4日"));
        assertFalse(site.get("/admin").body().contains("延期的事项"));
    }

    @Test
    void whatTheTextSuggestsIsShownToTheCentreUntilItDecides() {
        Draft draft = Office.draft(office.submission("停产等电", "园区停电，我司停产三天。"), List.of(), lead(LAND));
        UUID appeal = office.take(draft.with(draft.classification().suggesting(List.of("priority.stopped"))));
        site.viewer = officer(LAND);
        assertFalse(site.get("/desk/appeals/" + appeal).body().contains("疑似"));
        site.viewer = centre();
        String page = site.get("/admin/appeals/" + appeal).body();
        assertTrue(page.contains("疑似企业停产减产"), page);
        assertTrue(page.matches("(?s).*value=\"priority.stopped\"[^>]*checked.*"), page);
        assertTrue(page.contains("文中提到企业停产减产，提请中心判断是否加急"));
        assertEquals(303, act("/admin", appeal, "priority", office.version(appeal), field("priority-why", "priority.stopped")).statusCode());
        assertFalse(site.get("/admin/appeals/" + appeal).body().contains("疑似"));
    }

    @Test
    void theCentrePutsTheClassificationRight() {
        UUID appeal = office.dispatched("登记错的事项", lead(LAND));
        site.viewer = centre();
        String page = site.get("/admin/appeals/" + appeal).body();
        assertTrue(page.contains("更正分类</summary>"));
        assertEquals(422, act("/admin", appeal, "reclassify", office.version(appeal), field("right-category", "nothing"), field("right-type", "INQUIRY"),
            field("reclassify-reason", "只是咨询")).statusCode());
        assertEquals(303, act("/admin", appeal, "reclassify", office.version(appeal), field("right-category", "sea"), field("right-type", "INQUIRY"),
            field("right-region", "350500"), field("reclassify-reason", "只是咨询用海")).statusCode());
        page = site.get("/admin/appeals/" + appeal).body();
        assertTrue(page.contains("更正分类：类别为“用海”，类型为“咨询”，属地为“泉州市”"), page);
        assertTrue(page.contains("只是咨询用海"));
        // two working days after March 5: 6, 9
        assertTrue(site.get("/admin/appeals/" + appeal + "/due").body().contains("到期：2026-03-09（周一） 17:30"));
    }

    @Test
    void eachDueTimeLinksToItsProofAndADepartmentHasThoseOfItsOwnPart() {
        site.viewer = officer(INDUSTRY);
        UUID appeal = office.dispatched("时限依据", lead(INDUSTRY), coHandling(PLANNING));
        UUID ours = office.desk.partOf(appeal, INDUSTRY);
        UUID theirs = office.desk.partOf(appeal, PLANNING);
        office.desk.act(Desk.centre(), appeal, new IssueOrder(ours, "请说明进度", 3, null));
        String at = "/desk/appeals/" + appeal + "/due/";
        UUID order = office.desk.appeals.getAppeal(appeal).orders().iterator().next().id();
        Document page = Jsoup.parse(site.get("/desk/appeals/" + appeal).body());
        List<String> own = List.of(at + "REPLY/" + appeal, at + "ACKNOWLEDGE/" + ours, at + "REPLY/" + ours, at + "ORDER/" + order);
        own.forEach(link -> assertEquals(1, page.select("a[href=" + link + "]").size(), link));
        assertFalse(page.html().contains("/due/CO_HANDLING/" + theirs), "the other department's");
        assertEquals(Set.copyOf(own.subList(1, 4)), Set.copyOf(Jsoup.parse(site.get("/desk").body()).select("a[href^=" + at + "]").eachAttr("href")));

        String acknowledge = prove(at + "ACKNOWLEDGE/" + ours);
        for (String said : List.of("签收：", "（主办）", "到期：2026-03-06（周五） 17:30", "规则：签收时限（受理办理规程）", "起算事由：派单", "起算：2026-03-05（周四） 10:00，当日不计",
            "期限：1个工作日", "2026-03-06（周五） 第1日 工作日", "日历：", "按截至 2026 年的放假安排计算")) {
            assertTrue(acknowledge.contains(said), said + " is missing in " + acknowledge);
        }
        assertTrue(prove(at + "ORDER/" + order).contains("规则：由督办单确定 起算事由：下达督办单"));
        for (String foreign : List.of("CO_HANDLING/" + theirs, "REPLY/" + UUID.randomUUID(), "TRIAGE/" + appeal, "NOTHING/" + ours)) {
            assertEquals(404, site.get(at + foreign).statusCode(), foreign);
        }
        String all = Jsoup.parse(site.get("/desk/appeals/" + appeal + "/due").body()).text();
        assertTrue(all.contains("诉求办理时限") && all.contains("答复：") && !all.contains("协办意见"), all);
        site.viewer = centre();
        assertTrue(prove("/admin/appeals/" + appeal + "/due/CO_HANDLING/" + theirs).contains("规则：协办时限（泉州市企业问题办理流程（2022-08））"));
        office.desk.act(Desk.centre(), appeal, new Recuse(INDUSTRY, null, "被投诉单位", office.directory));
        site.viewer = officer(INDUSTRY);
        own.forEach(link -> assertEquals(404, site.get(link).statusCode(), link));
    }

    private static String prove(String path) {
        HttpResponse<String> page = site.get(path);
        assertEquals(200, page.statusCode(), path);
        return Jsoup.parse(page.body()).text().replaceAll("[\\s\u3000]+", " ");
    }

    @Test
    void whatTheCentreOwesTheSameDayIsProvenByTheHourAtWhichItWasAskedFor() {
        UUID early = office.dispatched("上午的延期", lead(LAND));
        office.desk.act(department(LAND), early, new RequestExtension(office.desk.partOf(early, LAND), LocalDate.of(2026, 3, 20), "需现场勘测"));
        UUID triaged = office.inTriage("待研判的事项", List.of(TAX), lead(LAND));
        office.desk.clock.advance(Duration.ofHours(5));
        UUID late = office.dispatched("下午的退回", lead(LAND));
        office.desk.act(department(LAND), late, new SendBack(office.desk.partOf(late, LAND), "属税务部门职责", TAX));
        site.viewer = centre();
        Document list = Jsoup.parse(site.get("/admin").body());
        String ruling = "/admin/appeals/" + early + "/due/EXTENSION_RULING/" + office.desk.partOf(early, LAND);
        for (String link : List.of(ruling, "/admin/appeals/" + late + "/due/TRIAGE/" + late, "/admin/appeals/" + triaged + "/due/TRIAGE/" + triaged)) {
            assertEquals(1, list.select("a[href=" + link + "]").size(), link);
        }
        String hours = "期限：当日答复（工作日15:00前提出的当日17:30前，其余的下一工作日12:00前）；";
        String proof = prove(ruling);
        assertTrue(proof.contains("延期审批：") && proof.contains("到期：2026-03-05（周四） 17:30 规则：裁定时限（受理办理规程） 起算事由：申请延期"), proof);
        assertTrue(proof.contains(hours + "本次在15:00前提出"), proof);
        proof = prove("/admin/appeals/" + late + "/due/TRIAGE/" + late);
        assertTrue(proof.contains("退回裁定") && proof.contains("到期：2026-03-06（周五） 12:00") && proof.contains(hours + "本次在15:00或之后提出"), proof);
        proof = prove("/admin/appeals/" + triaged + "/due/TRIAGE/" + triaged);
        assertTrue(proof.contains("受理派单") && proof.contains("规则：受理派单时限（受理办理规程） 起算事由：收到诉求"), proof);
        Document form = Jsoup.parse(site.get("/admin/appeals/" + early).body());
        assertEquals(1, form.select("form, details").select("a[href=" + ruling + "]").stream().map(Element::text).distinct().count(), "beside the form for it");
        office.desk.act(Desk.centre(), early, new RuleOnExtension(office.desk.partOf(early, LAND), true, null));
        assertTrue(prove(ruling).contains("到期：2026-03-05（周四） 17:30"), "once ruled on its proof stands");
    }

    @Test
    void aDueTimeInAYearThatIsNotAnnouncedIsMarkedWhereverItIsRead() {
        site.viewer = officer(INDUSTRY);
        office.desk.clock.set(Instant.parse("2026-12-29T02:00:00Z"));
        UUID appeal = office.dispatched("跨年的事项", lead(INDUSTRY));
        UUID part = office.desk.partOf(appeal, INDUSTRY);
        for (String path : List.of("/desk", "/desk/appeals/" + appeal)) {
            Document page = Jsoup.parse(site.get(path).body());
            assertTrue(page.select(".due:has(a[href$=/due/REPLY/" + part + "]) .badge").text().startsWith("暂定"), path);
            assertEquals(0, page.select(".due:has(a[href$=/due/ACKNOWLEDGE/" + part + "]) .badge").size(), "30 December is announced");
            assertTrue(page.text().contains("所涉年度的放假安排尚未公布"), path);
        }
        assertTrue(prove("/desk/appeals/" + appeal + "/due/REPLY/" + part).contains("暂定"));
        site.viewer = centre();
        assertTrue(Jsoup.parse(site.get("/admin/appeals/" + appeal).body()).select(".under .badge").text().contains("暂定"));
    }

    @Test
    void theCentreMarksSuspendsResumesAndTerminates() {
        UUID appeal = office.dispatched("疑难的事项", lead(LAND));
        site.viewer = centre();
        assertEquals(303, act("/admin", appeal, "hard", office.version(appeal), field("hard-reason", "涉及规划调整")).statusCode());
        assertEquals(303, act("/admin", appeal, "priority", office.version(appeal), field("priority-why", "priority.stopped")).statusCode());
        // 15 working days halved to 8: 6, 9, 10, 11, 12, 13, 16, 17 March
        assertTrue(site.get("/admin/appeals/" + appeal + "/due").body().contains("到期：2026-03-17（周二） 17:30"));
        assertEquals(303, act("/admin", appeal, "suspend", office.version(appeal), field("suspend-reason", "关联诉讼"),
            field("suspend-review", "2026-04-01")).statusCode());
        assertTrue(site.get("/admin/appeals/" + appeal).body().contains("恢复办理</summary>"));
        assertEquals(303, act("/admin", appeal, "resume", office.version(appeal)).statusCode());
        assertEquals(303, act("/admin", appeal, "terminate", office.version(appeal), field("how", "terminated"),
            field("terminate-reason", "企业已起诉")).statusCode());
        assertEquals(AppealState.ARCHIVED, office.desk.appeals.getAppeal(appeal).state());
        String page = site.get("/admin/appeals/" + appeal).body();
        for (String said : List.of("列为疑难件", "列为加急件：企业停产减产", "中止办理", "恢复办理", "终止办理", "企业已起诉")) {
            assertTrue(page.contains(said), said);
        }
    }

    @Test
    void aSendingBackIsRuledOnAndGoesToTheUnitThatWasSuggested() {
        UUID appeal = office.dispatched("税收优惠", lead(LAND));
        assertEquals(303, act("/desk", appeal, "send-back", office.version(appeal), part(appeal, LAND),
            field("back-reason", "属税务部门职责"), field("back-unit", TAX)).statusCode());
        site.viewer = centre();
        String page = site.get("/admin/appeals/" + appeal).body();
        assertTrue(page.contains("属税务部门职责"));
        assertTrue(page.contains("value=\"" + TAX + "\" selected"));
        assertEquals(303, act("/admin", appeal, "rule", office.version(appeal), part(appeal, LAND), field("upheld", "yes"),
            field("unit-1", TAX), field("unit-role-1", "LEAD")).statusCode());
        site.viewer = officer(TAX);
        assertTrue(site.get("/desk").body().contains("税收优惠"));
    }

    @Test
    void theCentreDoesNotAcceptOnlyOnAListedGround() {
        UUID appeal = office.inTriage("法院已立案", List.of(TAX), lead(LAND));
        site.viewer = centre();
        HttpResponse<String> without = act("/admin", appeal, "refuse", office.version(appeal), field("refuse-reason", "已立案"),
            field("right-way", "向法院提出"));
        assertEquals(422, without.statusCode());
        assertEquals(303, act("/admin", appeal, "refuse", office.version(appeal), field("ground", "UNDER_LITIGATION"),
            field("refuse-reason", "已立案"), field("right-way", "向法院提出")).statusCode());
        assertEquals(AppealState.NOT_ACCEPTED, office.desk.appeals.getAppeal(appeal).state());
    }

    @Test
    void aSupervisorReadsButIsShownNeitherTheFirmNorAnyForm() {
        UUID appeal = office.inTriage("督查查看", List.of(TAX), lead(LAND));
        site.viewer = Office.supervisor();
        String page = site.get("/admin/appeals/" + appeal).body();
        assertTrue(page.contains("督查查看"));
        assertFalse(page.contains("0592-0000000"));
        assertFalse(page.contains("/admin/appeals/" + appeal + "/dispatch"));
        assertEquals(404, act("/admin", appeal, "dispatch", office.version(appeal)).statusCode());
    }

    @Test
    void attachmentsComeAsDownloadsByALinkThatIsTheViewersAndEnds() {
        Attachment page = new Attachment("页面.html", "text/html", Content.of("<b>x</b>".getBytes(StandardCharsets.UTF_8)), true);
        UUID appeal = office.take(Desk.clear(office.submission("附件", "见附件", page), lead(LAND)));
        String shown = site.get("/desk/appeals/" + appeal).body();
        assertTrue(shown.contains("有风险，已封存"));
        Matcher link = Pattern.compile("/desk/files/[\\w-]+").matcher(shown);
        assertTrue(link.find());
        HttpResponse<String> file = site.get(link.group());
        assertEquals(200, file.statusCode());
        assertEquals("<b>x</b>", file.body());
        assertTrue(file.headers().firstValue("Content-Disposition").orElse("").startsWith("attachment"));
        assertTrue(file.headers().firstValue("Content-Type").orElse("").startsWith("application/octet-stream"));
        assertEquals(404, site.get(link.group().substring(0, link.group().length() - 2) + "xx").statusCode());
        office.desk.clock.advance(Duration.ofMinutes(16));
        assertEquals(404, site.get(link.group()).statusCode());
        office.desk.clock.set(Desk.START);
        site.viewer = new org.zhitongche.web.Viewer(site.viewer.kind(), "another", "o2", "经办岗", site.viewer.roles(), LAND, null, null, null);
        assertEquals(404, site.get(link.group()).statusCode());
    }
}
