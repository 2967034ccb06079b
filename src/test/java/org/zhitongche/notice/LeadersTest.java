package org.zhitongche.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.firm;
import static org.zhitongche.handling.Desk.lead;
import static org.zhitongche.handling.Desk.sharing;
import static org.zhitongche.notice.NoticeHouse.BY_MAIL;
import static org.zhitongche.notice.NoticeHouse.BY_QUEUE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Above;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.Duty;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.LeaderNote;
import org.zhitongche.appeal.OrderReads;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Sight;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.appeal.Verify;
import org.zhitongche.appeal.VerifyReport;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.AnswerLeaderNote;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.PutBeforeLeader;
import org.zhitongche.handling.RecordLeaderNote;
import org.zhitongche.handling.TellLeader;
import org.zhitongche.supervision.SupervisionRound;
import org.zhitongche.time.Zone;

/** Dispatched and noted on Thursday 2026-03-05; three working days later is Tuesday the 10th. */
class LeadersTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static final Actor SUPERVISOR = new Actor(Actor.Kind.SUPERVISOR, "super-1", "督查岗", null);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-05");

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
        appeal = house.dispatched(lead(BY_QUEUE), sharing(BY_MAIL));
        part = house.desk.partOf(appeal, BY_QUEUE);
    }

    private void act(Actor actor, Action action) {
        house.desk.act(actor, appeal, action);
    }

    private String refusal(Actor actor, Action action) {
        return assertThrows(Refusal.class, () -> act(actor, action)).rule();
    }

    private LeaderNote note() {
        return List.copyOf(house.desk.appeals.getAppeal(appeal).leaderNotes()).get(0);
    }

    private RecordLeaderNote noted(String report, String office, Integer days) {
        return new RecordLeaderNote(report, office, TODAY, "请认真研究，限期解决。", part, days, null);
    }

    private List<Class<?>> seenBy(Actor viewer) {
        return new AppealReads(db.database()).findCase(viewer, appeal).orElseThrow().events().stream().map(stored -> stored.event())
                .filter(Sight::confidential).<Class<?>>map(Object::getClass).toList();
    }

    private void isProvable() {
        VerifyReport report = new Verify(db.database(), new Blobs(db.database(), house.clock), house.desk.terms, List.of()).run();
        assertTrue(report.green(), () -> report.red().toString());
    }

    @Test
    void aCasePutBeforeALeaderIsNotedAndAnsweredOnAClockOfItsOwn() {
        assertEquals("actor.centre", refusal(SUPERVISOR, new PutBeforeLeader("分管副省长", "企业停产在即")));
        assertEquals("field.required", refusal(centre(), new PutBeforeLeader(" ", "企业停产在即")));
        act(centre(), new PutBeforeLeader("分管副省长", "企业停产在即，涉及多部门。"));
        String number = house.desk.appeals.getAppeal(appeal).number();
        assertEquals(number + "-Z1", house.desk.appeals.getAppeal(appeal).leaderReports().iterator().next().number());
        assertEquals("leader.no-report", refusal(SUPERVISOR, noted("Z2", null, 3)));
        assertEquals("order.limit", refusal(SUPERVISOR, noted("Z1", null, null)));
        assertEquals("leader.note-to-come", refusal(SUPERVISOR, new RecordLeaderNote("Z1", null, TODAY.plusDays(1), "请办", part, 3, null)));
        assertEquals("field.required", refusal(SUPERVISOR, noted(null, null, 3)), "a note that came by itself names its leader");
        assertEquals("actor.overseer", refusal(department(BY_QUEUE), noted("Z1", null, 3)));
        act(SUPERVISOR, noted("Z1", null, 3));
        assertEquals(number + "-P1", note().number());
        assertEquals("分管副省长", note().office());
        assertEquals(Zone.at(LocalDate.parse("2026-03-10"), LocalTime.of(17, 30)), note().due());
        assertEquals(true, db.database().sql().sql("select noted from leader_report where appeal_id = ?").param(appeal).query(Boolean.class).single());

        assertThrows(Unknown.class, () -> act(department(BY_MAIL), new AnswerLeaderNote(part, "P1", "已落实", List.of())));
        assertEquals("leader.nothing-waits", refusal(department(BY_QUEUE), new AnswerLeaderNote(part, "P2", "已落实", List.of())));
        assertEquals("field.required", refusal(department(BY_QUEUE), new AnswerLeaderNote(part, null, " ", List.of())));
        act(department(BY_QUEUE), new AnswerLeaderNote(part, null, "已落实供地。", List.of()));
        assertNotNull(note().answeredAt());
        assertEquals("actor.overseer", refusal(department(BY_QUEUE), new TellLeader("P1", TODAY, "已回告")));
        assertEquals("leader.told-on", refusal(SUPERVISOR, new TellLeader(null, TODAY.plusDays(1), "已回告")));
        act(SUPERVISOR, new TellLeader(null, TODAY, "供地已落实，企业复产。"));
        assertEquals(TODAY, note().toldOn());
        assertEquals("leader.nothing-to-tell", refusal(SUPERVISOR, new TellLeader("P1", TODAY, "再次回告")));
        assertEquals(List.of(), house.desk.appeals.getAppeal(appeal).openNotes());
        isProvable();
    }

    @Test
    void onlyThoseWhoOverseeAndTheDepartmentThatAnswersKnowOfANote() {
        act(centre(), new PutBeforeLeader("分管副省长", "企业停产在即。"));
        act(centre(), noted("Z1", null, 3));
        act(department(BY_QUEUE), new AnswerLeaderNote(part, "P1", "已落实供地。", List.of()));
        act(centre(), new TellLeader("P1", TODAY, "供地已落实。"));
        List<Class<?>> all = List.of(Event.PutBeforeLeader.class, Event.LeaderNoted.class, Event.NoteAnswered.class, Event.LeaderTold.class);
        assertEquals(all, seenBy(centre()));
        assertEquals(all, seenBy(SUPERVISOR));
        assertEquals(all.subList(1, 4), seenBy(department(BY_QUEUE)));
        assertEquals(List.of(), seenBy(department(BY_MAIL)));
        assertEquals(List.of(), seenBy(firm()));
        String told = String.join("", db.database().sql().sql("""
                select kind || payload from outbox where appeal_id = ? and destination not like '%' || ?""").params(appeal, BY_QUEUE).query(String.class).list());
        for (String hidden : List.of("leader-note", "LeaderNoted", "PutBeforeLeader", "NoteAnswered", "LeaderTold", "限期解决", "企业停产在即")) {
            assertFalse(told.contains(hidden), hidden);
        }
        assertEquals(List.of("assignment", "leader-note"), house.kinds(appeal, Channel.QUEUE, "department." + BY_QUEUE));
    }

    @Test
    void aNoteThatIsNotAnsweredTurnsRedAndGoesUpLikeAnOrder() {
        act(centre(), noted(null, "分管副省长", 3));
        List<OrderReads.Row> waiting = new AppealReads(db.database()).orders().listWaiting(department(BY_QUEUE), 10);
        assertTrue(waiting.stream().anyMatch(row -> row.number().equals(note().number())));
        SupervisionRound round = new SupervisionRound(db.database(), house.desk.appeals, house.clock);
        house.clock.set(Zone.at(LocalDate.parse("2026-03-10"), LocalTime.of(17, 30)).plusNanos(1000));
        round.run();
        assertTrue(events().stream().anyMatch(e -> e instanceof Event.LightTurned light && light.duty() == Duty.LEADER_NOTE
                && light.light() == org.zhitongche.time.Light.RED));
        // two working days after Tuesday the 10th: Thursday the 12th
        Instant above = Zone.at(LocalDate.parse("2026-03-12"), LocalTime.of(17, 30)).plusNanos(1000);
        house.clock.set(above);
        round.run();
        assertTrue(events().stream().anyMatch(e -> e instanceof Event.Escalated up && up.duty() == Duty.LEADER_NOTE && up.to() == Above.SUPERVISOR));
        assertEquals(List.of(), seenBy(department(BY_MAIL)), "nor of its lights");
        isProvable();
    }

    private List<Event> events() {
        return house.desk.appeals.listEvents(appeal).stream().map(stored -> stored.event()).toList();
    }
}
