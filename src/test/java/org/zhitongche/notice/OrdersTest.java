package org.zhitongche.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.coHandling;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.firm;
import static org.zhitongche.handling.Desk.lead;
import static org.zhitongche.notice.NoticeHouse.BY_FEED;
import static org.zhitongche.notice.NoticeHouse.BY_MAIL;
import static org.zhitongche.notice.NoticeHouse.BY_QUEUE;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.MayName;
import org.zhitongche.appeal.Order;
import org.zhitongche.appeal.OrderReads;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.appeal.Verify;
import org.zhitongche.appeal.VerifyReport;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.handling.AnswerOrder;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.IssueOrder;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.RequestInformation;
import org.zhitongche.supervision.SupervisionRound;
import org.zhitongche.survey.Rate;
import org.zhitongche.time.Light;
import org.zhitongche.time.Zone;

/** Issued on Thursday 2026-03-05; three working days later is Tuesday the 10th, as the wall calendar shows. */
class OrdersTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static final Actor SUPERVISOR = new Actor(Actor.Kind.SUPERVISOR, "super-1", "督查岗", null);

    private static NoticeHouse house;
    private UUID appeal;
    private UUID part;

    @BeforeEach
    void dispatch() {
        if (house == null) {
            house = new NoticeHouse(db.database());
            house.firmHasAnAccount();
        }
        house.clock.set(Desk.START);
        appeal = house.dispatched(lead(BY_QUEUE), coHandling(BY_MAIL));
        part = house.desk.partOf(appeal, BY_QUEUE);
    }

    private void order(String demand) {
        house.desk.act(SUPERVISOR, appeal, new IssueOrder(part, demand, 3, null));
    }

    private List<Order> orders() {
        return List.copyOf(house.desk.appeals.getAppeal(appeal).orders());
    }

    private List<OrderReads.Row> onDesk(String department) {
        return new OrderReads(house.database).listWaiting(department(department), 50).stream().filter(row -> row.appeal().equals(appeal)).toList();
    }

    private String refusal(Runnable act) {
        return assertThrows(Refusal.class, act::run).rule();
    }

    private static Instant civil(String time) {
        return LocalDateTime.parse(time).atZone(Zone.CHINA).toInstant();
    }

    private static void isProvable() {
        VerifyReport report = new Verify(house.database, new Blobs(house.database, house.clock), house.desk.terms, List.of()).run();
        assertTrue(report.green(), () -> report.red().toString());
    }

    @Test
    void anOrderHasANumberAndAClockOfItsOwnThatAPauseDoesNotStop() {
        order("三日内与企业面谈并报结果");
        Order order = orders().get(0);
        assertEquals(house.desk.appeals.getAppeal(appeal).number() + "-D1", order.number());
        assertEquals(civil("2026-03-10T17:30:00"), order.due());
        house.desk.act(department(BY_QUEUE), appeal, new RequestInformation(part, "请补充红线图"));
        assertEquals(Light.NONE, onDesk(BY_QUEUE).get(0).turns().at(civil("2026-03-06T09:30:00")));
        assertEquals(Light.YELLOW, onDesk(BY_QUEUE).get(0).turns().at(civil("2026-03-10T09:00:00")), "one working day is left");
        assertEquals(Light.RED, onDesk(BY_QUEUE).get(0).turns().at(civil("2026-03-10T17:30:00.000001")));
        isProvable();
    }

    @Test
    void theTitleBesideItKeepsAFirmUnnamedThatWantsToBe() {
        Submission s = house.submission(true, new MayName(false, false), "用地报批已三个月。");
        appeal = house.takeIn(new Submission(s.arrival(), s.door(), null, s.sender(), true, s.key(), s.source(), s.type(), "示例机械有限公司用地", s.text(), s.uscc(), s.firm(),
                s.contact(), s.region(), null, List.of(), s.mayName(), List.of(), null, null, List.of(), s.receivedAt(), null), lead(BY_QUEUE));
        part = house.desk.partOf(appeal, BY_QUEUE);
        order("三日内与企业面谈并报结果");
        assertEquals("＊＊＊用地", onDesk(BY_QUEUE).get(0).title());
    }

    @Test
    void theDepartmentIsToldByItsChannelAndAnswersWhatIsAskedOfIt() throws Exception {
        order("三日内与企业面谈并报结果");
        JsonNode told = house.document(appeal, "department." + BY_QUEUE, "order");
        assertEquals(List.of(), SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/schemas/assignment-notice-1.schema.json")), InputFormat.JSON)
                .validate(told.toString(), InputFormat.JSON), told.toString());
        assertEquals("三日内与企业面谈并报结果", told.get("text").asText());
        assertEquals("2026-03-10T17:30:00+08:00", told.get("due").asText());
        assertEquals(orders().get(0).number(), told.get("order").asText());
        house.desk.act(department(BY_QUEUE), appeal, new AnswerOrder(part, null, "已面谈，企业认可方案", List.of()));
        assertEquals(List.of(), onDesk(BY_QUEUE));
        assertTrue(house.alarms.list(PersonRole.SUPERVISOR, true, 100).stream().anyMatch(a -> a.kind().equals("appeal.order-answered")
                && a.key().equals(house.desk.appeals.getAppeal(appeal).number())));
        assertEquals("order.nothing-waits", refusal(() ->
                house.desk.act(department(BY_QUEUE), appeal, new AnswerOrder(part, "D1", "再次反馈", List.of()))));
        isProvable();
    }

    @Test
    void aDepartmentThatTakesMailGetsTheOrderAsAMail() {
        house.desk.act(centre(), appeal, new IssueOrder(house.desk.partOf(appeal, BY_MAIL), "尽快出具意见", null, LocalDate.parse("2026-03-09")));
        MailText mail = house.sendMailsTo(BY_MAIL + "@zhitongche.local").stream().filter(each -> each.subject().contains("督办单")).findFirst().orElseThrow();
        assertTrue(mail.body().contains("尽快出具意见") && mail.body().contains("2026年3月9日 17:30"), mail.body());
    }

    @Test
    void anOrderThatIsLateIsToldAsEverythingElseThatIsLate() {
        order("三日内与企业面谈并报结果");
        house.clock.set(civil("2026-03-12T17:30:00.000001"));
        new SupervisionRound(house.database, house.desk.appeals, house.clock).run();
        List<String> orders = house.payloads(appeal, "department." + BY_QUEUE, "overdue").stream()
                .map(NoticeHouse::json).filter(told -> told.has("order")).map(told -> told.get("order").asText()).toList();
        assertEquals(List.of(orders().get(0).number()), orders);
        String shown = house.alarms.list(PersonRole.SUPERVISOR, true, 1000).stream()
                .filter(a -> a.kind().equals("appeal.escalated") && a.key().equals(house.desk.appeals.getAppeal(appeal).number())).findFirst().orElseThrow().text();
        assertTrue(shown.contains("厦门市工业和信息化局"), shown);
        isProvable();
    }

    @Test
    void severalOrdersAreAnsweredOneByOneAndAlsoAfterTheReply() {
        order("第一项");
        order("第二项");
        house.desk.act(department(BY_QUEUE), appeal, new Reply(part, Conclusion.A, "已解决", null, null, List.of(), "分管负责人", "协办意见已电话确认"));
        assertEquals("order.which", refusal(() -> house.desk.act(department(BY_QUEUE), appeal, new AnswerOrder(part, null, "办了", List.of()))));
        house.desk.act(department(BY_QUEUE), appeal, new AnswerOrder(part, "D2", "第二项办了", List.of()));
        assertEquals(List.of(true, false), orders().stream().map(o -> o.answeredAt() == null).toList());
        house.desk.act(firm(), appeal, new Rate(true, true, Satisfaction.SATISFIED, null));
        assertEquals(List.of(), onDesk(BY_QUEUE), "the case has ended, nothing is waited for any more");
        isProvable();
    }

    @Test
    void onlyThoseAboveOrderAndOnlyTheDepartmentConcernedAnswers() {
        assertEquals("actor.overseer", refusal(() -> house.desk.act(department(BY_QUEUE), appeal, new IssueOrder(part, "自办", 1, null))));
        assertEquals("order.limit", refusal(() -> house.desk.act(SUPERVISOR, appeal, new IssueOrder(part, "尽快", null, null))));
        assertEquals("order.days", refusal(() -> house.desk.act(SUPERVISOR, appeal, new IssueOrder(part, "尽快", 0, null))));
        assertEquals("order.date-past", refusal(() -> house.desk.act(SUPERVISOR, appeal, new IssueOrder(part, "尽快", null, LocalDate.parse("2026-03-05")))));
        order("三日内反馈");
        assertThrows(Unknown.class, () -> house.desk.act(department(BY_MAIL), appeal, new AnswerOrder(part, null, "代答", List.of())));
        assertThrows(Unknown.class, () -> house.desk.act(department(BY_FEED), appeal, new AnswerOrder(part, null, "代答", List.of())));
    }
}
