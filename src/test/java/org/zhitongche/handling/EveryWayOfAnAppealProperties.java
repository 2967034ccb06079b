package org.zhitongche.handling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Duty;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Given;
import org.zhitongche.appeal.Owed;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.appeal.Type;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.FilledDirectory;
import org.zhitongche.handling.Walk.Move;
import org.zhitongche.survey.Rate;
import org.zhitongche.time.Due;
import org.zhitongche.time.Proof;
import org.zhitongche.time.TermUnit;
import org.zhitongche.time.Zone;

/** Whatever is tried in whatever order: an appeal stands where the procedure knows it, and its clocks are right. */
class EveryWayOfAnAppealProperties {

    private static TestDatabase db;
    private static Directory directory;

    @BeforeContainer
    static void open() {
        db = new TestDatabase();
        directory = FilledDirectory.in(db.database());
    }

    @AfterContainer
    static void close() {
        db.afterAll(null);
    }

    /** A way begins on some day of some year, holidays included. */
    record Beginning(Instant at, boolean sure, Type type, boolean listed, long seed) {
        Walk walk() {
            return new Walk(at, sure, type, listed, seed, directory);
        }
    }

    @Property(tries = 300)
    void noSequenceOfCommandsLeadsToAnUndefinedStateOrANegativeTime(@ForAll("beginnings") Beginning beginning, @ForAll("moves") List<Move> moves) {
        Walk walk = beginning.walk();
        for (Move move : moves) {
            walk.make(move);
            check(walk.memory.appeal(), walk.memory.now());
        }
    }

    @Property(tries = 300)
    void everyDueTimeIsItsStartPlusTermPlusPausesPlusExtension(@ForAll("beginnings") Beginning beginning, @ForAll("moves") List<Move> moves) {
        Walk walk = beginning.walk();
        for (Move move : moves) {
            walk.make(move);
            new ClocksByHand(walk.memory.history()).compare(walk.memory.appeal());
        }
        checkProofs(walk.memory.appeal(), walk.memory.givenTimes());
    }

