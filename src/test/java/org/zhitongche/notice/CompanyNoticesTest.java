package org.zhitongche.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.firm;
import static org.zhitongche.handling.Desk.lead;
import static org.zhitongche.handling.Desk.sharing;
import static org.zhitongche.notice.NoticeHouse.ADDRESS;
import static org.zhitongche.notice.NoticeHouse.BY_FEED;
import static org.zhitongche.notice.NoticeHouse.BY_MAIL;
import static org.zhitongche.notice.NoticeHouse.BY_QUEUE;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.FulfilPromise;
import org.zhitongche.handling.Merge;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.RequestInformation;
import org.zhitongche.handling.Split;
import org.zhitongche.handling.Supplement;
import org.zhitongche.handling.Unmerge;
import org.zhitongche.survey.Rate;

/** Who is told when an appeal is split, when several are merged, and what no one learns by it. */
class CompanyNoticesTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static final String OTHER = "91350200MA0000002X";
    private static final String OTHER_NAME = "示例电子有限公司";
    private static final String OTHER_ADDRESS = "b@shili-002.example";
    private static final String MAIL_BOX = BY_MAIL + "@zhitongche.local";

    private NoticeHouse house;

    @BeforeEach
    void open() {
        house = new NoticeHouse(db.another());
    }

    private UUID ofOther(org.zhitongche.appeal.Routing.Unit... units) {
        return house.desk.takeIn(Desk.clear(house.desk.submissionOf(OTHER, OTHER_NAME, "园区道路不通。"), units)).appeal();
    }

    private void merge(UUID joint, UUID child) {
        house.desk.act(centre(), joint, new Merge(List.of(new Merge.Child(child, null)), "同一园区道路问题"));
    }

    @Test
    void theSenderOfTheLetterIsToldOfItsPiecesAndItsDepartmentThatItNeedNotGoOn() {
        UUID whole = house.dispatched(lead(BY_MAIL), sharing(BY_QUEUE));
        house.sendMails();
        house.desk.act(centre(), whole, new Split(List.of(new Split.Piece("用地", "用地未批。", "land", null, List.of(lead(BY_QUEUE))),
                new Split.Piece("用电", "用电排队。", "energy", null, List.of())), "两个事项"));
        Appeal split = house.desk.appeals.getAppeal(whole);
        List<MailText> mails = house.sendMails();
        MailText toFirm = mails.stream().filter(mail -> mail.to().equals(ADDRESS)).findFirst().orElseThrow();
        assertTrue(toFirm.body().contains(split.number() + "-1、" + split.number() + "-2"), toFirm.body());
        MailText toDepartment = mails.stream().filter(mail -> mail.to().equals(MAIL_BOX)).findFirst().orElseThrow();
        assertTrue(toDepartment.subject().contains("拆分办理，取消交办"));
        assertEquals(2, mails.size(), "pieces bring no receipts of their own");
        NoticesTest.assertValid("assignment-notice-1", house.document(whole, "department." + BY_QUEUE, "cancelled-split"));
        UUID first = split.pieces().get(0).id();
        assertEquals("用地未批。", house.document(first, "department." + BY_QUEUE, "assignment").get("text").asText());
    }

    @Test
    void departmentsLearnWhatToReadAndWhatNoLongerToDo() {
        UUID joint = house.dispatched(lead(BY_QUEUE), sharing(BY_MAIL));
        UUID child = ofOther(lead(BY_FEED));
        String number = house.desk.appeals.getAppeal(child).number();
        house.sendMails();
        merge(joint, child);
        house.desk.act(firm(OTHER), child, new Supplement("附照片", List.of()));
        assertEquals(List.of("assignment", "cancelled-merged"), house.kinds(child, Channel.PULL, BY_FEED));
        var told = house.document(joint, "department." + BY_QUEUE, "child-merged");
        NoticesTest.assertValid("assignment-notice-1", told);
        assertEquals(number, told.get("child").asText());
        assertEquals(List.of("assignment", "child-merged", "child-heard"), house.kinds(joint, Channel.QUEUE, "department." + BY_QUEUE));
        List<MailText> mails = house.sendMailsTo(MAIL_BOX);
        assertTrue(mails.get(0).body().contains(number) && mails.get(0).body().contains(child.toString()), mails.get(0).body());
        house.desk.act(centre(), child, new Unmerge("事项不同", List.of(lead(BY_FEED))));
        assertTrue(house.sendMailsTo(MAIL_BOX).get(0).body().contains("（中心已撤销并案）"));
        String cancelled = house.payloads(child, BY_FEED, "cancelled-merged").get(0);
        assertFalse(cancelled.contains(house.desk.appeals.getAppeal(joint).number()), "of the joint case it learns nothing");
    }

    @Test
    void anAssignmentNamesTheAppealsHandledWithIt() {
        UUID joint = house.desk.takeIn(Desk.doubtful(house.desk.submission(UUID.randomUUID().toString(), "路不通。"))).appeal();
        UUID child = ofOther(lead(BY_FEED));
        merge(joint, child);
        house.desk.act(centre(), joint, new org.zhitongche.handling.AcceptAndDispatch("land", List.of(lead(BY_QUEUE), sharing(BY_MAIL))));
        var assignment = house.document(joint, "department." + BY_QUEUE, "assignment");
        NoticesTest.assertValid("assignment-1", assignment);
        assertEquals(house.desk.appeals.getAppeal(child).number(), assignment.at("/joint/0").asText());
        assertTrue(house.sendMailsTo(MAIL_BOX).get(0).body().contains("并案办理：" + house.desk.appeals.getAppeal(child).number()));
    }

    @Test
    void everyFirmGetsItsOwnReplyAndNothingOfTheOther() {
        UUID joint = house.dispatched(lead(BY_QUEUE));
        UUID child = ofOther(lead(BY_FEED));
        merge(joint, child);
        house.sendMails();
        reply(joint);
        house.desk.act(firm(OTHER), child, new Rate(true, false, Satisfaction.DISSATISFIED, null));
        reply(joint);
        List<MailText> all = house.sendMails();
        List<MailText> toFirst = all.stream().filter(mail -> mail.to().equals(ADDRESS)).toList();
        List<MailText> toOther = all.stream().filter(mail -> mail.to().equals(OTHER_ADDRESS)).toList();
        assertEquals(3, toFirst.size());
        assertEquals(3, toOther.size());
        assertTrue(toOther.get(0).body().contains("道路已列入计划。") && toOther.get(0).body().contains("A"), toOther.get(0).body());
        assertTrue(toOther.get(1).body().contains("感谢您的评价"));
        assertFalse(toFirst.get(1).body().contains("感谢您的评价"), "it had not rated");
        String numberOfFirst = house.desk.appeals.getAppeal(joint).number();
        String numberOfOther = house.desk.appeals.getAppeal(child).number();
        toFirst.forEach(mail -> assertFalse((mail.subject() + mail.body()).contains(numberOfOther) || mail.body().contains(OTHER_NAME)));
        toOther.forEach(mail -> assertFalse((mail.subject() + mail.body()).contains(numberOfFirst) || mail.body().contains("示例机械")));
    }

    @Test
    void everyFirmReadsWhatWasDoneOfAPromiseBeforeItsDay() {
        UUID joint = house.dispatched(lead(BY_QUEUE));
        UUID child = ofOther(lead(BY_FEED));
        merge(joint, child);
        UUID part = house.desk.partOf(joint, BY_QUEUE);
        house.desk.act(department(BY_QUEUE), joint, new Reply(part, Conclusion.B, "道路已列入计划。", LocalDate.parse("2026-06-30"), null, List.of(), "分管负责人"));
        house.sendMails();
        house.desk.act(department(BY_QUEUE), joint, new FulfilPromise(part, "道路已通车。", List.of()));
        List<MailText> mails = house.sendMails();
        assertEquals(List.of(OTHER_ADDRESS, ADDRESS).stream().sorted().toList(), mails.stream().map(MailText::to).sorted().toList());
        mails.forEach(mail -> assertTrue(mail.subject().contains("承诺已提前办理") && mail.body().contains("办理情况：道路已通车。"), mail.body()));
    }

    @Test
    void whatOneFirmIsAskedAndHowItRatesIsToldToItAndToWhoHasTheJointCase() {
        UUID joint = house.dispatched(lead(BY_QUEUE));
        UUID child = ofOther(lead(BY_FEED));
        merge(joint, child);
        house.sendMails();
        house.desk.act(department(BY_QUEUE), child, new RequestInformation(house.desk.partOf(joint, BY_QUEUE), "请补充红线图。"));
        List<MailText> asked = house.sendMails();
        assertEquals(List.of(OTHER_ADDRESS), asked.stream().map(MailText::to).toList(), "the other firm is not asked");
        assertTrue(asked.get(0).body().contains("请补充红线图。") && asked.get(0).body().contains("市"), asked.get(0).body());
        house.desk.act(firm(OTHER), child, new Supplement("红线图见附", List.of()));
        reply(joint);
        house.desk.act(firm(OTHER), child, new Rate(true, false, Satisfaction.DISSATISFIED, null));
        assertTrue(house.kinds(joint, Channel.QUEUE, "department." + BY_QUEUE).contains("child-heard"));
        NoticesTest.assertValid("assignment-notice-1", house.document(joint, "department." + BY_QUEUE, "child-heard"));
    }

    @Test
    void aDepartmentByFeedLearnsThatItsPartWasMergedAwayAndReadsNothingElseOfIt() {
        UUID joint = house.dispatched(lead(BY_QUEUE));
        UUID child = ofOther(lead(BY_FEED));
        merge(joint, child);
        List<String> read = new Feed(house.desk.database, house.desk.clock).list(BY_FEED, 0, 100).stream().filter(item -> child.equals(item.appeal()))
                .map(Feed.Item::kind).toList();
        assertEquals(List.of("cancelled-merged"), read);
    }

    private void reply(UUID joint) {
        house.desk.act(department(BY_QUEUE), joint, new Reply(house.desk.partOf(joint, BY_QUEUE), Conclusion.A, "道路已列入计划。", null, null,
                List.of(), "分管负责人"));
    }
}
