package org.zhitongche.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.firm;
import static org.zhitongche.handling.Desk.lead;
import static org.zhitongche.handling.Desk.sharing;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Erase;
import org.zhitongche.appeal.Ground;
import org.zhitongche.appeal.MayName;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.AnswerOrder;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.DoNotAccept;
import org.zhitongche.handling.IssueOrder;
import org.zhitongche.handling.MakeContact;
import org.zhitongche.handling.Merge;
import org.zhitongche.handling.PutBeforeLeader;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.RequestExtension;
import org.zhitongche.handling.RequestInformation;
import org.zhitongche.handling.RuleOnExtension;
import org.zhitongche.handling.WayForward;

/** Each kind from the event behind it, on Thursday 2026-03-05 and after; due on Monday 16 March 17:30. */
class PapersTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static final Actor LEAD = department(PaperHouse.LEAD);

    private PaperHouse house;
    private UUID appeal;

    @BeforeEach
    void open() {
        house = new PaperHouse(db.database());
        appeal = house.takeIn("示例机械有限公司", "工业用地手续迟迟未办结", "我司用地手续已报三个月。", lead(PaperHouse.LEAD), sharing(PaperHouse.OTHER));
    }

    private String said(Actor viewer, UUID of, PaperKind kind) {
        return PaperHouse.said(house.pdf(house.make(viewer, of, kind)));
    }

    private void says(String said, String... all) {
        for (String each : all) {
            assertTrue(said.contains(PaperHouse.bare(each)), () -> each + " is not in\n" + said);
        }
    }

    @Test
    void theFirmIsToldOfItsAcceptance() {
        says(said(firm(), appeal, PaperKind.ACCEPTANCE), "示例企业诉求服务中心", "受理告知书", "示例机械有限公司：", "2026年3月5日10:00",
                "工业用地手续迟迟未办结", house.file(firm(), appeal).appeal().number(), "厦门市工业和信息化局（主办）", "2026年3月16日17:30", "（盖章处）");
    }

    @Test
    void whatIsNotAcceptedNamesGroundReasonAndTheRightWay() {
        UUID no = house.takeIn("示例机械有限公司", "合同纠纷", "已经起诉。");
        house.centres(no, new DoNotAccept(Ground.UNDER_LITIGATION, "该纠纷已由人民法院立案。", "请依诉讼程序向受理法院提出。"));
        says(said(firm(), no, PaperKind.NON_ACCEPTANCE), "不予受理告知书", "正在诉讼、仲裁或行政复议中", "该纠纷已由人民法院立案。", "请依诉讼程序向受理法院提出。");
    }

    @Test
    void theFirmIsAskedForWhatIsMissingUntilADay() {
        house.on("2026-03-09");
        house.lead(appeal, new RequestInformation(house.part(appeal), "请补充用地红线图"));
        says(said(firm(), appeal, PaperKind.SUPPLY), "补正通知书", "厦门市工业和信息化局", "请补充用地红线图", "2026年3月16日17:30", "2026年3月9日");
    }

    @Test
    void anExtensionNamesTheOldAndTheNewDueTimeAndHowItIsCounted() {
        house.lead(appeal, new RequestExtension(house.part(appeal), LocalDate.parse("2026-03-20"), "需会同核定红线"));
        house.centres(appeal, new RuleOnExtension(house.part(appeal), true, "同意"));
        // 7 working days end on March 16; the 20th is the 11th
        says(said(firm(), appeal, PaperKind.EXTENSION), "延期告知书", "原答复时限2026年3月16日17:30", "延期后的答复时限2026年3月20日17:30",
                "需会同核定红线", "7个工作日，加延期4日", "按截至2026年的放假安排计算");
        assertFalse(said(firm(), appeal, PaperKind.EXTENSION).contains("@"), "the calendar's mark is for programs");
        house.centres(appeal, new PutBeforeLeader("分管工业的副市长", "需协调。"));
        UUID before = house.takeIn("示例机械有限公司", "用地", "我司用地手续已报三个月。", lead(PaperHouse.LEAD));
        house.centres(before, new PutBeforeLeader("分管工业的副市长", "需协调。"));
        house.lead(before, new RequestExtension(house.part(before), LocalDate.parse("2026-03-20"), "需会同核定红线"));
        house.centres(before, new RuleOnExtension(house.part(before), true, "同意"));
        says(said(firm(), before, PaperKind.EXTENSION), "延期告知书"); // what was put before a leader is not the firm's to know
    }

    @Test
    void aFirmWhoseMatterIsHandledJointlyHasItsExtensionAsAPaperOfItsOwn() {
        Actor other = firm("91350200MA0000002X");
        UUID child = house.desk.takeIn(Desk.clear(house.desk.submissionOf("91350200MA0000002X", "示例电子有限公司", "用地手续未批。"), lead(PaperHouse.OTHER))).appeal();
        house.centres(appeal, new Merge(List.of(new Merge.Child(child, null)), "同一用地问题"));
        house.lead(appeal, new RequestExtension(house.part(appeal), LocalDate.parse("2026-03-20"), "需会同核定红线"));
        house.centres(appeal, new RuleOnExtension(house.part(appeal), true, "同意"));
        String said = said(other, child, PaperKind.EXTENSION);
        says(said, "延期告知书", "示例电子有限公司：", house.file(other, child).appeal().number(), "厦门市工业和信息化局申请延期", "延期原因：需会同核定红线",
                "批准意见：同意", "原答复时限2026年3月16日17:30", "延期后的答复时限2026年3月20日17:30", "7个工作日，加延期4日");
        assertFalse(said.contains("示例机械") || said.contains(house.file(centre(), appeal).appeal().number()), said);
    }

    @Test
    void thatAnotherDepartmentThanTheLeadHasMoreTimeIsToldToEveryFirmToo() {
        Actor other = firm("91350200MA0000002X");
        UUID child = house.desk.takeIn(Desk.clear(house.desk.submissionOf("91350200MA0000002X", "示例电子有限公司", "用地手续未批。"), lead(PaperHouse.OTHER))).appeal();
        house.centres(appeal, new Merge(List.of(new Merge.Child(child, null)), "同一用地问题"));
        UUID part = house.desk.partOf(appeal, PaperHouse.OTHER);
        house.desk.act(department(PaperHouse.OTHER), appeal, new RequestExtension(part, LocalDate.parse("2026-03-18"), "需现场踏勘"));
        house.centres(appeal, new RuleOnExtension(part, true, null));
        String said = said(other, child, PaperKind.EXTENSION);
        says(said, "延期原因：需现场踏勘", "原答复时限2026年3月16日17:30", "延期后的答复时限2026年3月18日17:30", "本件的答复时限2026年3月16日17:30");
        assertFalse(said.contains("时限计算"), said);
    }

    @Test
    void theTransferNamesTheUnitItsLimitsAndTheMatter() {
        says(said(LEAD, appeal, PaperKind.TRANSFER), "企业诉求转办单", "厦门市工业和信息化局：", "主办", "签收时限2026年3月6日17:30", "办理时限2026年3月16日17:30",
                "我司用地手续已报三个月。", "059200000001", "仅供承办单位办理，不得告知相对方");
    }

    @Test
    void theHandlingSheetTellsWhatWasDone() {
        house.on("2026-03-06");
        house.lead(appeal, new MakeContact(house.part(appeal), "已电话联系，约定现场踏勘"));
        says(said(LEAD, appeal, PaperKind.HANDLING), "企业诉求办理单", "仅供承办单位办理，不得告知相对方", "拟办意见", "办理经过", "联系企业：已电话联系，约定现场踏勘", "首次联系企业2026年3月6日10:00");
    }

    @Test
    void anOrderNamesDemandLimitAndAnswer() {
        house.centres(appeal, new IssueOrder(house.part(appeal), "三日内上门对接", 3, null));
        house.lead(appeal, new AnswerOrder(house.part(appeal), null, "已上门对接", List.of()));
        says(said(LEAD, appeal, PaperKind.ORDER), "督办单", "三日内上门对接", "反馈时限2026年3月10日17:30", "已上门对接",
                house.file(centre(), appeal).appeal().number() + "-D1");
    }

    @Test
    void anOrderOfUsualLengthWithItsAnswerHasRoomOnOnePage() throws IOException {
        house.centres(appeal, new IssueOrder(house.part(appeal), "三个工作日内由分管负责人带队上门对接企业，核清用地报批卡在哪个环节，提出供地时间表，并书面反馈办理情况。", 3, null));
        house.lead(appeal, new AnswerOrder(house.part(appeal), null, "已于三月六日由分管副局长带队上门对接，核实该宗地规划条件已出具，卡在林地占用审核环节；"
                + "已会同林业部门确定三月二十日前完成审核，四月十日前挂牌供地，企业认可该方案。", List.of()));
        try (PDDocument document = Loader.loadPDF(house.pdf(house.make(LEAD, appeal, PaperKind.ORDER)))) {
            assertEquals(1, document.getNumberOfPages());
        }
    }

    /** The leader writes on the first page; what the firm wrote comes after it, however long. */
    @Test
    void theReportHasRoomForTheLeadersNoteAndItsSignatureOnTheFirstPage() throws IOException {
        UUID longer = house.takeIn("示例机械有限公司", "工业用地手续迟迟未办结", "我司用地手续已报三个月，补正两次，至今没有结果。".repeat(40), lead(PaperHouse.LEAD));
        house.centres(longer, new PutBeforeLeader("分管工业的副市长", "企业停产在即，需协调用地指标。建议由自然资源部门牵头，林业、发改部门配合，三月底前供地。"));
        try (PDDocument document = Loader.loadPDF(house.pdf(house.make(centre(), longer, PaperKind.REPORT)))) {
            PDFTextStripper first = new PDFTextStripper();
            first.setEndPage(1);
            says(PaperHouse.bare(first.getText(document)), "领导批示", "示例企业诉求服务中心", "（盖章处）", "2026年3月5日");
            assertTrue(document.getNumberOfPages() > 1);
        }
    }

    @Test
    void aReportToALeaderIsForThoseWhoOversee() {
        house.centres(appeal, new PutBeforeLeader("分管工业的副市长", "企业停产在即，需协调用地指标。"));
        says(said(centre(), appeal, PaperKind.REPORT), "直转件呈报单", "分管工业的副市长：", "企业停产在即，需协调用地指标。", "我司用地手续已报三个月。", "领导批示",
                house.file(centre(), appeal).appeal().number() + "-Z1");
        assertThrows(Unknown.class, () -> house.make(LEAD, appeal, PaperKind.REPORT));
        assertThrows(Unknown.class, () -> house.make(firm(), appeal, PaperKind.REPORT));
    }

    @Test
    void theReplyIsTheDepartmentsAndOnlyOnceReleased() {
        assertThrows(Unknown.class, () -> house.make(firm(), appeal, PaperKind.REPLY));
        house.on("2026-03-10");
        house.lead(appeal, new Reply(house.part(appeal), Conclusion.A, "用地手续已经办结。", null, null, List.of(), "主要负责人"));
        says(said(firm(), appeal, PaperKind.REPLY), "厦门市工业和信息化局", "答复书", "用地手续已经办结。", "A类：已经解决", "签发人：主要负责人", "2026年3月10日");
    }

    @Test
    void aReplyUnderReviewIsNoPaperYet() {
        house.lead(appeal, new Reply(house.part(appeal), Conclusion.C, "暂不能解决。", null,
                new WayForward("政务服务窗口", "二楼综合窗口", "0592-0000000", "工作日"), List.of(), null));
        assertThrows(Unknown.class, () -> house.make(firm(), appeal, PaperKind.REPLY));
    }

    @Test
    void printedAgainAPaperHasItsNumberAndTheNextOneTheNext() {
        Paper first = house.make(firm(), appeal, PaperKind.ACCEPTANCE);
        house.on("2027-01-04");
        assertEquals(first.number(), house.make(centre(), appeal, PaperKind.ACCEPTANCE).number());
        UUID next = house.takeIn("示例机械有限公司", "另一件", "另一件事。", lead(PaperHouse.LEAD));
        assertTrue(house.make(firm(), next, PaperKind.ACCEPTANCE).number().contains("〔2027〕1号"), "a year has a series of its own");
        Offered offered = house.papers.list(firm(), house.file(firm(), appeal)).get(0);
        assertEquals(first.number(), offered.number());
        assertEquals(Desk.START, offered.issuedAt());
    }


    @Test
    void whoAskAtOnceGetOneNumberAndNoneIsLost() throws Exception {
        List<UUID> appeals = IntStream.range(0, 4).mapToObj(n -> house.takeIn("示例机械有限公司", "第" + n + "件", "内容。", lead(PaperHouse.LEAD))).toList();
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> asks = IntStream.range(0, 24).<Callable<String>>mapToObj(n -> () ->
                    house.make(LEAD, appeals.get(n % 4), PaperKind.TRANSFER).number()).toList();
            Set<String> numbers = new TreeSet<>();
            for (Future<String> each : many.invokeAll(asks)) {
                numbers.add(each.get());
            }
            assertEquals(4, numbers.size());
            assertEquals(0, db.database().sql().sql("""
                    select count(*) from paper_serial s where s.last <> (select count(*) from paper p where p.kind = s.kind and p.year = s.year)""")
                    .query(Integer.class).single(), "the series have no gaps");
        } finally {
            many.shutdown();
        }
    }

    @Test
    void aFirmGetsItsOwnPapersAndADepartmentThoseOfItsOwnPart() {
        house.centres(appeal, new IssueOrder(house.part(appeal), "三日内上门对接", 3, null));
        assertEquals(Set.of(PaperKind.ACCEPTANCE), kinds(firm()));
        assertEquals(Set.of(PaperKind.ACCEPTANCE, PaperKind.TRANSFER, PaperKind.HANDLING, PaperKind.ORDER), kinds(LEAD));
        assertEquals(Set.of(PaperKind.ACCEPTANCE, PaperKind.TRANSFER, PaperKind.HANDLING), kinds(department(PaperHouse.OTHER)));
        assertThrows(Unknown.class, () -> house.make(firm(), appeal, PaperKind.TRANSFER));
        String ofLead = house.papers.list(LEAD, house.file(LEAD, appeal)).stream().filter(o -> o.kind() == PaperKind.TRANSFER).findFirst().orElseThrow().of();
        Actor other = department(PaperHouse.OTHER);
        assertThrows(Unknown.class, () -> house.papers.make(other, house.file(other, appeal), PaperKind.TRANSFER, ofLead));
    }

    private Set<PaperKind> kinds(Actor viewer) {
        return house.papers.list(viewer, house.file(viewer, appeal)).stream().map(Offered::kind).collect(Collectors.toSet());
    }

    @Test
    void aFirmThatWantsNotToBeNamedIsNamedToNoHandler() {
        UUID hidden = house.takeIn(house.submission("示例机械有限公司", "欠款", "货款未付。", new MayName(false, false), true), lead(PaperHouse.LEAD));
        String sheet = said(LEAD, hidden, PaperKind.TRANSFER);
        says(sheet, "依诉求企业要求不予披露");
        assertFalse(sheet.contains("示例机械") || sheet.contains("059200000001") || sheet.contains(Desk.FIRM), sheet);
        assertTrue(said(centre(), hidden, PaperKind.TRANSFER).contains("示例机械有限公司"));
    }

    @Test
    void whoHasNotShownWhoHeIsGetsNothing() {
        UUID unverified = house.takeIn(house.submission("示例机械有限公司", "欠款", "货款未付。", MayName.HANDLER_ONLY, false), lead(PaperHouse.LEAD));
        Actor sender = new Actor(Actor.Kind.SENDER, unverified.toString(), null, null);
        assertEquals(List.of(), house.papers.list(sender, house.file(sender, unverified)));
        assertThrows(Unknown.class, () -> house.make(sender, unverified, PaperKind.ACCEPTANCE));
    }

    @Test
    void anErasedAppealGivesNoPaperAnyMore() {
        house.make(firm(), appeal, PaperKind.ACCEPTANCE);
        new Erase(db.database(), new Blobs(db.database(), house.desk.clock), house.desk.appeals).appeal(appeal, centre());
        assertEquals(List.of(), house.papers.list(centre(), house.file(centre(), appeal)));
        assertThrows(Unknown.class, () -> house.make(centre(), appeal, PaperKind.ACCEPTANCE));
        assertEquals(1, db.database().sql().sql("select count(*) from paper where appeal_id = ?").param(appeal).query(Integer.class).single(),
                "that it was issued, and under which number, stays known");
    }

    @Test
    void aPaperThatCannotBeMadeTakesNoNumber() {
        UUID odd = house.takeIn("示例\u202E机械", "标题", "内容。", lead(PaperHouse.LEAD));
        Refusal refusal = assertThrows(Refusal.class, () -> house.make(firm(), odd, PaperKind.ACCEPTANCE));
        assertEquals("paper.hostile", refusal.rule());
        assertEquals(List.of("受理告知书", "firm"), refusal.args());
        assertEquals(0, db.database().sql().sql("select count(*) from paper where appeal_id = ?").param(odd).query(Integer.class).single());
    }
}