    /** One way on which each of them is given. */
    @Example
    void everyKindOfDueTimeHasAProof() {
        Walk walk = new Beginning(Instant.parse("2023-03-06T02:00:00Z"), false, Type.ASSISTANCE, false, 1).walk();
        String land = "350200-natural-resources";
        walk.as(Desk.centre(), new AcceptAndDispatch("arrears", List.of(Desk.lead(land), Desk.coHandling("350200-development"))));
        UUID part = walk.memory.appeal().lead().orElseThrow().id();
        walk.as(Desk.centre(), new IssueOrder(part, "请说明进度", 3, null));
        walk.as(Desk.centre(), new RecordLeaderNote(null, "省政府分管领导", LocalDate.of(2023, 3, 6), "请抓紧研究。", part, 3, null));
        walk.as(Desk.department(land), new RequestExtension(part, LocalDate.of(2023, 4, 10), "需核对账目"));
        walk.as(Desk.centre(), new RuleOnExtension(part, true, null));
        walk.as(Desk.department(land), new RequestInformation(part, "请补充合同"));
        walk.as(Desk.centre(), new Suspend("等待审计", LocalDate.of(2023, 3, 20)));
        walk.as(Desk.centre(), new Resume("审计已结束"));
        WayForward way = new WayForward("政务服务窗口", "综合窗口", "0591-0000000", "工作日");
        walk.as(Desk.department(land), new Reply(part, Conclusion.C, "暂不能解决。", null, way, List.of(), null, "意见逾期未到"));
        walk.as(Desk.centre(), new ReviewReply(part, true, null));
        walk.as(Desk.firm(), new Rate(true, false, Satisfaction.DISSATISFIED, null));
        walk.as(Desk.department(land), new ObjectToRating(part, "已当面说明", List.of()));
        walk.as(Desk.centre(), new DecideRework(true, null, List.of()));
        UUID again = walk.memory.appeal().lead().orElseThrow().id();
        walk.as(Desk.department(land), new Reply(again, Conclusion.B, "分期支付。", LocalDate.of(2023, 6, 30), null, List.of(), null, null));
        List<Given> given = walk.memory.givenTimes();
        checkProofs(walk.memory.appeal(), given);
        Set<String> all = Stream.of(Duty.values()).map(Duty::name).collect(Collectors.toCollection(TreeSet::new));
        all.add(Given.OBJECTION);
        assertEquals(all, given.stream().map(Given::kind).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Property(tries = 200)
    void whoeverMustStandAsideHasNoWorkInIt(@ForAll("beginnings") Beginning beginning, @ForAll("moves") List<Move> moves) {
        Walk walk = beginning.walk();
        for (Move move : moves) {
            walk.make(move);
            Appeal appeal = walk.memory.appeal();
            for (String unit : appeal.recused()) {
                assertTrue(appeal.assignments().stream().noneMatch(part -> part.department().equals(unit)
                        && (part.state().open() || part.state() == AssignmentState.SENT_BACK)), unit + " must stand aside and has work");
                assertFalse(has(Desk.department(unit), appeal), unit + " must stand aside and has the case");
            }
        }
    }

    @Property(tries = 100)
    void whatTurnedOnceDoesNotTurnAgain(@ForAll("beginnings") Beginning beginning, @ForAll("moves") List<Move> moves) {
        Walk walk = beginning.walk();
        moves.forEach(walk::make);
        List<Event> turned = walk.memory.history().stream().map(stored -> stored.event()).filter(Event.LightTurned.class::isInstance).toList();
        assertEquals(turned.stream().distinct().count(), turned.size());
    }

    static boolean has(Actor actor, Appeal appeal) {
        try {
            Who.has(actor, appeal);
            return true;
        } catch (RuntimeException unknown) {
            return false;
        }
    }

    /** What is owed has a proof, and each proof counts up to the due time that was given. */
    static void checkProofs(Appeal appeal, List<Given> given) {
        appeal.owed(Walk.TERMS).forEach(owed -> hasProof(owed.duty().name(), owed.subject(), owed.due(), given));
        hasProof(Duty.REPLY.name(), appeal.id(), appeal.due(), given);
        hasProof(Given.OBJECTION, appeal.id(), appeal.objectBy(), given);
        appeal.orders().forEach(order -> hasProof(Duty.ORDER.name(), order.id(), order.due(), given));
        appeal.leaderNotes().forEach(note -> hasProof(Duty.LEADER_NOTE.name(), note.id(), note.due(), given));
        appeal.assignments().stream().filter(part -> part.state() == AssignmentState.SENT_BACK || part.state().open()).forEach(part ->
                hasProof(part.role().answers() ? Duty.REPLY.name() : Duty.CO_HANDLING.name(), part.id(), part.due(), given));
        given.stream().filter(each -> each.limit() != null).forEach(EveryWayOfAnAppealProperties::checkProof);
    }

    /** As pages show it, whether something is still owed or not. */
    private static void hasProof(String kind, UUID subject, Instant due, List<Given> given) {
        assertTrue(due == null || given.stream().anyMatch(each -> each.kind().equals(kind) && each.subject().equals(subject) && due.equals(each.due())),
                () -> kind + " of " + subject + ", due " + due + ", has no proof among " + given);
    }

    private static void checkProof(Given given) {
        Due counted = Walk.TERMS.counted(given.limit());
        assertEquals(given.due(), counted.isPaused() ? null : counted.lastMoment(), given::toString);
        if (given.due() != null && given.limit().term().unit() != TermUnit.SAME_DAY) {
            Proof.Step last = counted.proof().steps().get(counted.proof().steps().size() - 1);
            assertEquals(Zone.dateOf(given.due()), last.day().date());
            assertEquals(counted.proof().units(), last.number());
        }
    }

    static void check(Appeal appeal, Instant now) {
        inOrder(appeal.firstReceived(), appeal.acceptedAt(), appeal.dispatchedAt(), now);
        inOrder(appeal.firstReceived(), appeal.completedAt(), now);
        assertNotNull(appeal.holder());
        assertEquals(appeal.state() == AppealState.COMPLETED || appeal.state() == AppealState.ARCHIVED, appeal.completedAt() != null);
        assertTrue(appeal.state() != AppealState.HANDLING || appeal.acceptedAt() != null);
        assertTrue(!appeal.surveyOpen() || appeal.state() == AppealState.COMPLETED);
        assertTrue(appeal.suspendedAt() == null || appeal.state() == AppealState.HANDLING && appeal.due() == null || appeal.reopened() > 0);
        assertTrue(appeal.assignments().stream().filter(p -> p.role() == Role.LEAD && p.state().open()).count() <= 1, "two leads at once");
        for (Owed owed : appeal.owed(Walk.TERMS)) {
            assertTrue(owed.due().isAfter(owed.limit().start()) || owed.limit().start().equals(owed.due()), owed + " is due before it starts");
        }
        appeal.assignments().forEach(part -> check(appeal, part, now));
        moves(appeal);
    }

    private static void check(Appeal appeal, Assignment part, Instant now) {
        inOrder(part.dispatchedAt(), part.acknowledgedAt(), part.handedInAt(), part.completedAt(), now);
        assertEquals(part.state() == AssignmentState.COMPLETED, part.completedAt() != null);
        assertTrue(part.state() != AssignmentState.COMPLETED || part.handedInAt() != null);
        if (appeal.state().ended()) {
            assertFalse(part.state().open(), "work is left in an appeal that has ended");
        }
        if (part.state().open() && part.handedInAt() == null) {
            assertEquals(part.limit().isPaused(), part.due() == null);
        }
        if (part.extension() != null && part.extension().pending()) {
            assertTrue(part.extension().units() > 0);
        }
    }

    /** Somebody owes the next step of what is open, or its end is known. */
    private static void moves(Appeal appeal) {
        if (appeal.mergedInto() != null && appeal.state().open()) {
            return; // the joint case moves
        }
        boolean waits = !appeal.owed(Walk.TERMS).isEmpty();
        assertTrue(waits || !appeal.state().open() && !appeal.surveyOpen(), "nobody owes anything, and it is " + appeal.state());
        assertTrue(!appeal.state().ended() || appeal.owed(Walk.TERMS).stream().allMatch(owed -> owed.duty() == Duty.OBJECTION_RULING),
                () -> "something is owed though it has ended: " + appeal.owed(Walk.TERMS));
        if (!appeal.state().open() && !appeal.state().ended()) {
            assertTrue(appeal.surveyOpen() || appeal.promiseDue() != null || appeal.reworkDecideBy() != null, "completed, and nobody will ever archive it");
        }
        assertNull(appeal.state() == AppealState.TRIAGE ? appeal.dispatchedAt() : null);
    }

    /** What there is follows one another. */
    private static void inOrder(Instant... times) {
        List<Instant> known = Stream.of(times).filter(time -> time != null).toList();
        assertEquals(known.stream().sorted().toList(), known);
    }

    @Provide
    Arbitrary<Beginning> beginnings() {
        Arbitrary<Instant> moments = Arbitraries.longs().between(0, 5 * 365 * 24 * 60L)
                .map(minutes -> Instant.parse("2019-01-01T00:00:00Z").plusSeconds(minutes * 60));
        return Combinators.combine(moments, Arbitraries.of(true, true, false), Arbitraries.of(Type.class), Arbitraries.of(true, false, false),
                Arbitraries.longs()).as(Beginning::new);
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<Integer> minutes = Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(6, Arbitraries.integers().between(0, 240)),
                net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(0, 3 * 1440)), net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, 12 * 1440)));
        return Combinators.combine(Arbitraries.integers().between(0, Walk.KINDS - 1), Arbitraries.longs(), minutes).as(Move::new)
                .list().ofMinSize(5).ofMaxSize(60);
    }
}
