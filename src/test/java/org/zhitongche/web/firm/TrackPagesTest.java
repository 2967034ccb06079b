package org.zhitongche.web.firm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.web.firm.FirmHouse.agent;
import static org.zhitongche.web.firm.FirmHouse.field;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.appeal.TrackingTokens.Purpose;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.Merge;
import org.zhitongche.handling.Split;
import org.zhitongche.web.Pages;
import org.zhitongche.web.SiteUnderTest;
import org.zhitongche.web.Viewer;

class TrackPagesTest {

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final Pattern FILE = Pattern.compile("href=\"([^\"]+/files/[0-9a-f-]{36})\" download>([^<]+)<");

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
        site.looks.clear();
        house.units = new org.zhitongche.appeal.Routing.Unit[] {Desk.lead(FirmHouse.LAND)};
        house.desk.clock.set(Desk.START);
    }

    private static HttpResponse<String> act(String page, String action, UUID appeal, String... fields) {
        String[] all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 2, fields.length);
        all[0] = "version=" + house.desk.appeals.getAppeal(appeal).version();
        all[1] = "once=" + UUID.randomUUID();
        return site.post(page, page + "/" + action, all);
    }

    private static UUID unverified(String title) {
        HttpResponse<String> sent = site.post("/appeals/new", "/appeals/new", "once=" + UUID.randomUUID(), "type=INQUIRY",
            field("title", title), field("text", title), field("firm", FirmHouse.FIRM.name()), field("email", FirmHouse.MAILBOX),
            "region=350200");
        String token = sent.headers().firstValue("Location").orElseThrow().replace("/receipt/", "");
        return house.tokens.read(Purpose.TRACK, token).orElseThrow();
    }

    @Test
    void theLinkOfAKnownFirmShowsContentAndProgress() {
        UUID appeal = house.verified("堆场用地手续", FirmHouse.file("图纸.txt"));
        String page = site.get(house.link(appeal)).body();
        assertTrue(page.contains("堆场用地手续，已等了三个月"));
        assertTrue(page.contains(house.directory.departments().get(FirmHouse.LAND).shortName()));
        assertTrue(page.contains("2026-03-16 17:30"), "due by the seventh working day");
        assertEquals("null READ " + appeal, site.looks.get(0));
    }

    @Test
    void aLetterThatWasSplitIsOneProgressWithAllItsPieces() {
        UUID whole = house.verified("三个问题");
        house.desk.act(Desk.centre(), whole, new Split(List.of(new Split.Piece("用地手续", "用地未批。", "land", null, List.of(Desk.lead(FirmHouse.LAND))),
            new Split.Piece("用电扩容", "用电排队。", "energy", null, List.of())), "两个事项"));
        Appeal split = house.desk.appeals.getAppeal(whole);
        UUID first = split.pieces().get(0).id();
        UUID second = split.pieces().get(1).id();
        String page = site.get(house.link(whole)).body();
        assertTrue(page.contains("分件进度（2 件）"), page);
        assertTrue(page.contains("用地手续") && page.contains("2026-03-16 17:30 前答复"), "each with its own clock");
        assertTrue(page.contains("正在确定承办单位，2026-03-06 17:30 前派单"), page);
        assertTrue(page.contains("href=\"" + house.link(first) + "\"") && page.contains("href=\"" + house.link(second) + "\""));
        String ofPiece = site.get(house.link(first)).body();
        assertTrue(ofPiece.contains("用地未批。") && ofPiece.contains("href=\"" + house.link(second) + "\"") && ofPiece.contains("href=\"" + house.link(whole) + "\""));
        site.viewer = agent(FirmHouse.FIRM);
        String signedIn = site.get("/appeals/" + split.number()).body();
        assertTrue(signedIn.contains("href=\"/appeals/" + split.number() + "-2\""), signedIn);
        site.viewer = agent(FirmHouse.OTHER);
        assertEquals(404, site.get("/appeals/" + split.number() + "-2").statusCode());
    }

    @Test
    void ofAnUnverifiedLetterThePiecesShowTheirStatusOnly() {
        UUID whole = unverified("三个问题");
        house.desk.act(Desk.centre(), whole, new Split(List.of(new Split.Piece("用地手续", "用地未批。", "land", null, List.of(Desk.lead(FirmHouse.LAND))),
            new Split.Piece("用电扩容", "用电排队。", "energy", null, List.of())), "两个事项"));
        String page = site.get(house.link(whole)).body();
        assertTrue(page.contains(house.number(whole) + "-2"), page);
        assertFalse(page.contains("用电扩容"));
    }

    @Test
    void aFirmWhoseAppealWasMergedSeesItsOwnAndNothingOfTheOthers() {
        UUID joint = house.verified("园区道路");
        site.viewer = agent(FirmHouse.OTHER);
        UUID child = house.ofOther("园区断路");
        house.desk.act(Desk.centre(), joint, new Merge(List.of(new Merge.Child(child, null)), "同一条路"));
        house.reply(joint, Conclusion.A, "已修通。");
        String page = site.get("/appeals/" + house.number(child)).body();
        assertTrue(page.contains("已修通。") && page.contains("rate"), page);
        assertTrue(page.contains("答复附件.txt"));
        assertFalse(page.contains(house.number(joint)) || page.contains("并案") || page.contains(FirmHouse.FIRM.name()));
        assertEquals(404, site.get("/appeals/" + house.number(joint)).statusCode());
        String papers = "/appeals/" + house.number(child) + "/papers";
        assertTrue(site.get(papers).body().contains("答复书"), "the reply to all is a paper to each");
        assertTrue(site.get(papers + "/reply?format=pdf").body().startsWith("%PDF-"));
        site.viewer = agent(FirmHouse.FIRM);
        String ofJoint = site.get("/appeals/" + house.number(joint)).body();
        assertFalse(ofJoint.contains(house.number(child)) || ofJoint.contains("并入") || ofJoint.contains(FirmHouse.OTHER.name()));
    }

    @Test
    void aLinkAlteredByOneCharacterIsAsUnknownAsAnyOther() {
        String link = house.link(house.verified("甲"));
        int last = link.length() - 1;
        String altered = link.substring(0, last) + (link.charAt(last) == 'A' ? 'B' : 'A');
        HttpResponse<String> answer = site.get(altered);
        assertEquals(404, answer.statusCode());
        assertEquals(site.get("/track/no-such-link").body(), answer.body());
        assertTrue(site.looks.contains("null refused " + altered));
    }

    @Test
    void theSearchPageLeadsOnFromALinkAndNotFromANumber() {
        UUID appeal = house.verified("甲");
        assertEquals(house.link(appeal), site.post("/track", "/track", field("link", "http://localhost:8080" + house.link(appeal)))
            .headers().firstValue("Location").orElseThrow());
        assertEquals(422, site.post("/track", "/track", field("link", house.number(appeal))).statusCode());
    }

    @Test
    void beforeTheSenderIsKnownOnlyTheStatusIsShownAndACodeOpensTheRest() {
        UUID appeal = unverified("不可泄露的标题");
        String link = house.link(appeal);
        String before = site.get(link).body();
        assertFalse(before.contains("不可泄露的标题"));
        assertFalse(before.contains(FirmHouse.FIRM.name()));
        assertFalse(before.contains(FirmHouse.MAILBOX));
        assertTrue(before.contains("j***@shili-001.example"));
        assertEquals(409, act(link, "supplement", appeal, field("supplement-text", "补充")).statusCode());

        String code = house.codeMailedTo(FirmHouse.MAILBOX);
        String wrong = code.equals("000000") ? "000001" : "000000";
        assertEquals(422, site.post(link, link + "/verify", "code=" + wrong).statusCode());
        assertEquals(303, site.post(link, link + "/verify", "code=" + code).statusCode());
        assertTrue(site.get(link).body().contains("不可泄露的标题"));
        Appeal known = house.desk.appeals.getAppeal(appeal);
        assertTrue(known.verified());
        assertEquals(FirmHouse.FIRM.uscc(), known.uscc());
    }

    @Test
    void aCodeIsTriedFiveTimesThenOnlyANewOneHelps() {
        UUID appeal = unverified("五次");
        String link = house.link(appeal);
        String code = house.codeMailedTo(FirmHouse.MAILBOX);
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            assertEquals(422, site.post(link, link + "/verify", "code=" + wrong).statusCode());
        }
        assertEquals(422, site.post(link, link + "/verify", "code=" + code).statusCode());
        house.desk.clock.advance(java.time.Duration.ofSeconds(1));
        assertEquals(303, site.post(link, link + "/code").statusCode());
        assertEquals(303, site.post(link, link + "/verify", "code=" + house.codeMailedTo(FirmHouse.MAILBOX)).statusCode());
    }

    @Test
    void anAnswerIsShownWithItsWayForwardAndAnOpinionIsNot() {
        house.units = new org.zhitongche.appeal.Routing.Unit[] {Desk.lead(FirmHouse.LAND), Desk.coHandling(FirmHouse.PLANNING)};
        UUID appeal = house.verified("丙", FirmHouse.file("图纸.txt"));
        house.opinion(appeal, "内部：建议不予支持");
        house.reply(appeal, Conclusion.C, "暂不具备条件。");
        String link = house.link(appeal);
        String page = site.get(link).body();
        assertTrue(page.contains("暂不具备条件。"));
        assertTrue(page.contains("行政服务中心三楼用地窗口"));
        assertFalse(page.contains("建议不予支持"));
        assertFalse(page.contains("内部意见"));

        Matcher files = FILE.matcher(page);
        int seen = 0;
        while (files.find()) {
            assertEquals(files.group(2), site.get(files.group(1)).body());
            seen++;
        }
        assertEquals(2, seen);
        String opinion = DB.database().sql().sql("select id::text from attachment where appeal_id = ? and name = '内部意见.txt'")
            .param(appeal).query(String.class).single();
        assertEquals(404, site.get(link + "/files/" + opinion).statusCode());
        assertEquals(404, site.get(house.link(house.verified("丁")) + "/files/" + opinion).statusCode());
    }

    @Test
    void theFirmSupplementsRemindsAndWithdraws() {
        UUID appeal = house.verified("戊");
        String link = house.link(appeal);
        assertEquals(303, act(link, "supplement", appeal, field("supplement-text", "补充一份说明")).statusCode());
        assertTrue(site.get(link).body().contains("补充一份说明"));
        assertEquals(303, act(link, "remind", appeal).statusCode());
        assertEquals(303, act(link, "withdraw", appeal, field("withdraw-reason", "已自行解决")).statusCode());
        assertEquals(AppealState.WITHDRAWN, house.desk.appeals.getAppeal(appeal).state());
        HttpResponse<String> late = act(link, "remind", appeal);
        assertEquals(409, late.statusCode());
    }

    @Test
    void aFormOfAnOlderVersionIsToldSoAndKeepsWhatWasTyped() {
        UUID appeal = house.verified("己");
        String link = house.link(appeal);
        HttpResponse<String> answer = site.post(link, link + "/supplement", "version=1", field("supplement-text", "写了很久的话"));
        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains("已有新的变化"));
        assertTrue(answer.body().contains("写了很久的话"));
    }

    @Test
    void aRatingNotSolvedReopensAndOneSolvedArchives() {
        UUID appeal = house.verified("庚");
        house.reply(appeal, Conclusion.A, "已办结。");
        String link = house.link(appeal);
        assertEquals(422, act(link, "rate", appeal, "rate-about=solution", "rate-solved=yes").statusCode());
        assertEquals(303, act(link, "rate", appeal, "rate-about=solution", "rate-solved=no", "rate-satisfaction=DISSATISFIED", "rate-contacted=no").statusCode());
        assertEquals(AppealState.HANDLING, house.desk.appeals.getAppeal(appeal).state());
        house.reply(appeal, Conclusion.A, "重新办结。");
        assertEquals(303, act(link, "rate", appeal, "rate-about=solution", "rate-solved=yes", "rate-satisfaction=VERY_SATISFIED").statusCode());
        Appeal rated = house.desk.appeals.getAppeal(appeal);
        assertEquals(AppealState.ARCHIVED, rated.state());
        assertEquals(Satisfaction.VERY_SATISFIED, rated.satisfaction());
    }

    @Test
    void anAgentSeesTheOwnFirmsAppealsAndNoOthers() {
        UUID appeal = house.verified("只此一家");
        String address = "/appeals/" + house.number(appeal);
        site.viewer = agent(FirmHouse.FIRM);
        assertTrue(site.get("/appeals?" + field("words", "只此一家")).body().contains(">只此一家<"));
        assertEquals(200, site.get(address).statusCode());
        assertEquals(303, act(address, "remind", appeal).statusCode());

        site.viewer = agent(FirmHouse.OTHER);
        assertFalse(site.get("/appeals?" + field("words", "只此一家")).body().contains(">只此一家<"));
        HttpResponse<String> foreign = site.get(address);
        assertEquals(404, foreign.statusCode());
        assertEquals(site.get("/appeals/350200-20260305-999999").body(), foreign.body());
        assertEquals(404, act(address, "withdraw", appeal).statusCode());
        assertTrue(site.looks.contains(site.viewer.id() + " refused " + address));
    }

    @Test
    void theFirmReadsHowItsOwnDueTimeIsCountedAndNothingOfTheDepartments() {
        house.desk.clock.set(Instant.parse("2026-12-29T02:00:00Z"));
        UUID appeal = house.verified("期限怎么算");
        String address = "/appeals/" + house.number(appeal);
        for (String at : List.of(house.link(appeal), address)) {
            site.viewer = at.equals(address) ? agent(FirmHouse.FIRM) : Viewer.ANONYMOUS;
            Document page = Jsoup.parse(site.get(at).body());
            assertEquals("2027-01-07 17:30", page.select("a[href=" + at + "/due]").text());
            assertTrue(page.select("dd:has(a[href=" + at + "/due]) .badge").text().startsWith("暂定"));
            String proof = Jsoup.parse(site.get(at + "/due").body()).select("main").text();
            for (String said : List.of("到期：2027-01-07（周四） 17:30", "规则：答复时限（泉州市企业问题办理流程（2022-08））", "起算事由：派单", "期限：7个工作日", "暂定")) {
                assertTrue(proof.contains(said), said + " is missing in " + proof);
            }
            assertFalse(proof.contains("签收") || proof.contains("协办") || proof.contains("主办"), proof);
            assertEquals(404, site.get(at + "/due/REPLY/" + house.desk.partOf(appeal, FirmHouse.LAND)).statusCode());
        }
        site.viewer = agent(FirmHouse.FIRM);
        assertTrue(Jsoup.parse(site.get("/appeals?" + field("words", "期限怎么算")).body()).select("td:has(a[href=" + address + "/due]) .badge").text().startsWith("暂定"));
        site.viewer = agent(FirmHouse.OTHER);
        assertEquals(404, site.get(address + "/due").statusCode());
        site.viewer = Viewer.ANONYMOUS;
        assertEquals(404, site.get(house.link(unverified("还没有验证的期限")) + "/due").statusCode());
    }

    @Test
    void theListGoesOnFromPageToPageWithoutLosingAny() {
        for (int i = 0; i < 25; i++) {
            house.verified("很多" + i + "。");
        }
        site.viewer = agent(FirmHouse.FIRM);
        String all = "";
        String at = "/appeals";
        for (int pages = 0; at != null && pages < 10; pages++) {
            String page = site.get(at).body();
            all += page;
            Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page);
            at = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        for (int i = 0; i < 25; i++) {
            assertTrue(all.contains("很多" + i + "。"), "很多" + i);
        }
    }

    @Test
    void messagesLeadToTheAppealAndAreReadThen() {
        UUID appeal = house.verified("有消息");
        site.viewer = agent(FirmHouse.FIRM);
        String list = site.get("/messages").body();
        assertTrue(list.contains(house.number(appeal)));
        Matcher open = Pattern.compile("action=\"(/messages/\\d+)\"").matcher(list);
        assertTrue(open.find());
        long unread = house.work.messages().unread(FirmHouse.FIRM.uscc());
        assertEquals("/appeals/" + house.number(appeal),
            site.post("/messages", open.group(1)).headers().firstValue("Location").orElseThrow());
        assertEquals(unread - 1, house.work.messages().unread(FirmHouse.FIRM.uscc()));
        site.viewer = agent(FirmHouse.OTHER);
        assertEquals(404, site.post("/messages", open.group(1)).statusCode());
    }

    @Test
    void thePapersToTheFirmStandOnItsPageAndAreItsOwn() {
        UUID appeal = house.verified("码头用地手续");
        String list = site.get(house.link(appeal) + "/papers").body();
        assertTrue(list.contains("受理告知书") && !list.contains("转办单"), list);
        assertTrue(site.get(house.link(appeal) + "/papers/acceptance").body().startsWith("%PDF-"));
        assertEquals(404, site.get(house.link(appeal) + "/papers/transfer").statusCode());
        site.viewer = FirmHouse.agent(FirmHouse.OTHER);
        assertEquals(404, site.get("/appeals/" + house.number(appeal) + "/papers/acceptance").statusCode());
        site.viewer = FirmHouse.agent(FirmHouse.FIRM);
        assertTrue(site.get("/appeals/" + house.number(appeal) + "/papers/acceptance?format=docx").body().startsWith("PK"));
    }

    @Test
    void whoHasNotShownWhoHeIsFindsNoPapers() {
        UUID appeal = unverified("仓储用地手续");
        assertEquals(404, site.get(house.link(appeal) + "/papers/acceptance").statusCode());
        assertFalse(site.get(house.link(appeal) + "/papers").body().contains("受理告知书"));
    }
}
