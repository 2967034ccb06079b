package org.zhitongche.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.coHandling;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.firm;
import static org.zhitongche.handling.Desk.lead;
import static org.zhitongche.handling.Desk.sharing;
import static org.zhitongche.notice.NoticeHouse.ADDRESS;
import static org.zhitongche.notice.NoticeHouse.AT_DESK;
import static org.zhitongche.notice.NoticeHouse.BY_FEED;
import static org.zhitongche.notice.NoticeHouse.BY_MAIL;
import static org.zhitongche.notice.NoticeHouse.BY_QUEUE;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Classification;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.FileRef;
import org.zhitongche.appeal.Ground;
import org.zhitongche.appeal.Likeness;
import org.zhitongche.appeal.MayName;
import org.zhitongche.appeal.Recognition;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.TrackingTokens;
import org.zhitongche.db.Content;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.directory.Liaison;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.handling.AcceptAndDispatch;
import org.zhitongche.handling.AnswerDirectly;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.DoNotAccept;
import org.zhitongche.handling.GiveOpinion;
import org.zhitongche.handling.Prioritise;
import org.zhitongche.handling.ReleaseFiles;
import org.zhitongche.handling.Remind;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.RequestExtension;
import org.zhitongche.handling.RequestInformation;
import org.zhitongche.handling.Resume;
import org.zhitongche.handling.ReviewReply;
import org.zhitongche.handling.RuleOnExtension;
import org.zhitongche.handling.RuleOnSendBack;
import org.zhitongche.handling.SendBack;
import org.zhitongche.handling.Split;
import org.zhitongche.handling.Supplement;
import org.zhitongche.handling.Suspend;
import org.zhitongche.handling.Terminate;
import org.zhitongche.handling.WayForward;
import org.zhitongche.handling.Withdraw;
import org.zhitongche.supervision.SupervisionRound;
import org.zhitongche.survey.Rate;

class NoticesTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static final String LIAISON = "lianluo@zhitongche.local";

    private static NoticeHouse house;

    @BeforeAll
    static void open() {
        house = new NoticeHouse(db.database());
        house.firmHasAnAccount();
    }

    private static Reply reply(UUID part, String text) {
        return new Reply(part, Conclusion.A, text, null, null, List.of(), "分管负责人");
    }

    @Test
    void eachDepartmentIsToldByItsOwnChannel() {
        UUID appeal = house.dispatched(lead(BY_QUEUE), sharing(BY_FEED), coHandling(BY_MAIL), coHandling(AT_DESK));
        assertEquals(List.of("assignment"), house.kinds(appeal, Channel.QUEUE, "department." + BY_QUEUE));
        assertEquals(List.of("assignment"), house.kinds(appeal, Channel.PULL, BY_FEED));
        assertEquals(List.of("assignment"), house.kinds(appeal, Channel.MAIL, BY_MAIL + "@zhitongche.local"));
        assertTrue(house.deliveries.deliveriesOf(appeal).stream().noneMatch(row -> row.destination().contains(AT_DESK)));
    }

    @Test
    void anAssignmentSaysAllADepartmentNeedsAndFitsItsSchema() {
        UUID appeal = house.dispatched(lead(BY_QUEUE), coHandling(BY_MAIL));
        JsonNode assignment = house.document(appeal, "department." + BY_QUEUE, "assignment");
        assertValid("assignment-1", assignment);
        assertEquals("LEAD", assignment.get("role").asText());
        assertEquals("2026-03-16T17:30:00+08:00", assignment.get("due").asText());
        assertEquals("2026-03-06T17:30:00+08:00", assignment.get("acknowledgeDue").asText());
        assertEquals("用地", assignment.get("categoryName").asText());
        assertEquals("示例机械有限公司", assignment.at("/enterprise/name").asText());
        assertEquals("059200000001", assignment.at("/enterprise/contact/phone").asText());
        assertEquals(BY_MAIL, assignment.at("/others/0/department").asText());
        assertEquals("用地 → 自然资源", assignment.at("/why/0").asText());
        assertEquals("land", assignment.at("/basis/category/code").asText());
        assertEquals(0.9, assignment.at("/basis/category/probability").asDouble());
        assertTrue(assignment.at("/basis/lead").isMissingNode(), "the rules alone decided");
        String stored = house.of(appeal, Channel.QUEUE, "department." + BY_QUEUE).get(0).deliveryId().toString();
        assertEquals(stored, assignment.get("deliveryId").asText(), "what is sent again can be told by its id");
    }

    /** A department reads why, from decided cases too, as far as they were its own; of a masked firm no piece of the name. */
    @Test
    void anAssignmentTellsOnWhatThePlatformDecided() {
        UUID own = house.dispatched(lead(BY_QUEUE));
        house.desk.act(department(BY_QUEUE), own, reply(house.desk.partOf(own, BY_QUEUE), "已办结"));
        UUID foreign = house.dispatched(lead(BY_FEED));
        house.desk.act(department(BY_FEED), foreign, reply(house.desk.partOf(foreign, BY_FEED), "已办结"));
        Submission said = house.submission(true, new MayName(false, false), "示例机械有限公司用地报批已三个月。");
        List<Classification.Reason> terms = List.of(new Classification.Reason("用地报批", 1.5), new Classification.Reason("示例机", -0.2));
        UUID appeal = house.desk.takeIn(Desk.clear(said, lead(BY_QUEUE))
                .with(new Classification(List.of(new Classification.Candidate("land", 0.97)), terms, "model-4", true))
                .with(new Routing(List.of(lead(BY_QUEUE)), List.of(), List.of(), List.of(),
                        new Routing.Lead(List.of(new Routing.Candidate(BY_QUEUE, 0.96, terms)), "model-5")))
                .with(new Likeness(new byte[0], new int[0], List.of(), List.of(foreign, own)))).appeal();
        JsonNode assignment = house.document(appeal, "department." + BY_QUEUE, "assignment");
        assertValid("assignment-1", assignment);
        assertEquals("model-4", assignment.at("/basis/category/version").asText());
        assertEquals(0.96, assignment.at("/basis/lead/probability").asDouble());
        assertEquals(1, assignment.at("/basis/lead/terms").size());
        assertEquals("用地报批", assignment.at("/basis/category/terms/0/term").asText());
        assertEquals(1, assignment.at("/basis/similar").size());
        assertEquals(house.desk.appeals.getAppeal(own).number(), assignment.at("/basis/similar/0/number").asText());
        assertEquals("A", assignment.at("/basis/similar/0/outcome").asText());
    }

    @Test
    void aFirmThatDoesNotWantToBeNamedIsMaskedInAllThatDepartmentsGet() {
        String text = "示例机械 有限公司（" + Desk.FIRM + "）来电 059200000001，邮箱 " + ADDRESS + "，用地报批已三个月。";
        UUID appeal = house.takeIn(house.submission(true, new MayName(false, false), text), lead(BY_QUEUE), sharing(BY_MAIL));
        house.desk.act(firm(), appeal, new Supplement("示例机械有限公司补充一份说明", List.of()));
        JsonNode assignment = house.document(appeal, "department." + BY_QUEUE, "assignment");
        assertValid("assignment-1", assignment);
        JsonNode notice = house.document(appeal, "department." + BY_QUEUE, "supplemented");
        assertValid("assignment-notice-1", notice);
        assertTrue(assignment.get("text").asText().endsWith("用地报批已三个月。"));
        List<String> told = new ArrayList<>(List.of(assignment.toString(), notice.toString()));
        house.sendMailsTo(BY_MAIL + "@zhitongche.local").forEach(mail -> told.add(mail.subject() + mail.body()));
        assertEquals(4, told.size());
        for (String each : told) {
            for (String secret : List.of("示例机械", Desk.FIRM, "059200000001", ADDRESS)) {
                assertFalse(each.contains(secret), secret + " in " + each);
            }
        }
    }

    @Test
    void aDepartmentLearnsWhetherTheOtherPartyMayHearTheFirmsName() {
        assertEquals("false 仅供贵单位办理，不得告知相对方", toldOfTheName(MayName.HANDLER_ONLY));
        assertEquals("true 可以告知相对方", toldOfTheName(new MayName(true, true)));
        assertEquals("false 不得告知承办单位和相对方", toldOfTheName(new MayName(false, true)));
    }

    private static String toldOfTheName(MayName mayName) {
        UUID appeal = house.takeIn(house.submission(true, mayName, "货款被拖欠三个月。"), lead(BY_QUEUE), sharing(BY_MAIL));
        JsonNode assignment = house.document(appeal, "department." + BY_QUEUE, "assignment");
        assertValid("assignment-1", assignment);
        String line = house.sendMailsTo(BY_MAIL + "@zhitongche.local").get(0).body().lines().filter(each -> each.startsWith("企业具名：")).findFirst().orElseThrow();
        return assignment.at("/enterprise/mayNameToOtherParty").asBoolean() + " " + line.substring("企业具名：".length());
    }

    /** The name in the register need not be the one that the firm gave. */
    @Test
    void filesOfAMaskedFirmWaitForTheCentreAndAreSentOnceItHasLookedAtThem() {
        house.firmHasAnAccount();
        Submission s = house.submission(true, new MayName(false, false), "示例机械有限公司用地报批已三个月。");
        Attachment photo = new Attachment("示例机械有限公司现场.jpg", "image/jpeg", Content.of(new byte[] {1}), false);
        UUID appeal = house.takeIn(new Submission(s.arrival(), s.door(), null, s.sender(), true, s.key(), s.source(), s.type(), s.title(), s.text(), s.uscc(),
                "机械厂", s.contact(), s.region(), null, List.of(), s.mayName(), List.of(photo), null, null, List.of(), s.receivedAt(), null), lead(BY_QUEUE));
        JsonNode assignment = house.document(appeal, "department." + BY_QUEUE, "assignment");
        assertValid("assignment-1", assignment);
        assertEquals("[] 1 ＊＊＊用地报批已三个月。", assignment.get("attachments") + " " + assignment.get("attachmentsHeld") + " " + assignment.get("text").asText());
        assertEquals(1, house.database.sql().sql("select count(*) from alarm where kind = 'appeal.files-held'").query(Integer.class).single());
        house.desk.act(centre(), appeal, new ReleaseFiles(house.desk.appeals.getAppeal(appeal).files().stream().map(FileRef::id).toList()));
        JsonNode released = house.document(appeal, "department." + BY_QUEUE, "files-released");
        assertValid("assignment-notice-1", released);
        assertEquals("＊＊＊现场.jpg", released.at("/attachments/0/name").asText());
    }

    @Test
    void subscribersLearnOfEveryEventAndNothingOfAnybody() {
        UUID appeal = house.takeIn(house.submission(true, MayName.HANDLER_ONLY, "不可外传的内容"), lead(BY_QUEUE));
        UUID part = house.desk.partOf(appeal, BY_QUEUE);
        house.desk.act(department(BY_QUEUE), appeal, reply(part, "答复里的话"));
        house.desk.act(firm(), appeal, new Rate(true, false, Satisfaction.DISSATISFIED, "评价里的话"));
        List<String> events = house.payloads(appeal, "appeals.events.watcher", "event");
        assertEquals(house.desk.appeals.getAppeal(appeal).version(), events.size());
        for (int i = 0; i < events.size(); i++) {
            JsonNode event = NoticeHouse.json(events.get(i));
            assertValid("appeal-event-1", event);
            assertEquals(i + 1, event.get("seq").asInt());
            for (String secret : List.of("示例", Desk.FIRM, "059200000001", "@", "不可外传", "的话", "经办", "用地手续", "agent", "分管")) {
                assertFalse(events.get(i).contains(secret), secret + " in " + events.get(i));
            }
        }
    }

    @Test
    void aVerifiedFirmGetsReceiptReplyAndTheWayToRateIt() {
        UUID appeal = house.dispatched(lead(BY_QUEUE), sharing(AT_DESK));
        house.desk.act(department(BY_QUEUE), appeal, reply(house.desk.partOf(appeal, BY_QUEUE), "批复已送达，请查收。"));
        house.desk.act(department(AT_DESK), appeal, reply(house.desk.partOf(appeal, AT_DESK), "分办事项已办妥。"));
        assertEquals(List.of("receipt", "reply", "reply"), house.kinds(appeal, Channel.MAIL, ADDRESS));
        List<MailText> mails = house.sendMailsTo(ADDRESS).stream().filter(mail -> mail.subject().contains(number(appeal))).toList();
        assertTrue(mails.get(0).body().contains("工业用地手续迟迟未办结"));
        assertTrue(mails.get(0).body().contains("2026年3月16日 17:30 前"));
        assertTrue(mails.get(1).body().contains("批复已送达，请查收。"));
        assertTrue(mails.get(1).body().contains("A类：已经解决"));
        assertTrue(mails.get(2).body().contains("分办事项已办妥。"));
        assertTrue(mails.get(2).body().contains("请您在 2026年3月12日 17:30 前评价"), mails.get(2).body());
        String link = "https://qy.example/track/" + house.tokens.token(TrackingTokens.Purpose.TRACK, appeal);
        mails.forEach(mail -> assertTrue(mail.body().contains(link)));
        assertTrue(house.site.list(Desk.FIRM, Long.MAX_VALUE, 100).stream().anyMatch(m -> appeal.equals(m.appeal()) && m.kind().equals("reply")));
    }

    @Test
    void anUnverifiedSenderGetsACodeAndTheStatusAndNothingOfTheContent() {
        UUID appeal = house.takeIn(house.submission(false, MayName.HANDLER_ONLY, "不可外传的内容"), lead(BY_QUEUE));
        house.desk.act(department(BY_QUEUE), appeal, reply(house.desk.partOf(appeal, BY_QUEUE), "答复里的话"));
        List<MailText> mails = house.sendMailsTo(ADDRESS).stream().filter(mail -> mail.body().contains(number(appeal))).toList();
        assertEquals(List.of("verify", "status"), house.kinds(appeal, Channel.MAIL, ADDRESS));
        assertEquals(2, mails.size());
        for (MailText mail : mails) {
            for (String secret : List.of("不可外传", "答复里的话", "用地", "示例", "工信", "工业")) {
                assertFalse((mail.subject() + mail.body()).contains(secret), secret);
            }
        }
        assertTrue(mails.get(1).body().contains("已办结"));
        assertTrue(house.site.list(Desk.FIRM, Long.MAX_VALUE, 1000).stream().noneMatch(message -> appeal.equals(message.appeal())));
    }

    @Test
    void departmentsAtWorkHearOfWhatTheFirmAndTheOthersDo() {
        UUID appeal = house.dispatched(lead(BY_QUEUE), coHandling(BY_FEED));
        house.desk.act(department(BY_FEED), appeal, new GiveOpinion(house.desk.partOf(appeal, BY_FEED), "协办无异议", List.of()));
        house.desk.act(firm(), appeal, new Remind("请尽快"));
        house.desk.act(firm(), appeal, new Withdraw("已自行解决"));
        assertEquals(List.of("assignment", "opinion", "reminded", "cancelled"), house.kinds(appeal, Channel.QUEUE, "department." + BY_QUEUE));
        assertEquals(List.of("assignment"), house.kinds(appeal, Channel.PULL, BY_FEED), "its part was done");
        JsonNode opinion = house.document(appeal, "department." + BY_QUEUE, "opinion");
        assertValid("assignment-notice-1", opinion);
        assertEquals("协办无异议", opinion.get("text").asText());
    }

    @Test
    void theCentreHearsTheFirmWhileNobodyElseIsAtWork() {
        UUID inTriage = house.takeIn(house.submission(true, MayName.HANDLER_ONLY, "说不清的事"));
        house.desk.act(firm(), inTriage, new Remind("请尽快"));
        house.desk.act(firm(), inTriage, new Supplement("补充如下。", List.of()));
        assertEquals(List.of("appeal.reminded", "appeal.supplemented"), alarmsOfCentre(inTriage));
        UUID sentBack = house.dispatched(lead(BY_QUEUE));
        house.desk.act(firm(), sentBack, new Remind("请尽快"));
        assertEquals(List.of(), alarmsOfCentre(sentBack), "a department is at work");
        house.desk.act(department(BY_QUEUE), sentBack, new SendBack(house.desk.partOf(sentBack, BY_QUEUE), "不属职责", null));
        house.desk.act(firm(), sentBack, new Remind("请尽快"));
        assertEquals(List.of("appeal.reminded"), alarmsOfCentre(sentBack));
    }

    @Test
    void theCentreIsToldOfWhatTheTextSuggestsToBeUrgentAndDecidesItself() {
        Draft draft = Desk.clear(house.desk.submission(UUID.randomUUID().toString(), "停电致我司停产。"), lead(BY_QUEUE));
        UUID appeal = house.desk.takeIn(draft.with(draft.classification().suggesting(List.of("priority.stopped")))).appeal();
        assertEquals(List.of("appeal.priority-suggested"), alarmsOfCentre(appeal));
        assertFalse(house.desk.appeals.getAppeal(appeal).priority());
    }

    private List<String> alarmsOfCentre(UUID appeal) {
        return house.database.sql().sql("select kind from alarm where role = 'CENTRE' and key = ? order by kind")
                .param(house.desk.appeals.getAppeal(appeal).number()).query(String.class).list();
    }

    @Test
    void aRulingGoesToTheOneWhoSentBackAndReworkIsMarked() {
        UUID appeal = house.dispatched(lead(BY_QUEUE));
        UUID part = house.desk.partOf(appeal, BY_QUEUE);
        house.desk.act(department(BY_QUEUE), appeal, new SendBack(part, "不属职责", null));
        house.desk.act(centre(), appeal, new RuleOnSendBack(part, false, "首接负责", null));
        house.desk.act(department(BY_QUEUE), appeal, reply(part, "已解决"));
        house.desk.act(firm(), appeal, new Rate(true, false, Satisfaction.DISSATISFIED, null));
        assertEquals(List.of("assignment", "ruling-unfounded", "rated", "assignment"), house.kinds(appeal, Channel.QUEUE, "department." + BY_QUEUE));
        List<String> assignments = house.payloads(appeal, "department." + BY_QUEUE, "assignment");
        assertFalse(NoticeHouse.json(assignments.get(0)).get("rework").asBoolean());
        assertTrue(NoticeHouse.json(assignments.get(1)).get("rework").asBoolean());
        assertEquals(List.of("receipt", "reply", "reopened"), house.kinds(appeal, Channel.MAIL, ADDRESS));
    }

    @Test
    void anAppealBeforeAPersonIsTheCentresAndTheFirmHearsWhenItIsAccepted() {
        UUID appeal = house.takeIn(house.submission(true, MayName.HANDLER_ONLY, "说不清的事"));
        assertEquals(List.of("receipt"), house.kinds(appeal, Channel.MAIL, ADDRESS));
        house.desk.act(centre(), appeal, new AcceptAndDispatch("land", List.of(lead(BY_QUEUE))));
        assertEquals(List.of("receipt", "accepted"), house.kinds(appeal, Channel.MAIL, ADDRESS));
        assertEquals("说不清的事", house.document(appeal, "department." + BY_QUEUE, "assignment").get("text").asText());
    }

    @Test
    void whatStaysOverdueIsToldToTheDepartmentAndAfterTwoWorkingDaysToTheSupervisor() {
        UUID appeal = house.dispatched(lead(BY_QUEUE));
        house.clock.set(Instant.parse("2026-03-18T09:30:00.000001Z"));
        try {
            new SupervisionRound(house.database, house.desk.appeals, house.clock).run();
        } finally {
            house.clock.set(Desk.START);
        }
        List<String> kinds = house.kinds(appeal, Channel.QUEUE, "department." + BY_QUEUE);
        assertEquals(List.of("assignment", "overdue", "overdue"), kinds, "neither acknowledged nor replied to");
        List<Alarm> alarms = house.alarms.list(PersonRole.SUPERVISOR, true, 1000).stream().filter(a -> a.key().equals(number(appeal))).toList();
        assertEquals(List.of("appeal.escalated", "appeal.leaders"), alarms.stream().map(Alarm::kind).sorted().toList(),
                "the acknowledgement has been overdue for more than five working days");
        assertTrue(alarms.get(0).text().contains("厦门市工业和信息化局"), alarms.get(0).text());
    }

    @Test
    void theFirmsLiaisonIsToldAtOnceAndOnceOfWhatIsUrgentAndOfNothingMore() {
        String uscc = "91350200MA0000003X";
        new Enterprises(db.database()).save(new Enterprise(uscc, "示例光学有限公司", "350200", null, null, null, List.of(), true, null, null, null, null,
                Enterprise.Status.ACTIVE, Enterprise.Channel.MAIL, false, new Liaison("企业服务科科长", LIAISON)));
        Submission said = house.desk.submissionOf(uscc, "示例光学有限公司", "生产线全线停电。");
        UUID listed = house.desk.takeIn(Desk.clear(said, lead(BY_QUEUE)).with(new Recognition(uscc, said.firm(), said.region(), true, "recognised.by-code", true))).appeal();
        UUID marked = house.desk.takeIn(Desk.clear(house.desk.submissionOf(uscc, "示例光学有限公司", "生产线全线停电。"), lead(BY_QUEUE))).appeal();
        assertEquals(List.of(), house.kinds(marked, Channel.MAIL, LIAISON));
        house.desk.act(centre(), marked, new Prioritise("priority.stopped"));
        List<MailText> mails = house.sendMailsTo(LIAISON);
        assertEquals(2, mails.size());
        String body = mails.get(0).body();
        // halved to four working days after Thursday 5 March: 6, 9, 10, 11
        for (String told : List.of("企业服务科科长：", number(listed), "示例光学有限公司", "工业用地手续迟迟未办结", "厦门市工业和信息化局", "2026年3月11日 17:30")) {
            assertTrue(body.contains(told), told + " in " + body);
        }
        for (String kept : List.of("停电", uscc, "shili-002", "/track/", "办件凭证")) {
            assertFalse(body.contains(kept), kept + " in " + body);
        }
        assertEquals(null, house.outgoing.find(mails.get(0).messageId()).orElseThrow().appeal(), "an answer to it is no word of the firm");
        house.desk.act(centre(), marked, new Split(List.of(new Split.Piece("供电", "停电。", "land", null, List.of()),
                new Split.Piece("用地", "用地未批。", "land", null, List.of())), "两个事项"));
        assertEquals(List.of(), house.sendMailsTo(LIAISON), "of the pieces it knows");
    }

    @Test
    void whereNoLiaisonCanBeToldTheCentreIs() {
        UUID none = house.dispatched(lead(BY_QUEUE));
        UUID unverified = house.takeIn(house.submission(false, MayName.HANDLER_ONLY, "停产。"), lead(BY_QUEUE));
        for (UUID urgent : List.of(none, unverified)) {
            house.desk.act(centre(), urgent, new Prioritise("priority.stopped"));
            Alarm alarm = house.alarms.list(PersonRole.CENTRE, true, 1000).stream().filter(a -> a.key().equals(number(urgent))).findFirst().orElseThrow();
            assertEquals("appeal.liaison-untold " + number(urgent) + " 已列为加急，未能通知挂钩联系人：企业未登记挂钩联系人，请服务中心自行联系", alarm.kind() + " " + alarm.text());
        }
        new Enterprises(db.database()).save(new Enterprise("91350200MA0000004X", "示例磁材有限公司", "350200", null, null, null, List.of(), false, null, null, null, null,
                Enterprise.Status.ACTIVE, Enterprise.Channel.MAIL, false, new Liaison("企业服务科科长", LIAISON)));
        Submission s = house.desk.submissionOf("91350200MA0000004X", "示例磁材有限公司", "停产。");
        UUID hidden = house.takeIn(new Submission(s.arrival(), s.door(), null, s.sender(), true, s.key(), s.source(), s.type(), s.title(), s.text(), s.uscc(), s.firm(),
                s.contact(), s.region(), null, List.of(), new MayName(false, false), List.of(), null, null, List.of(), s.receivedAt(), null), lead(BY_QUEUE));
        house.desk.act(centre(), hidden, new Prioritise("priority.stopped"));
        assertEquals(List.of(), house.kinds(hidden, Channel.MAIL, LIAISON));
        assertTrue(house.alarms.list(PersonRole.CENTRE, true, 1000).stream().anyMatch(a -> a.key().equals(number(hidden)) && a.text().contains("企业不愿具名")));
    }

    @Test
    void everyMailOfTheTableCanBeWritten() {
        UUID appeal = house.dispatched(lead(BY_MAIL), coHandling("350700-industry"));
        UUID part = house.desk.partOf(appeal, BY_MAIL);
        house.desk.act(department("350700-industry"), appeal, new GiveOpinion(house.desk.partOf(appeal, "350700-industry"), "无意见", List.of()));
        house.desk.act(department(BY_MAIL), appeal, new SendBack(part, "不属职责", null));
        house.desk.act(centre(), appeal, new RuleOnSendBack(part, false, "首接负责", null));
        house.desk.act(firm(), appeal, new Supplement("补充", List.of()));
        house.desk.act(firm(), appeal, new Remind(null));
        house.desk.act(department(BY_MAIL), appeal, new Reply(part, Conclusion.D, "供参考", null,
                new WayForward("政务服务窗口", "二楼综合窗口", "059600000001", "工作日上午"), List.of(), null));
        house.desk.act(centre(), appeal, new ReviewReply(part, true, null));
        house.desk.act(firm(), appeal, new Rate(true, false, Satisfaction.DISSATISFIED, null));
        house.desk.act(firm(), appeal, new Withdraw(null));
        UUID direct = house.takeIn(house.submission(true, MayName.HANDLER_ONLY, "请问政策"));
        house.desk.act(centre(), direct, new AnswerDirectly("land", "可以办理。", List.of()));
        UUID refused = house.takeIn(house.submission(true, MayName.HANDLER_ONLY, "个人事项"));
        house.desk.act(centre(), refused, new DoNotAccept(
                Ground.NOT_AN_ENTERPRISE_MATTER, "属个人事项", "请拨打12345"));
        UUID returned = house.dispatched(lead(BY_MAIL), sharing("350700-industry"));
        UUID leading = house.desk.partOf(returned, BY_MAIL);
        UUID shared = house.desk.partOf(returned, "350700-industry");
        house.desk.act(department("350700-industry"), returned, new SendBack(shared, "不属职责", null));
        house.desk.act(department(BY_MAIL), returned, reply(leading, "已解决"));
        house.desk.act(centre(), returned, new RuleOnSendBack(shared, true, "同意", List.of()));
        theMailsOfTheClocks();
        house.sendMails();
        List<Deliveries.Row> dead = house.deliveries.listUndelivered(Long.MAX_VALUE, 100);
        assertEquals(List.of(), dead.stream().map(row -> row.kind() + ": " + row.lastError()).toList());
        assertTrue(house.kinds(returned, Channel.MAIL, ADDRESS).contains("completed"));
        assertTrue(house.kinds(direct, Channel.MAIL, ADDRESS).contains("direct-answer"));
        assertTrue(house.kinds(refused, Channel.MAIL, ADDRESS).contains("not-accepted"));
    }

    /** Asked for information, extended, suspended, sent back by the review, promised, terminated. */
    private static void theMailsOfTheClocks() {
        UUID appeal = house.dispatched(lead(BY_MAIL), sharing("350700-industry"));
        UUID leading = house.desk.partOf(appeal, BY_MAIL);
        UUID shared = house.desk.partOf(appeal, "350700-industry");
        house.desk.act(department(BY_MAIL), appeal, new RequestInformation(leading, "请补充红线图"));
        house.desk.act(firm(), appeal, new Supplement("补充如下", List.of()));
        LocalDate later = LocalDate.ofInstant(house.desk.appeals.getAppeal(appeal).due(), ZoneId.of("Asia/Shanghai")).plusDays(3);
        house.desk.act(department(BY_MAIL), appeal, new RequestExtension(leading, later, "需勘测"));
        house.desk.act(centre(), appeal, new RuleOnExtension(leading, true, null));
        house.desk.act(department("350700-industry"), appeal, new RequestExtension(shared, later, "需勘测"));
        house.desk.act(centre(), appeal, new RuleOnExtension(shared, false, "理由不足"));
        house.desk.act(centre(), appeal, new Suspend("关联诉讼", LocalDate.ofInstant(house.desk.clock.instant(), ZoneId.of("Asia/Shanghai")).plusDays(9)));
        house.desk.act(centre(), appeal, new Resume(null));
        house.desk.act(department(BY_MAIL), appeal, new Reply(leading, Conclusion.C, "暂不具备条件", null,
                new WayForward("政务服务窗口", "二楼综合窗口", "059600000001", "工作日上午"), List.of(), null));
        house.desk.act(centre(), appeal, new ReviewReply(leading, false, "请说明依据"));
        house.desk.act(centre(), appeal, new Terminate(false, "企业已起诉"));
        for (String kind : List.of("information-requested", "extended", "suspended", "resumed", "terminated")) {
            assertTrue(house.kinds(appeal, Channel.MAIL, ADDRESS).contains(kind), kind);
        }
    }

    private static String number(UUID appeal) {
        return house.desk.appeals.getAppeal(appeal).number();
    }

    static void assertValid(String schema, JsonNode document) {
        try {
            String text = Files.readString(Path.of("docs/schemas/" + schema + ".schema.json"));
            var errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text, InputFormat.JSON)
                    .validate(document.toString(), InputFormat.JSON);
            assertEquals(List.of(), errors, document.toString());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
