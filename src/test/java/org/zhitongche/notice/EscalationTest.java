package org.zhitongche.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.coHandling;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.firm;
import static org.zhitongche.handling.Desk.lead;
import static org.zhitongche.notice.NoticeHouse.BY_FEED;
import static org.zhitongche.notice.NoticeHouse.BY_QUEUE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Above;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Duty;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.appeal.Verify;
import org.zhitongche.appeal.VerifyReport;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.handling.Acknowledge;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.Escalate;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.RequestExtension;
import org.zhitongche.handling.RuleOnExtension;
import org.zhitongche.handling.RuleOnSendBack;
import org.zhitongche.handling.SendBack;
import org.zhitongche.supervision.Oversight;
import org.zhitongche.supervision.SupervisionRound;
import org.zhitongche.supervision.Watch;
import org.zhitongche.survey.Rate;
import org.zhitongche.survey.SurveyRound;
import org.zhitongche.time.Zone;

/**
 * Dispatched on Thursday 2026-03-05, acknowledged at once, the reply due on Monday March 16 at 17:30. Counted by hand on the
 * wall calendar: two working days later is Wednesday the 18th, five are Monday the 23rd, each over at 17:30.
 */
class EscalationTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static final String HEAD = "fuzeren@example.com";

    private static NoticeHouse house;
    private UUID appeal;
    private UUID part;

    @BeforeEach
    void dispatch() {
        if (house == null) {
            house = new NoticeHouse(db.database());
            house.firmHasAnAccount();
            UUID head = house.people.save("head-1", "负责人", Set.of(PersonRole.SIGNER), BY_QUEUE, null, HEAD, null).id();
            house.database.sql().sql("update department set head = ? where code = ?").params(head, BY_QUEUE).update();
        }
        house.clock.set(Desk.START);
        appeal = house.dispatched(lead(BY_QUEUE));
        part = house.desk.partOf(appeal, BY_QUEUE);
        house.desk.act(department(BY_QUEUE), appeal, new Acknowledge(part));
    }

    private static void roundAt(String civil) {
        house.clock.set(LocalDateTime.parse(civil).atZone(Zone.CHINA).toInstant());
        round();
    }

    private static void round() {
        new SupervisionRound(house.database, house.desk.appeals, house.clock).run();
    }

    private List<Above> shownTo() {
        return escalations(appeal).stream().map(Event.Escalated::to).toList();
    }

    private static List<Event.Escalated> escalations(UUID of) {
        return house.desk.appeals.listEvents(of).stream()
                .flatMap(s -> s.event() instanceof Event.Escalated e ? java.util.stream.Stream.of(e) : java.util.stream.Stream.empty()).toList();
    }

    private List<String> toHead() {
        return house.kinds(appeal, Channel.MAIL, HEAD);
    }

    private List<MailText> mailsToHead() {
        String number = house.desk.appeals.getAppeal(appeal).number();
        return house.sendMailsTo(HEAD).stream().filter(mail -> mail.subject().contains(number)).toList();
    }

    private List<String> alarms(PersonRole role) {
        String number = house.desk.appeals.getAppeal(appeal).number();
        return house.alarms.list(role, true, 1000).stream().filter(a -> number.equals(a.key())).map(a -> a.kind() + " " + a.count()).sorted().toList();
    }

    private static void isProvable() {
        VerifyReport report = new Verify(house.database, new Blobs(house.database, house.clock), house.desk.terms, List.of()).run();
        assertTrue(report.green(), () -> report.red().toString());
    }

    @Test
    void whatStaysOverdueGoesFromTheHeadToTheSupervisorToTheLeaders() {
        roundAt("2026-03-16T17:30:00");
        assertEquals(List.of(), toHead());
        roundAt("2026-03-16T17:30:00.000001");
        assertEquals(List.of("overdue"), toHead());
        roundAt("2026-03-18T17:30:00");
        assertEquals(List.of(), shownTo(), "the second working day is not over");
        assertEquals(List.of(), alarms(PersonRole.SUPERVISOR));
        roundAt("2026-03-18T17:30:00.000001");
        assertEquals(List.of(Above.SUPERVISOR), shownTo());
        assertEquals(List.of("appeal.escalated 1"), alarms(PersonRole.SUPERVISOR));
        roundAt("2026-03-23T17:30:00");
        assertEquals(List.of(Above.SUPERVISOR), shownTo());
        roundAt("2026-03-23T17:30:00.000001");
        assertEquals(List.of(Above.SUPERVISOR, Above.LEADERS), shownTo());
        assertEquals(List.of("overdue", "escalated", "escalated"), toHead());
        assertEquals(List.of("appeal.leaders 1"), alarms(PersonRole.CENTRE));
        assertEquals("LEADERS", house.database.sql().sql("select escalated_to from appeal where id = ?").param(appeal).query(String.class).single());
        assertEquals(3, mailsToHead().size(), "each of them can be written");
        isProvable();
    }

    @Test
    void aNodeThatSleptOrWhoseClockWasSetBackTellsEachOfThemOnce() {
        roundAt("2026-03-30T10:00:00");
        assertEquals(List.of(Above.SUPERVISOR, Above.LEADERS), shownTo());
        roundAt("2026-03-17T10:00:00");
        roundAt("2026-03-30T11:00:00");
        round();
        assertEquals(List.of(Above.SUPERVISOR, Above.LEADERS), shownTo());
        assertEquals(List.of("overdue", "escalated", "escalated"), toHead());
        assertEquals(0, house.database.sql().sql("select count(*) from deadline where appeal_id = ?").param(appeal).query(Integer.class).single(),
                "a round finds nothing here any more");
        isProvable();
    }

    @Test
    void fourRoundsAtOnceTellItOnce() throws Exception {
        house.clock.set(Instant.parse("2026-03-18T10:00:00Z"));
        together(EscalationTest::round, EscalationTest::round, EscalationTest::round, EscalationTest::round);
        assertEquals(List.of(Above.SUPERVISOR), shownTo());
        assertEquals(List.of("overdue", "escalated"), toHead());
        assertEquals(List.of("appeal.escalated 1"), alarms(PersonRole.SUPERVISOR));
    }

    @Test
    void aLightIsToldOnceByNodesOfWhichOneSleptForAnHourAndOneHasItsClockSetBack() throws Exception {
        roundAt("2026-03-16T17:29:00");
        assertEquals(List.of(), toHead());
        Instant late = LocalDateTime.parse("2026-03-16T18:30:00").atZone(Zone.CHINA).toInstant();
        Instant back = LocalDateTime.parse("2026-03-16T17:00:00").atZone(Zone.CHINA).toInstant();
        together(() -> new SupervisionRound(house.database, house.desk.appeals, () -> late).run(),
                () -> new SupervisionRound(house.database, house.desk.appeals, () -> back).run(),
                () -> new SupervisionRound(house.database, house.desk.appeals, () -> late).run());
        roundAt("2026-03-16T17:00:00");
        roundAt("2026-03-16T18:31:00");
        assertEquals(List.of("overdue"), toHead());
        assertEquals(List.of("assignment", "overdue"), house.kinds(appeal, Channel.QUEUE, Queues.ofDepartment(BY_QUEUE)));
        isProvable();
    }

    @Test
    void aSurveyEndsOnceAndNotBeforeItsTimeWhateverTheNodesClocksSay() throws Exception {
        house.desk.act(department(BY_QUEUE), appeal, new Reply(part, Conclusion.A, "已办结。", null, null, List.of(), null));
        // Asked on Thursday the 5th: until Thursday the 12th, 17:30.
        Instant end = LocalDateTime.parse("2026-03-12T17:30:00").atZone(Zone.CHINA).toInstant();
        house.clock.set(end);
        survey();
        assertEquals(AppealState.COMPLETED, house.desk.appeals.getAppeal(appeal).state());
        house.clock.set(end.plusMillis(1));
        together(EscalationTest::survey, EscalationTest::survey, EscalationTest::survey);
        house.clock.set(end.minus(Duration.ofHours(1)));
        survey();
        house.clock.set(end.plus(Duration.ofHours(1)));
        survey();
        List<String> ends = house.desk.appeals.listEvents(appeal).stream().map(stored -> stored.event().getClass().getSimpleName())
                .filter(type -> type.equals("SurveyLapsed") || type.equals("Archived")).toList();
        assertEquals(List.of("SurveyLapsed", "Archived"), ends);
        assertEquals(List.of("receipt", "reply"), house.kinds(appeal, Channel.MAIL, NoticeHouse.ADDRESS).stream().distinct().sorted().toList());
        isProvable();
    }

    private static void survey() {
        new SurveyRound(house.database, house.desk.appeals, house.clock).run();
    }

    private static void together(Runnable... nodes) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(nodes.length);
        try {
            CountDownLatch go = new CountDownLatch(1);
            List<Future<?>> all = new ArrayList<>();
            for (Runnable node : nodes) {
                all.add(threads.submit(() -> {
                    go.await();
                    node.run();
                    return null;
                }));
            }
            go.countDown();
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aDueTimeThatMovedIsToldAnew() {
        house.desk.act(department(BY_QUEUE), appeal, new RequestExtension(part, java.time.LocalDate.parse("2026-03-18"), "需专家论证"));
        house.desk.act(centre(), appeal, new RuleOnExtension(part, true, null));
        roundAt("2026-03-20T17:30:00");
        assertEquals(List.of(), shownTo(), "due on the 18th now: the 19th and the 20th are the two working days");
        roundAt("2026-03-20T17:30:00.000001");
        assertEquals(List.of(Above.SUPERVISOR), shownTo());
        isProvable();
    }

    @Test
    void whatIsLateWhileAnExtensionAskedForInTimeWaitsIsTheCentresAlone() {
        // Asked in time, on the day of the dispatch: to be ruled on by 17:30 of that day; the centre does not.
        house.desk.act(department(BY_QUEUE), appeal, new RequestExtension(part, java.time.LocalDate.parse("2026-03-18"), "需专家论证"));
        roundAt("2026-03-16T17:30:00.000001");
        assertEquals(List.of(), toHead());
        assertFalse(isWatchedAsLate());
        roundAt("2026-03-23T17:30:00.000001");
        assertEquals(List.of(), toHead(), "neither that it is red nor that it was shown to those above");
        assertEquals(Set.of(Duty.EXTENSION_RULING), escalations(appeal).stream().map(Event.Escalated::duty).collect(Collectors.toSet()));
        assertFalse(house.desk.appeals.getAppeal(appeal).getAssignment(part).overdue());
        isProvable();
        house.desk.act(centre(), appeal, new RuleOnExtension(part, false, "理由不足"));
        round();
        // Due on the 16th, as it always was: red now, and shown to all above at once.
        assertEquals(List.of("extension-refused", "overdue"),
                house.kinds(appeal, Channel.QUEUE, Queues.ofDepartment(BY_QUEUE)).stream().filter(kind -> !kind.equals("assignment")).toList());
        assertEquals(List.of("overdue", "escalated", "escalated"), toHead());
        assertTrue(isWatchedAsLate());
        assertTrue(house.desk.appeals.getAppeal(appeal).getAssignment(part).overdue());
        isProvable();
    }

    private boolean isWatchedAsLate() {
        return new Oversight(house.database, house.clock)
                .listCases(new Oversight.Question(Watch.RED, BY_QUEUE, null, new Oversight.Span(30, null)), null, 1000).stream()
                .anyMatch(each -> each.id().equals(appeal));
    }

    @Test
    void whatTheCentreIsLateWithIsToldToTheSupervisorToo() {
        house.clock.set(Desk.START);
        appeal = house.takeIn(house.submission(true, org.zhitongche.appeal.MayName.HANDLER_ONLY, "说不清的事"));
        // to be dispatched by Friday the 6th, so Tuesday the 10th is the second working day
        roundAt("2026-03-10T17:30:00");
        assertEquals(List.of("appeal.overdue 1"), alarms(PersonRole.CENTRE));
        assertEquals(List.of(), alarms(PersonRole.SUPERVISOR));
        roundAt("2026-03-10T17:30:00.000001");
        assertEquals(List.of("appeal.escalated 1"), alarms(PersonRole.SUPERVISOR));
    }

    @Test
    void aSendingBackRuledUnfoundedIsShownToThoseAbove() {
        house.desk.act(department(BY_QUEUE), appeal, new SendBack(part, "不属职责", null));
        house.desk.act(centre(), appeal, new RuleOnSendBack(part, false, "首接负责", null));
        assertEquals(List.of("appeal.escalated 1"), alarms(PersonRole.SUPERVISOR));
        assertEquals(List.of("escalated"), toHead());
        isProvable();
    }

    @Test
    void aSecondDissatisfiedRatingIsShownToThoseAbove() {
        for (int round = 0; round < 2; round++) {
            house.desk.act(department(BY_QUEUE), appeal, new Reply(house.desk.partOf(appeal, BY_QUEUE), Conclusion.A, "已解决", null, null, List.of(), "分管负责人"));
            house.desk.act(firm(), appeal, new Rate(true, false, Satisfaction.DISSATISFIED, null));
        }
        assertEquals(List.of("appeal.escalated 1"), alarms(PersonRole.SUPERVISOR));
        assertEquals(List.of("escalated"), toHead());
    }

    @Test
    void theCentresWordEscalatesAtOnceAndNoStepIsTakenTwice() {
        house.desk.act(centre(), appeal, new Escalate(Above.LEADERS, "重点项目停工"));
        assertEquals(List.of(Above.LEADERS), shownTo());
        assertEquals(List.of("appeal.leaders 1"), alarms(PersonRole.SUPERVISOR));
        assertTrue(mailsToHead().get(0).body().contains("重点项目停工"));
        assertEquals("escalate.already", assertThrows(Refusal.class,
                () -> house.desk.act(centre(), appeal, new Escalate(Above.SUPERVISOR, "再报一次"))).rule());
        isProvable();
    }

    @Test
    void aCoHandlingDepartmentsLatenessIsItsOwn() {
        UUID other = house.dispatched(lead(BY_QUEUE), coHandling(BY_FEED));
        house.desk.act(department(BY_QUEUE), other, new Acknowledge(house.desk.partOf(other, BY_QUEUE)));
        house.desk.act(department(BY_FEED), other, new Acknowledge(house.desk.partOf(other, BY_FEED)));
        // the opinion is due on Tuesday the 10th; the 11th and the 12th follow
        roundAt("2026-03-12T17:30:00.000001");
        assertEquals(List.of(house.desk.partOf(other, BY_FEED)), escalations(other).stream().map(Event.Escalated::subject).toList());
        assertNull(house.desk.appeals.getAppeal(appeal).escalatedTo());
    }
}
