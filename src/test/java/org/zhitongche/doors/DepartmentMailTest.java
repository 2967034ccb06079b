package org.zhitongche.doors;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.doors.RunningHouse.DEPARTMENT_ADDRESS;
import static org.zhitongche.doors.RunningHouse.PLATFORM;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.appeal.ActRequest;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.AcceptAndDispatch;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.IssueOrder;
import org.zhitongche.handling.Merge;
import org.zhitongche.handling.RecordLeaderNote;
import org.zhitongche.survey.Rate;

@Timeout(90)
class DepartmentMailTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();
    @TempDir
    static Path folder;
    private static RunningHouse house;
    private static Post post;
    private UUID appeal;
    private Post.Received assignment;

    @BeforeAll
    static void start() {
        house = new RunningHouse(db.database(), folder);
        post = new Post(house);
    }

    @AfterAll
    static void stop() {
        List<String> broken = RunningHouse.broken(house.ledger());
        house.close();
        assertEquals(List.of(), broken);
    }

    @BeforeEach
    void aDepartmentThatTakesMailHasAnAssignment() throws Exception {
        String receipt = house.ask("firm-1", "appeals.submit", RunningHouse.submission(UUID.randomUUID().toString(),
                "项目用地报批材料交了三个月，一直没有答复。").replace("350200", "350600"));
        String number = new ObjectMapper().readTree(receipt).path("number").asText();
        appeal = house.database.sql().sql("select id from appeal where number = ?").param(number).query(UUID.class).single();
        assignment = await().atMost(SOON).until(() -> post.read(DEPARTMENT_ADDRESS).stream()
                .filter(mail -> mail.subject().contains(number)).findFirst().orElse(null), mail -> mail != null);
    }

    private static String answer(String subject, String text, String... headers) {
        return "From: " + DEPARTMENT_ADDRESS + "\nTo: " + PLATFORM + "\nSubject: " + subject + "\nMessage-ID: <" + UUID.randomUUID()
                + "@unit.example>\n" + (headers.length == 0 ? "" : String.join("\n", headers) + "\n")
                + "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n\n" + text + "\n";
    }

    private String send(String text) throws Exception {
        String subject = "Re: " + UUID.randomUUID();
        post.send(DEPARTMENT_ADDRESS, answer(subject, text, "In-Reply-To: " + assignment.messageId()));
        return outcome(subject);
    }

    private static String outcome(String subject) {
        return await().atMost(SOON).until(() -> house.database.sql().sql("select outcome || ' ' || coalesce(reason, '') from arrival where summary = ?")
                .param(subject).query(String.class).optional().orElse(null), found -> found != null).strip();
    }

    private String state() {
        return house.database.sql().sql("select state from assignment where appeal_id = ? and department = '350600-natural-resources'").param(appeal).query(String.class).single();
    }

    private List<String> types() {
        return house.database.sql().sql("select type from appeal_event where appeal_id = ? order by seq").param(appeal).query(String.class).list();
    }

    @Test
    void aDepartmentAcknowledgesAndRepliesByAnsweringItsMail() throws Exception {
        assertEquals("APPENDED", send("签收"));
        assertEquals("ACKNOWLEDGED", state());
        assertEquals("APPENDED", send("答复Ａ：已核发批复（２０２６年），请领取。\n联系窗口领取即可。\n不等协办意见：已电话确认"));
        assertEquals("COMPLETED", state());
        assertEquals("A", house.database.sql().sql("select conclusion from assignment where appeal_id = ? and role = 'LEAD'").param(appeal).query(String.class).single());
        assertEquals("已核发批复（２０２６年），请领取。\n联系窗口领取即可。\n不等协办意见：已电话确认", house.database.sql()
                .sql("select body from appeal_content where appeal_id = ? and kind = 'REPLY'").param(appeal).query(String.class).single(),
                "what was written is kept to the letter");
    }

    @Test
    void aPromiseAndAWayForwardAreReadFromTheLines() throws Exception {
        assertEquals("APPENDED", send("答复C：现行规划不允许。\n办理渠道：申请规划调整\n受理单位：市资源局\n联系电话：0596-0000000\n办理时间：工作日\n不等协办意见：已电话确认"));
        assertEquals("ACKNOWLEDGED", state(), "a no is reviewed before it is released");
        aDepartmentThatTakesMailHasAnAssignment();
        assertEquals("APPENDED", send("答复B 2026-04-30：正在组卷。\n不等协办意见：已电话确认\n签发人：分管副局长"));
        assertTrue(event("ReplyHandedIn").contains("\"分管副局长\""), event("ReplyHandedIn"));
        assertEquals("2026-04-30", house.database.sql().sql("select promised::text from assignment where appeal_id = ? and role = 'LEAD'").param(appeal)
                .query(String.class).single());
    }

    @Test
    void theFirmIsAskedForWhatIsMissingByAnsweringTheMail() throws Exception {
        assertEquals("APPENDED", send("补正：请补充用地红线图。"));
        assertTrue(types().contains("InformationRequested"), types().toString());
        assertTrue(types().contains("ClocksMoved"), types().toString());
    }

    @Test
    void aChildsFirmIsAskedByItsNumber() throws Exception {
        UUID own = appeal;
        Post.Received first = assignment;
        aDepartmentThatTakesMailHasAnAssignment();
        UUID child = appeal;
        String number = (String) house.database.sql().sql("select number from appeal where id = ?").param(child).query().singleValue();
        house.stages.act().act(new ActRequest(null, Desk.centre(), Door.WEB, own, null, null, "",
                new Merge(List.of(new Merge.Child(child, null)), "同一事项")));
        assignment = first;
        assertEquals("APPENDED", send("补正 " + number + "：请补充红线图"));
        assertTrue(events(child).contains("AskedJointly"), events(child).toString());
        assertTrue(events(own).contains("ChildAsked") && !events(own).contains("InformationRequested"), events(own).toString());
        assertEquals("REFUSED fault.assignment.unknown", send("补正 350200-20260101-999999：别人的诉求"));
    }

    /** The last of its type, as it is stored. */
    private String event(String type) {
        return house.database.sql().sql("select convert_from(body, 'UTF8') from appeal_event where appeal_id = ? and type = ? order by seq desc limit 1")
                .params(appeal, type).query(String.class).single();
    }

    private static List<String> events(UUID id) {
        return house.database.sql().sql("select type from appeal_event where appeal_id = ? order by seq").param(id).query(String.class).list();
    }

    @Test
    void aLeadersNoteIsAnsweredByAnsweringTheMail() throws Exception {
        assertEquals("REFUSED refusal.leader.nothing-waits", send("批示反馈：已经落实。"));
        UUID part = house.database.sql().sql("select id from assignment where appeal_id = ? and department = '350600-natural-resources'")
                .param(appeal).query(UUID.class).single();
        house.pipeline.acts().act(new ActRequest(null, Desk.centre(), Door.WEB, appeal, null, null, "",
                new RecordLeaderNote(null, "分管副市长", LocalDate.EPOCH, "请限期解决", part, 3, null)));
        assertEquals("APPENDED", send("批示反馈 P1：已经落实。"));
        assertTrue(types().contains("NoteAnswered"), types().toString());
    }

    @Test
    void aRatingIsObjectedToAndAPromiseFulfilledByAnsweringTheMail() throws Exception {
        assertEquals("REFUSED refusal.objection.not-rated", send("评价异议：企业要求超出政策规定。"));
        assertEquals("REFUSED refusal.promise.none", send("承诺兑现：已供地。"));
        assertEquals("APPENDED", send("答复B 2099-04-30：正在组卷。\n不等协办意见：已电话确认"));
        assertEquals("APPENDED", send("承诺兑现：已提前供地。"));
        assertTrue(types().contains("PromiseFulfilled"), types().toString());
        house.pipeline.acts().act(new ActRequest(null, Desk.centre(), Door.WEB, appeal, null, null, "", new Rate(true, false, Satisfaction.DISSATISFIED, null)));
        assertEquals("APPENDED", send("补充更正：窗口在三楼。"));
        assertTrue(types().contains("ReplyAmended"), types().toString());
        assertEquals("APPENDED", send("评价异议：企业要求超出政策规定。"));
        assertTrue(types().contains("RatingObjected"), types().toString());
    }

    @Test
    void aDraftIsLeftTheMatterGoesUpAndAUnitStandsAsideByAnsweringTheMail() throws Exception {
        assertEquals("APPENDED", send("拟稿A：已核发批复。"));
        assertTrue(types().contains("ReplyDrafted") && !types().contains("ReplyReleased"), types().toString());
        assertEquals("APPENDED", send("上报：须由省级办理。"));
        assertTrue(types().contains("PassedOn"), types().toString());
        aDepartmentThatTakesMailHasAnAssignment();
        assertEquals("APPENDED", send("回避：企业反映的正是本单位。"));
        assertTrue(types().contains("Recused"), types().toString());
    }

    @Test
    void anOrderIsAnsweredByAnsweringTheMail() throws Exception {
        assertEquals("REFUSED refusal.order.nothing-waits", send("督办反馈：已经面谈。"));
        UUID part = house.database.sql().sql("select id from assignment where appeal_id = ? and department = '350600-natural-resources'")
                .param(appeal).query(UUID.class).single();
        house.pipeline.acts().act(new ActRequest(null, Desk.centre(), Door.WEB, appeal, null, null, "", new IssueOrder(part, "三日内面谈", 3, null)));
        assertEquals("APPENDED", send("督办反馈 D1：已经面谈，企业认可方案。"));
        assertTrue(types().contains("OrderAnswered"), types().toString());
    }

    @Test
    void amountsOfArrearsAreRecordedByAnsweringTheMailAlsoAfterTheReply() throws Exception {
        assertEquals("REFUSED refusal.arrears.category", send("欠款：无分歧 1200000 元，已支付 0 元"));
        arrearsCase();
        assertTrue(assignment.text().contains("欠款：无分歧 金额 元，已支付 金额 元"), assignment.text());
        assertEquals("APPENDED", send("欠款：无分歧 １，２００，０００.５０ 元，已支付 30 万元，其余有计划\n首笔已到账。\n其余六月底前付清。"));
        assertEquals("1200000.50 300000.00 true", amounts());
        assertEquals("首笔已到账。\n其余六月底前付清。", house.database.sql()
                .sql("select body from appeal_content where appeal_id = ? and kind = 'NOTE'").param(appeal).query(String.class).single());
        assertEquals("REFUSED refusal.arrears.paid-more", send("欠款：无分歧1200000元，已付1200000.01元"));
        assertEquals("REFUSED refusal.arrears.amount", send("欠款：无分歧 1200000 元，已支付 0.001 元"));
        assertEquals("REFUSED refusal.arrears.same", send("登记欠款：无分歧欠款 120.00005 万元，其中已支付 300,000 元，其余已列入企业确认的还款计划。"));
        assertEquals("APPENDED", send("答复A：已督促付清。\n不等协办意见：已电话确认"));
        assertEquals("APPENDED", send("欠款：无分歧 1200000.50 元，已支付 1200000.50 元"));
        assertEquals("1200000.50 1200000.50 false", amounts());
    }

    @Test
    void amountsSaidInAnotherWayAreNotGuessedAndTheWayIsTold() throws Exception {
        arrearsCase();
        assertEquals("QUARANTINED fault.mail.arrears", send("欠款：约一百二十万，付了一些"));
        assertEquals("QUARANTINED fault.mail.arrears", send("欠款：无分歧 1200000 元，已支付 0 元，其余双方另行商定"));
        await().atMost(SOON).until(() -> post.read(DEPARTMENT_ADDRESS).stream().anyMatch(mail -> mail.text().contains("未能识别欠款金额")));
        assertTrue(!types().contains("ArrearsRecorded"), types().toString());
    }

    /** Led by the department that takes mail. */
    private void arrearsCase() throws Exception {
        String receipt = house.ask("firm-1", "appeals.submit", RunningHouse.submission(UUID.randomUUID().toString(), "您好，请帮忙看一下。")
                .replace("工业用地手续迟迟未办结", "有一件事"));
        String number = new ObjectMapper().readTree(receipt).path("number").asText();
        appeal = house.database.sql().sql("select id from appeal where number = ?").param(number).query(UUID.class).single();
        house.pipeline.acts().act(new ActRequest(null, Desk.centre(), Door.WEB, appeal, null, null, "",
                new AcceptAndDispatch("arrears", List.of(Desk.lead("350600-natural-resources")))));
        assignment = await().atMost(SOON).until(() -> post.read(DEPARTMENT_ADDRESS).stream()
                .filter(mail -> mail.subject().contains(number)).findFirst().orElse(null), mail -> mail != null);
    }

    private String amounts() {
        return house.database.sql().sql("""
                select undisputed || ' ' || paid || ' ' || planned from appeal_span
                where appeal_id = ? and to_at = 'infinity'""").param(appeal).query(String.class).single();
    }

    @Test
    void aSendingBackCarriesItsReason() throws Exception {
        assertEquals("APPENDED", send("退回 市住建局：不属于本单位职责，应由住建部门办理。"));
        assertTrue(types().contains("SentBack"), types().toString());
        assertTrue(event("SentBack").contains("\"市住建局\""), event("SentBack"));
    }

    @Test
    void whatARuleRefusesIsToldToTheDepartment() throws Exception {
        assertEquals("REFUSED refusal.reply.way-forward", send("答复D：供参考。"));
        await().atMost(SOON).until(() -> post.read(DEPARTMENT_ADDRESS).stream()
                .anyMatch(mail -> mail.text().contains("C、D 类答复须告知企业下一步怎样办")));
        assertEquals("DISPATCHED", state());
    }

    @Test
    void anAnswerWithoutACommandIsKeptAndTheCommandsAreTold() throws Exception {
        assertEquals("QUARANTINED fault.mail.no-command", send("好的，我们研究一下。"));
        await().atMost(SOON).until(() -> post.read(DEPARTMENT_ADDRESS).stream().anyMatch(mail -> mail.text().contains("未能识别办理指令")));
        assertEquals("DISPATCHED", state());
    }

    @Test
    void withoutOurMessageIdTheTokenTellsWhatIsAnswered() throws Exception {
        Matcher token = Pattern.compile("办件凭证：\\S+").matcher(assignment.text());
        assertTrue(token.find());
        post.send(DEPARTMENT_ADDRESS, answer("凭证", "签收\n\n> " + token.group()));
        assertEquals("APPENDED", outcome("凭证"));
        assertEquals("ACKNOWLEDGED", state());
    }

    @Test
    void whoeverOnlySaysHeIsTheDepartmentDoesNothing() throws Exception {
        post.bring(answer("假冒", "签收", "In-Reply-To: " + assignment.messageId()));
        assertEquals("CREATED", outcome("假冒"));
        assertEquals("DISPATCHED", state());
    }

    @Test
    void theSameMailTwiceActsOnce() throws Exception {
        String mail = answer("重复签收", "签收", "In-Reply-To: " + assignment.messageId());
        post.send(DEPARTMENT_ADDRESS, mail);
        post.send(DEPARTMENT_ADDRESS, mail);
        await().atMost(SOON).until(() -> house.database.sql().sql("select count(*) from arrival where summary = '重复签收'")
                .query(Long.class).single() == 2);
        assertEquals(List.of("APPENDED", "DUPLICATE"), house.database.sql()
                .sql("select outcome from arrival where summary = '重复签收' order by outcome").query(String.class).list());
        assertEquals(1, types().stream().filter("Acknowledged"::equals).count());
    }
}
