package org.zhitongche.doors;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.doors.RunningHouse.FIRM_ADDRESS;
import static org.zhitongche.doors.RunningHouse.PLATFORM;
import static org.zhitongche.doors.RunningHouse.STRANGER;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.appeal.ActRequest;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.Merge;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.RequestInformation;
import org.zhitongche.handling.Split;
import org.zhitongche.handling.Withdraw;

@Timeout(90)
class MailDoorTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String MATTER = "项目用地报批材料交了三个月，自然资源局一直没有答复，请协调。";

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();
    @TempDir
    static Path folder;
    private static RunningHouse house;
    private static Post post;

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

    private static String id() {
        return UUID.randomUUID() + "@client.example";
    }

    /** A plain mail; further header lines may follow the usual ones. */
    private static String mail(String from, String id, String subject, String text, String... more) {
        return "From: 经办人 <" + from + ">\nTo: " + PLATFORM + "\nSubject: " + subject + "\nMessage-ID: <" + id + ">\n"
                + (more.length == 0 ? "" : String.join("\n", more) + "\n")
                + "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n\n" + text + "\n";
    }

    record Row(String outcome, String reason, UUID appeal, boolean kept, String detail) {}

    private static List<Row> rowsOf(String summary) {
        return house.database.sql().sql("""
                select outcome, reason, appeal_id as appeal, raw is not null as kept, detail from arrival where summary = ? order by xmin::text::bigint""")
                .param(summary).query(Row.class).list();
    }

    private static Row rowOf(String subject) {
        await().atMost(SOON).until(() -> !rowsOf(subject).isEmpty());
        return rowsOf(subject).get(rowsOf(subject).size() - 1);
    }

    private static Object of(UUID appeal, String column) {
        return house.database.sql().sql("select " + column + " from appeal where id = ?").param(appeal).query().singleValue();
    }

    private static int in(String box) {
        return house.mailServer.countMails(PLATFORM, box);
    }

    private static Post.Received waitFor(String address, String words) {
        return await().atMost(SOON).until(() -> post.read(address).stream()
                .filter(mail -> (mail.subject() + mail.text()).contains(words)).findFirst().orElse(null), mail -> mail != null);
    }

    private static UUID appealOf(String subject) throws Exception {
        post.send(FIRM_ADDRESS, mail(FIRM_ADDRESS, id(), subject, MATTER));
        return rowOf(subject).appeal();
    }

    @Test
    void aMailOfARegisteredContactBecomesAVerifiedAppealAndIsAnsweredInItsConversation() throws Exception {
        String id = id();
        int done = in("Done");
        post.send(FIRM_ADDRESS, mail(FIRM_ADDRESS, id, "用地报批迟迟没有答复", MATTER));

        Row row = rowOf("用地报批迟迟没有答复");
        assertEquals("CREATED", row.outcome());
        assertEquals(true, of(row.appeal(), "verified"));
        assertEquals(RunningHouse.FIRM.uscc(), of(row.appeal(), "uscc"));
        assertEquals("350200-natural-resources", of(row.appeal(), "lead"));
        await().atMost(SOON).until(() -> in("Done") > done && in("INBOX") == 0);
        Post.Received receipt = waitFor(FIRM_ADDRESS, (String) of(row.appeal(), "number"));
        assertEquals("<" + id + ">", receipt.inReplyTo());
        assertEquals("auto-replied", receipt.autoSubmitted());
        assertTrue(house.receive("350200-natural-resources", "department.350200-natural-resources", 10_000).contains("assignment/1"));
    }

    @Test
    void theSameMailTwiceIsOneAppealAndBothArrivalsAreLogged() throws Exception {
        String mail = mail(FIRM_ADDRESS, id(), "同一封邮件", MATTER);
        post.send(FIRM_ADDRESS, mail);
        post.send(FIRM_ADDRESS, mail);

        await().atMost(SOON).until(() -> rowsOf("同一封邮件").size() == 2);
        List<Row> rows = rowsOf("同一封邮件");
        assertEquals(List.of("CREATED", "DUPLICATE"), rows.stream().map(Row::outcome).toList());
        assertEquals(rows.get(0).appeal(), rows.get(1).appeal());
    }

    @Test
    void theSameMessageIdWithOtherTextIsKeptRawAndFlagged() throws Exception {
        String id = id();
        post.send(FIRM_ADDRESS, mail(FIRM_ADDRESS, id, "同一编号", MATTER));
        rowOf("同一编号");
        int quarantined = in("Quarantine");
        post.send(FIRM_ADDRESS, mail(FIRM_ADDRESS, id, "同一编号", "完全是另一件事。"));

        await().atMost(SOON).until(() -> rowsOf("同一编号").size() == 2);
        Row second = rowsOf("同一编号").get(1);
        assertEquals("QUARANTINED", second.outcome());
        assertTrue(second.kept());
        assertNull(second.appeal());
        await().atMost(SOON).until(() -> in("Quarantine") == quarantined + 1);
    }

    @Test
    void aMailWithoutMessageIdIsKeyedByItsContent() throws Exception {
        String mail = mail(FIRM_ADDRESS, "x", "没有编号", MATTER).replace("Message-ID: <x>\n", "");
        post.send(FIRM_ADDRESS, mail);
        post.send(FIRM_ADDRESS, mail);
        await().atMost(SOON).until(() -> rowsOf("没有编号").size() == 2);
        assertEquals(List.of("CREATED", "DUPLICATE"), rowsOf("没有编号").stream().map(Row::outcome).toList());
    }

    @Test
    void aMailWithoutSubjectOrSenderIsAnUnverifiedAppealForAPerson() throws Exception {
        long before = house.count("appeal");
        post.bring("To: " + PLATFORM + "\nMessage-ID: <" + id() + ">\nContent-Type: text/plain; charset=UTF-8\n\n没有主题也没有发件人的来信。\n");
        await().atMost(SOON).until(() -> house.count("appeal") == before + 1);
        var appeal = house.database.sql().sql("select state, verified from appeal order by first_received desc, xmin::text::bigint desc limit 1").query().singleRow();
        assertEquals("TRIAGE", appeal.get("state"));
        assertEquals(false, appeal.get("verified"));
    }

    @Test
    void anEmptyMailIsKeptAndItsSenderTold() throws Exception {
        post.send(STRANGER, mail(STRANGER, id(), "", "").replace("Subject: \n", ""));
        Post.Received told = waitFor(STRANGER, "邮件没有主题、正文和附件");
        assertEquals("auto-generated", told.autoSubmitted());
        assertEquals(1, house.database.sql().sql("select count(*) from arrival where reason = 'fault.mail.empty' and raw is not null")
                .query(Long.class).single());
    }

    @Test
    void aMailThatOnlySaysItIsTheFirmIsNotVerified() throws Exception {
        post.bring(mail(FIRM_ADDRESS, id(), "冒用地址", MATTER, "Authentication-Results: zhitongche.local; dkim=pass header.d=shili-001.example"));
        Row row = rowOf("冒用地址");
        assertEquals("CREATED", row.outcome());
        assertEquals(false, of(row.appeal(), "verified"));
    }

    @Test
    void automaticMailListsAndOurOwnNoticesMakeNothingAndAreNotAnswered() throws Exception {
        long appeals = house.count("appeal");
        int suppressed = in("Suppressed");
        post.send(FIRM_ADDRESS, mail(FIRM_ADDRESS, id(), "外出", "我在休假", "Auto-Submitted: auto-replied"));
        post.send(FIRM_ADDRESS, mail(FIRM_ADDRESS, id(), "周刊", "本周要闻", "List-Id: <news.example>"));
        post.send(FIRM_ADDRESS, mail(FIRM_ADDRESS, id(), "自己的", "通知", "X-Zhitongche-Delivery: " + UUID.randomUUID()));

        assertEquals("mail.suppressed.automatic", rowOf("外出").reason());
        assertEquals("mail.suppressed.list", rowOf("周刊").reason());
        assertEquals("mail.suppressed.own-notice", rowOf("自己的").reason());
        await().atMost(SOON).until(() -> in("Suppressed") == suppressed + 3);
        assertEquals(appeals, house.count("appeal"));
    }

    @Test
    void onlyABounceOfAMailOfOursMarksItsRecipient() throws Exception {
        UUID appeal = appealOf("会退信的");
        String ours = house.database.sql().sql("select message_id from outgoing_mail where appeal_id = ?").param(appeal)
                .query(String.class).optional().orElseGet(() -> {
                    waitFor(FIRM_ADDRESS, (String) of(appeal, "number"));
                    return house.database.sql().sql("select message_id from outgoing_mail where appeal_id = ? limit 1").param(appeal).query(String.class).single();
                });
        post.bring(bounce("伪造的退信", STRANGER, UUID.randomUUID() + "@zhitongche.local"));
        assertEquals("mail.suppressed.bounce", rowOf("伪造的退信").reason());
        assertTrue(house.stages.recipients().findBlock(STRANGER).isEmpty());
        post.bring(bounce("张冠李戴的退信", STRANGER, ours));
        rowOf("张冠李戴的退信");
        assertTrue(house.stages.recipients().findBlock(STRANGER).isEmpty());
        assertTrue(house.stages.recipients().findBlock(FIRM_ADDRESS).isEmpty());

        post.bring(bounce("真的退信", FIRM_ADDRESS, ours));
        rowOf("真的退信");
        assertFalse(house.stages.recipients().findBlock(FIRM_ADDRESS).isEmpty());
        house.stages.recipients().unblock(FIRM_ADDRESS);
    }

    private static String bounce(String subject, String failed, String ours) {
        return """
                From: MAILER-DAEMON@elsewhere.example
                To: %s
                Subject: %s
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain

                not delivered
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; elsewhere.example

                Final-Recipient: rfc822; %s
                Action: failed
                Status: 5.1.1

                --b
                Content-Type: text/rfc822-headers

                Message-ID: <%s>
                --b--
                """.formatted(PLATFORM, subject, failed, ours);
    }

    @Test
    void aMailOverTheLimitGoesToOversizedWithItsHeadersStoredAndItsSenderTold() throws Exception {
        int oversized = in("Oversized");
        post.send(STRANGER, mail(STRANGER, id(), "big one", ("字".repeat(20) + "\n").repeat(1 + RunningHouse.MAIL_LIMIT / 60)));
        Row row = rowOf("big one");
        assertEquals("REFUSED", row.outcome());
        assertEquals("fault.mail.too-large", row.reason());
        String headers = new String(house.stages.blobs().open(house.database.sql().sql("select raw from arrival where summary = 'big one'")
                .query(UUID.class).single()).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(headers.contains("Subject: big one") && !headers.contains("字"), headers);
        waitFor(STRANGER, "邮件过大：不得超过3兆");
        await().atMost(SOON).until(() -> in("Oversized") == oversized + 1);
    }

    @Test
    void aPoisonMailAmongOthersIsQuarantinedAloneWithAnAlarm() throws Exception {
        StringBuilder parts = new StringBuilder("From: " + STRANGER + "\nTo: " + PLATFORM + "\nSubject: poison\nMessage-ID: <" + id()
                + ">\nContent-Type: multipart/mixed; boundary=b\n\n");
        parts.append("--b\nContent-Type: text/plain\n\nx\n".repeat(2_000)).append("--b--\n");
        post.send(FIRM_ADDRESS, mail(FIRM_ADDRESS, id(), "毒信之前", MATTER));
        post.send(STRANGER, parts.toString());
        post.send(FIRM_ADDRESS, mail(FIRM_ADDRESS, id(), "毒信之后", MATTER));

        assertEquals("CREATED", rowOf("毒信之前").outcome());
        assertEquals("CREATED", rowOf("毒信之后").outcome());
        Row poison = rowOf("poison");
        assertEquals("QUARANTINED", poison.outcome());
        assertTrue(poison.kept());
        assertTrue(house.stages.alarms().openByKind().containsKey("quarantine"));
    }

    @Test
    void aStrangerQuotingANumberMakesALinkedAppealForAPersonAndAppendsNothing() throws Exception {
        UUID first = appealOf("被引用的诉求");
        String number = (String) of(first, "number");
        int version = (int) of(first, "version");
        post.send(STRANGER, mail(STRANGER, id(), "关于 " + number, "请告诉我这件诉求的进展。"));

        Row row = rowOf("关于 " + number);
        assertEquals("CREATED", row.outcome());
        assertEquals("TRIAGE", of(row.appeal(), "state"));
        assertTrue(events(row.appeal()).get(0).contains("\"linkedTo\":\"" + number + "\""));
        assertEquals(version, of(first, "version"));
    }

    private static List<String> events(UUID appeal) {
        return house.database.sql().sql("select convert_from(body, 'UTF8') from appeal_event where appeal_id = ? order by seq").param(appeal)
                .query(String.class).list();
    }

    private static String types(UUID appeal) {
        return String.join(" ", house.database.sql().sql("select type from appeal_event where appeal_id = ? order by seq").param(appeal)
                .query(String.class).list());
    }

    @Test
    void theFirmsAnswerToItsReceiptIsASupplementAndAnybodyElsesIsNot() throws Exception {
        UUID appeal = appealOf("等待补充的诉求");
        String receipt = waitFor(FIRM_ADDRESS, (String) of(appeal, "number")).messageId();
        post.send(FIRM_ADDRESS, mail(FIRM_ADDRESS, id(), "Re: 补充材料", "补充：批复号是 123。", "In-Reply-To: " + receipt));
        Row row = rowOf("Re: 补充材料");
        assertEquals("APPENDED", row.outcome());
        assertEquals(appeal, row.appeal());
        assertTrue(types(appeal).endsWith("Supplemented"), types(appeal));

        post.send(STRANGER, mail(STRANGER, id(), "Re: 别人的答复", "我也来补充。", "In-Reply-To: " + receipt));
        post.bring(mail(FIRM_ADDRESS, id(), "Re: 冒名的答复", "我才是企业。", "In-Reply-To: " + receipt));
        assertEquals("CREATED", rowOf("Re: 别人的答复").outcome());
        assertEquals("CREATED", rowOf("Re: 冒名的答复").outcome());
        assertEquals(1, types(appeal).split("Supplemented", -1).length - 1);
    }

    @Test
    void aFirmUrgesRatesAndWithdrawsByTheFirstLineOfItsAnswer() throws Exception {
        UUID appeal = appealOf("用地报批要催办和评价");
        String receipt = "In-Reply-To: " + waitFor(FIRM_ADDRESS, (String) of(appeal, "number")).messageId();
        post.send(FIRM_ADDRESS, mail(FIRM_ADDRESS, id(), "Re: 催", "催办：三个月没有答复。\n客户在等。", receipt));
        assertEquals("APPENDED", rowOf("Re: 催").outcome());
        assertTrue(types(appeal).endsWith("Reminded"), types(appeal));
        post.send(FIRM_ADDRESS, mail(FIRM_ADDRESS, id(), "Re: 不是指令", "评价：办得马马虎虎，还在等。", receipt));
        assertEquals("APPENDED", rowOf("Re: 不是指令").outcome());
        assertTrue(types(appeal).endsWith("Supplemented"), "no command, so nothing is lost: " + types(appeal));
        post.send(FIRM_ADDRESS, mail(FIRM_ADDRESS, id(), "Re: 过早的评价", "评价：已解决，满意", receipt));
        assertEquals("REFUSED refusal.survey.closed", rowOf("Re: 过早的评价").outcome() + " " + rowOf("Re: 过早的评价").reason());
        UUID part = house.database.sql().sql("select id from assignment where appeal_id = ? and role = 'LEAD'").param(appeal).query(UUID.class).single();
        String lead = house.database.sql().sql("select department from assignment where id = ?").param(part).query(String.class).single();
        act(new Actor(Actor.Kind.DEPARTMENT, "officer", "经办岗", lead), appeal, new Reply(part, Conclusion.A, "已核发批复。", null, null, List.of(), null, "已电话确认"));
        assertTrue(waitFor(FIRM_ADDRESS, "已核发批复。").text().contains("第一行写明“评价：已联系，已解决，满意”"));
        post.send(FIRM_ADDRESS, mail(FIRM_ADDRESS, id(), "Re: 办结之后", "再补一份说明。", receipt));
        assertEquals("APPENDED", rowOf("Re: 办结之后").outcome());
        assertEquals("COMPLETED Supplemented", of(appeal, "state") + types(appeal).substring(types(appeal).lastIndexOf(' ')));
        post.send(FIRM_ADDRESS, mail(FIRM_ADDRESS, id(), "Re: 评价", "评价：未联系，已解决，非常满意。\n谢谢经办同志。", receipt));
        assertEquals("APPENDED", rowOf("Re: 评价").outcome());
        assertEquals("ARCHIVED", of(appeal, "state"));
        assertTrue(events(appeal).stream().anyMatch(event -> event.contains("VERY_SATISFIED") && event.contains("\"contacted\":false")), events(appeal).toString());
        post.send(FIRM_ADDRESS, mail(FIRM_ADDRESS, id(), "Re: 归档之后", "批复有误。", receipt));
        assertEquals("CREATED", rowOf("Re: 归档之后").outcome());
        assertTrue(events(rowOf("Re: 归档之后").appeal()).get(0).contains("\"linkedTo\":\"" + of(appeal, "number") + "\""));
        post.send(FIRM_ADDRESS, mail(FIRM_ADDRESS, id(), "Re: 撤回", "撤回：已经办好。", receipt));
        assertEquals("REFUSED refusal.withdraw.too-late", rowOf("Re: 撤回").outcome() + " " + rowOf("Re: 撤回").reason());
    }

    @Test
    void aMailToACaseThatIsHandledJointlyStaysWithItAndIsHeardByThoseWhoHandleIt() throws Exception {
        UUID joint = appealOf("园区断水的来信");
        UUID child = appealOf("园区断水的第二封来信");
        String receipt = "In-Reply-To: " + waitFor(FIRM_ADDRESS, (String) of(child, "number")).messageId();
        act(new Actor(Actor.Kind.CENTRE, "centre1", "受理岗", null), joint, new Merge(List.of(new Merge.Child(child, null)), "同一管网"));
        post.send(FIRM_ADDRESS, mail(FIRM_ADDRESS, id(), "Re: 并案之后", "二期车间也停水了。", receipt));
        assertEquals("APPENDED", rowOf("Re: 并案之后").outcome());
        assertEquals(child, rowOf("Re: 并案之后").appeal());
        assertTrue(types(child).contains("Supplemented"), types(child));
        assertTrue(types(joint).contains("ChildHeard"), types(joint));
    }

    @Test
    void aMailReachesThePieceThatItIsAbout() throws Exception {
        UUID whole = appealOf("两个问题的来信");
        String lead = "350200-natural-resources";
        act(new Actor(Actor.Kind.CENTRE, "centre1", "受理岗", null), whole, new Split(List.of(new Split.Piece("用地", "用地未批。", "land", null, List.of()),
                new Split.Piece("用林", "用林未批。", "forest", null, List.of(new Routing.Unit(lead, Role.LEAD)))), "两个事项"));
        String number = of(whole, "number") + "-2";
        UUID piece = house.database.sql().sql("select id from appeal where number = ?").param(number).query(UUID.class).single();
        UUID part = house.database.sql().sql("select id from assignment where appeal_id = ?").param(piece).query(UUID.class).single();
        act(new Actor(Actor.Kind.DEPARTMENT, "officer", "经办岗", lead), piece, new RequestInformation(part, "请补充林地红线图。"));

        String asked = waitFor(FIRM_ADDRESS, "请补充林地红线图").messageId();
        post.send(FIRM_ADDRESS, mail(FIRM_ADDRESS, id(), "Re: 红线图", "红线图见附。", "In-Reply-To: " + asked));
        Row row = rowOf("Re: 红线图");
        assertEquals("APPENDED", row.outcome());
        assertEquals(piece, row.appeal());
        assertTrue(types(piece).contains("ClockResumed"), types(piece));

        post.send(STRANGER, mail(STRANGER, id(), "关于分件", "请问 " + number + " 进展如何？另见 " + of(whole, "number") + "-2026 号文。"));
        assertTrue(events(rowOf("关于分件").appeal()).get(0).contains("\"linkedTo\":\"" + number + "\""));
        post.send(STRANGER, mail(STRANGER, id(), "关于原件", "请问 " + of(whole, "number") + "-7 进展如何？"));
        assertTrue(events(rowOf("关于原件").appeal()).get(0).contains("\"linkedTo\":\"" + of(whole, "number") + "\""), "there is no seventh piece");
    }

    private static void act(Actor actor, UUID appeal, Action action) {
        house.stages.act().act(new ActRequest(null, actor, Door.WEB, appeal, null, null, "", action));
    }

    @Test
    void anAnswerToAnEndedAppealIsANewLinkedOne() throws Exception {
        UUID appeal = appealOf("将要撤回的诉求");
        String receipt = waitFor(FIRM_ADDRESS, (String) of(appeal, "number")).messageId();
        house.stages.act().act(new ActRequest(null, new Actor(Actor.Kind.FIRM, "agent", "经办人", RunningHouse.FIRM.uscc()), Door.WEB, appeal,
                null, null, "", new Withdraw("不再需要")));
        post.send(FIRM_ADDRESS, mail(FIRM_ADDRESS, id(), "Re: 撤回之后", "又有新情况。", "In-Reply-To: " + receipt));

        Row row = rowOf("Re: 撤回之后");
        assertEquals("CREATED", row.outcome());
        assertFalse(appeal.equals(row.appeal()));
        assertTrue(events(row.appeal()).get(0).contains("\"linkedTo\":\"" + of(appeal, "number") + "\""));
    }

    @Test
    void anAnswerToAnErasedAppealIsTakenAsOneThatNobodyKnows() throws Exception {
        UUID appeal = appealOf("将要删除的诉求");
        String number = (String) of(appeal, "number");
        String receipt = waitFor(FIRM_ADDRESS, number).messageId();
        house.erase.appeal(appeal, Actor.SYSTEM);
        post.send(FIRM_ADDRESS, mail(FIRM_ADDRESS, id(), "Re: 删除之后", "关于 " + number + "，又有新情况。", "In-Reply-To: " + receipt));

        Row row = rowOf("Re: 删除之后");
        assertEquals("CREATED", row.outcome());
        assertFalse(appeal.equals(row.appeal()));
        assertFalse(events(row.appeal()).get(0).contains("linkedTo"), events(row.appeal()).get(0));
        assertTrue(types(appeal).endsWith("ContentErased"), types(appeal));
    }

    @Test
    void headersOfAMailSteerNothing() throws Exception {
        int done = in("Done");
        post.send(FIRM_ADDRESS, mail(FIRM_ADDRESS, id(), "带有特殊头", MATTER, "CamelMailMoveTo: Trash", "cAmElMailDelete: true",
                "CamelMailCopyTo: Elsewhere", "moveTo: Trash", "CamelBeanMethodName: hashCode", "mail.smtp.from: x"));
        assertEquals("CREATED", rowOf("带有特殊头").outcome());
        await().atMost(SOON).until(() -> in("Done") > done);
        assertEquals(0, in("Trash"));
        assertEquals(0, in("Elsewhere"));
    }

    @Test
    void mailsOverTheCapAreSuppressedAndKept() throws Exception {
        String flooder = "flood@elsewhere.example";
        for (int i = 0; i < RunningHouse.MAILS_PER_HOUR + 3; i++) {
            post.bring(mail(flooder, id(), "flood", "第 " + i + " 封"));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> rowsOf("flood").size() == RunningHouse.MAILS_PER_HOUR + 3);
        assertEquals(3, rowsOf("flood").stream().filter(row -> "mail.suppressed.over-cap".equals(row.reason()) && row.kept()).count());
    }
}
