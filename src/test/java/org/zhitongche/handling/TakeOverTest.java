package org.zhitongche.handling;

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

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.appeal.StoredEvent;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.appeal.Verify;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Database;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.FilledDirectory;
import org.zhitongche.directory.People;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.directory.TakeOver;
import org.zhitongche.directory.TakeOvers;
import org.zhitongche.stats.Figure;
import org.zhitongche.stats.FigureRow;
import org.zhitongche.stats.FigureTable;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Measure;
import org.zhitongche.stats.Period;
import org.zhitongche.stats.Question;
import org.zhitongche.survey.Rate;
import org.zhitongche.time.Light;

class TakeOverTest {

    /** 厦门市科学技术局 is merged into 厦门市工业和信息化局. */
    private static final String GONE = "350200-science";
    private static final String NEXT = "350200-industry";
    private static final String OTHER = "350200-development";

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private Desk desk;
    private Directory directory;
    private DeclareTakeOver declaring;
    private TakeOverRound round;

    @BeforeEach
    void open() {
        open(db.database());
        db.database().sql().sql("delete from take_over").update();
        db.database().sql().sql("update department set valid_to = null").update();
        directory.refresh();
    }

    private void open(Database database) {
        desk = new Desk(database);
        directory = FilledDirectory.in(database);
        declaring = new DeclareTakeOver(database, directory, desk.clock);
        round = new TakeOverRound(database, desk.appeals, directory, desk.clock);
    }

    private TakeOver declare(String department, String successor, LocalDate day) {
        return declaring.declare(whole(department, successor, day), "系统管理员");
    }

    private static DeclareTakeOver.Said whole(String department, String successor, LocalDate day) {
        return new DeclareTakeOver.Said(department, successor, day, "厦委编〔2026〕8号", List.of(), List.of(), TakeOver.Officers.MOVE);
    }

    private static LocalDate today() {
        return LocalDate.of(2026, 3, 5);
    }

    private Assignment part(Appeal appeal, String department) {
        return desk.appeals.getAppeal(appeal.id()).getAssignment(desk.partOf(appeal.id(), department));
    }

    @Test
    void whatIsOpenChangesHandsByAnEventAndItsClocksGoOn() {
        Appeal appeal = desk.dispatched(lead(GONE), coHandling(OTHER));
        desk.act(department(GONE), appeal.id(), new Acknowledge(desk.partOf(appeal.id(), GONE)));
        Assignment before = part(appeal, GONE);
        desk.clock.advance(Duration.ofHours(3));
        declare(GONE, NEXT, today());
        assertEquals(1, round.run());
        Assignment moved = part(appeal, NEXT);
        assertEquals(before.id(), moved.id());
        assertEquals(AssignmentState.ACKNOWLEDGED, moved.state());
        assertEquals(before.due(), moved.due());
        assertEquals(before.acknowledgeDue(), moved.acknowledgeDue());
        assertEquals(appeal.due(), desk.appeals.getAppeal(appeal.id()).due());
        assertEquals(1, desk.appeals.listEvents(appeal.id()).stream().map(StoredEvent::event).filter(Event.Transferred.class::isInstance).count());
        assertEquals(0, round.run(), "a second round finds nothing left");
    }

    @Test
    void ofAJointCaseTheSuccessorHasTheChildrenToo() {
        Appeal joint = desk.dispatched(lead(GONE));
        Appeal child = desk.dispatched(lead(OTHER));
        desk.act(centre(), joint.id(), new Merge(List.of(new Merge.Child(child.id(), null)), "同一事项"));
        declare(GONE, NEXT, today());
        assertEquals(1, round.run());
        assertEquals(NEXT, desk.appeals.getAppeal(child.id()).holder());
        AppealReads reads = new AppealReads(db.database());
        assertTrue(reads.find(department(NEXT), child.id()).isPresent());
        assertTrue(reads.find(department(GONE), child.id()).isEmpty());
        assertTrue(new Verify(db.database(), new Blobs(db.database(), desk.clock), desk.terms, List.of()).run().green());
    }

    @Test
    void whatNobodyAcknowledgedIsAcknowledgedByTheSuccessorInADayOfItsOwn() {
        // Dispatched Thursday 5 March; acknowledged by Friday the 6th, 17:30. Taken over on Monday the 9th: by Tuesday the 10th.
        Appeal appeal = desk.dispatched(lead(GONE));
        desk.clock.advance(Duration.ofDays(4));
        declare(GONE, NEXT, LocalDate.of(2026, 3, 9));
        round.run();
        Assignment moved = part(appeal, NEXT);
        assertEquals(AssignmentState.DISPATCHED, moved.state());
        assertEquals(Instant.parse("2026-03-10T09:30:00Z"), moved.acknowledgeDue());
        assertEquals(Light.NONE, new AppealReads(db.database()).desks().listParts(department(NEXT), true, null, 50).stream()
                .filter(row -> row.id().equals(moved.id())).findFirst().orElseThrow().acknowledge().at(desk.clock.instant()), "half of it is still to come");
        assertEquals(Instant.parse("2026-03-16T09:30:00Z"), moved.due());
        desk.act(department(NEXT), appeal.id(), new SendBack(moved.id(), "此事项属自然资源部门职责。", null));
    }

    @Test
    void theDepartmentThatIsGoneKnowsItNoMoreAndItsSuccessorAnswers() {
        Appeal appeal = desk.dispatched(lead(GONE));
        UUID part = desk.partOf(appeal.id(), GONE);
        declare(GONE, NEXT, today());
        round.run();
        AppealReads reads = new AppealReads(db.database());
        assertTrue(reads.find(department(GONE), appeal.id()).isEmpty());
        assertTrue(reads.find(department(NEXT), appeal.id()).isPresent());
        assertThrows(Unknown.class, () -> desk.act(department(GONE), appeal.id(), new Acknowledge(part)));
        desk.act(department(NEXT), appeal.id(), new Reply(part, Conclusion.A, "已办结。", null, null, List.of(), "分管负责人"));
    }

    /** An event that nobody can read any more stands in one of them. */
    @Test
    void oneCaseThatCannotBeChangedDoesNotHoldUpTheOthersAndIsTriedAgain() {
        List<Appeal> cases = List.of(desk.dispatched(lead(GONE)), desk.dispatched(lead(GONE)), desk.dispatched(lead(GONE)));
        UUID broken = cases.get(1).id();
        db.database().sql().sql("""
                insert into appeal_event (appeal_id, seq, at, type, body, hash)
                select appeal_id, 99, at, type, convert_to('{"type":"NoSuchEvent"}', 'UTF8'), hash from appeal_event where appeal_id = ? and seq = 1""")
                .param(broken).update();
        List<UUID> stuck = new ArrayList<>();
        TakeOverRound told = new TakeOverRound(db.database(), desk.appeals, directory, desk.clock, (takeOver, appeal) -> stuck.add(appeal));
        TakeOver declared = declare(GONE, NEXT, today());
        assertEquals(2, told.run());
        assertEquals(List.of(broken), stuck);
        assertEquals(NEXT, part(cases.get(0), NEXT).department());
        assertEquals(NEXT, part(cases.get(2), NEXT).department());
        assertNull(new TakeOvers(db.database(), directory, desk.clock).find(declared.id()).orElseThrow().settledAt());
        db.database().sql().sql("alter table appeal_event disable trigger appeal_event_append_only").update();
        db.database().sql().sql("delete from appeal_event where seq = 99").update();
        db.database().sql().sql("alter table appeal_event enable trigger appeal_event_append_only").update();
        assertEquals(1, told.run());
        assertEquals(NEXT, part(cases.get(1), NEXT).department());
    }

    @Test
    void waitingTimeAndSpansSplitAtTheMove() {
        Appeal appeal = desk.dispatched(lead(GONE));
        desk.clock.advance(Duration.ofHours(5));
        declare(GONE, NEXT, today());
        round.run();
        assertEquals(List.of(GONE, NEXT), db.database().sql().sql("select holder from appeal_span where appeal_id = ? order by from_at")
                .param(appeal.id()).query(String.class).list());
        assertEquals(List.of(GONE, NEXT), db.database().sql().sql("select department from assignment_span where appeal_id = ? order by from_at")
                .param(appeal.id()).query(String.class).list());
    }

    /** Thursday 5 March 10:00 all come in; on the 9th the department is merged; every limit by hand. */
    @Test
    void pastRatesStayTheDepartmentsAndWhatIsOpenCountsForItsSuccessor() {
        Period march = Period.ofDays(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
        open(db.another());
        Appeal answered = desk.dispatched(lead(GONE));
        Appeal open = desk.dispatched(lead(GONE));
        Appeal returned = desk.dispatched(lead(GONE));
        desk.clock.advance(Duration.ofHours(1));
        desk.act(department(GONE), answered.id(), new Reply(desk.partOf(answered.id(), GONE), Conclusion.A, "已办结。", null, null, List.of(), "负责人"));
        desk.act(department(GONE), open.id(), new Acknowledge(desk.partOf(open.id(), GONE)));
        desk.act(department(GONE), returned.id(), new SendBack(desk.partOf(returned.id(), GONE), "属发展改革部门职责", OTHER));
        desk.act(centre(), returned.id(), new RuleOnSendBack(desk.partOf(returned.id(), GONE), true, null, List.of(lead(OTHER))));
        desk.clock.set(Instant.parse("2026-03-09T02:00:00Z"));
        Instant asked = desk.clock.instant().minusSeconds(60);
        List<FigureRow> before = rows(march, asked);
        // On the 9th: one of two answered; one of three sent back; both that it kept acknowledged in time.
        assertCounts(before.get(0), Measure.COMPLETION, 1, 2);
        assertCounts(before.get(0), Measure.RETURN, 1, 3);
        assertCounts(before.get(0), Measure.ACKNOWLEDGED_IN_TIME, 2, 2);
        declare(GONE, NEXT, LocalDate.of(2026, 3, 9));
        assertEquals(1, round.run());
        assertEquals(before, rows(march, asked), "as it was known before");
        // From then on: what it answered, with what the firm says of it, and what it sent back stay its own; what was open is its successor's, acknowledged as it was.
        FigureRow whole = rows(march, desk.clock.instant()).get(2);
        assertEquals(before.get(2).figures(), whole.figures(), "the whole is what it was");
        desk.act(firm(), answered.id(), new Rate(true, true, Satisfaction.SATISFIED, null));
        List<FigureRow> now = rows(march, desk.clock.instant());
        assertCounts(now.get(0), Measure.COMPLETION, 1, 1);
        assertCounts(now.get(0), Measure.RESOLUTION, 1, 1);
        assertCounts(now.get(0), Measure.RETURN, 1, 2);
        assertCounts(now.get(0), Measure.ACKNOWLEDGED_IN_TIME, 1, 1);
        assertCounts(now.get(1), Measure.COMPLETION, 0, 1);
        assertCounts(now.get(1), Measure.RETURN, 0, 1);
        assertCounts(now.get(1), Measure.ACKNOWLEDGED_IN_TIME, 1, 1);
        // The successor answers the day after: of the firm's 120 hours the first 96 were the department's, beside the hour of what it had answered.
        desk.clock.advance(Duration.ofDays(1));
        desk.act(department(NEXT), open.id(), new Reply(desk.partOf(open.id(), NEXT), Conclusion.A, "已办结。", null, null, List.of(), "负责人"));
        assertEquals(List.of(GONE + " PT97H", NEXT + " PT24H"), desk.figures.listHeld(new Question(march, desk.clock.instant(), Grouping.OVERALL), "").stream()
                .map(held -> held.holder() + " " + held.total()).toList());
        desk.figures.round().run();
        assertEquals(before, rows(march, asked), "packed as well");
        assertEquals(List.of(), new Verify(desk.database, new Blobs(desk.database, desk.clock), desk.terms, List.of(desk.figures.check())).run().red());
    }

    /** Of the department, of its successor, and of the whole. */
    private List<FigureRow> rows(Period period, Instant cutOff) {
        FigureTable whole = desk.figures.table(new Question(period, cutOff, Grouping.OVERALL));
        FigureTable none = desk.figures.table(new Question(Period.ofYear(2020), cutOff, Grouping.OVERALL));
        FigureTable units = desk.figures.table(new Question(period, cutOff, Grouping.DEPARTMENT));
        return List.of(units.find(GONE).orElseGet(none::overall), units.find(NEXT).orElseGet(none::overall), whole.overall());
    }

    private static void assertCounts(FigureRow row, Measure measure, long numerator, long denominator) {
        assertEquals(new Figure(measure, numerator, denominator), row.get(measure));
    }

    @Test
    void aRecusedSuccessorGetsNothingAndAPersonDecides() {
        Appeal appeal = desk.dispatched(lead(GONE));
        desk.act(centre(), appeal.id(), new Recuse(NEXT, null, "企业反映该局工作人员。", directory));
        declare(GONE, NEXT, today());
        round.run();
        Appeal now = desk.appeals.getAppeal(appeal.id());
        assertEquals(AssignmentState.CANCELLED, part(appeal, GONE).state());
        assertEquals(Instant.parse("2026-03-06T09:30:00Z"), now.triageDue());
        assertEquals("CENTRE", now.holder());
        // 省科技厅 stands above the department that is gone
        assertEquals(List.of(lead("350000-science")), now.proposed());
        assertTrue(new AppealReads(db.database()).find(department(NEXT), appeal.id()).isEmpty());
        desk.act(centre(), appeal.id(), new Redispatch(now.proposed(), null));
        assertEquals("350000-science", desk.appeals.getAppeal(appeal.id()).lead().orElseThrow().department());
    }

    @Test
    void aSuccessorThatAlreadyAdvisesLeadsInstead() {
        Appeal appeal = desk.dispatched(lead(GONE), coHandling(NEXT));
        UUID opinion = desk.partOf(appeal.id(), NEXT);
        declare(GONE, NEXT, today());
        round.run();
        Appeal now = desk.appeals.getAppeal(appeal.id());
        assertEquals(AssignmentState.CANCELLED, now.getAssignment(opinion).state());
        assertEquals(NEXT, now.lead().orElseThrow().department());
    }

    @Test
    void whatWasAnsweredStaysItsOwnAndReworkIsTheSuccessors() {
        Appeal appeal = desk.dispatched(lead(GONE));
        desk.act(department(GONE), appeal.id(), new Reply(desk.partOf(appeal.id(), GONE), Conclusion.A, "已办结。", null, null, List.of(), "负责人"));
        declare(GONE, NEXT, today());
        assertEquals(0, round.run());
        assertEquals(AssignmentState.COMPLETED, part(appeal, GONE).state());
        desk.act(firm(), appeal.id(), new Rate(true, false, Satisfaction.DISSATISFIED, null));
        Assignment again = part(appeal, NEXT);
        assertTrue(again.rework());
        assertTrue(new AppealReads(db.database()).find(department(NEXT), appeal.id()).isPresent());
    }

    @Test
    void aPartOfTheMattersGoesByCategoryOrRegion() {
        Appeal appeal = desk.dispatched(lead(GONE)); // of the category land
        declaring.declare(new DeclareTakeOver.Said(GONE, NEXT, today(), "厦委编〔2026〕9号", List.of("environment"), List.of(), TakeOver.Officers.STAY), "管理员");
        assertEquals(0, round.run());
        declaring.declare(new DeclareTakeOver.Said(GONE, NEXT, today(), "厦委编〔2026〕10号", List.of("land"), List.of("350200"), TakeOver.Officers.STAY), "管理员");
        assertEquals(1, round.run());
        assertEquals(NEXT, part(appeal, NEXT).department());
        assertNull(directory.departments().get(GONE).validTo(), "it goes on with the rest");
    }

    @Test
    void officersFieldsAndUnitsBelowChangeHandsOnTheDay() {
        People people = new People(db.database(), desk.clock);
        people.save("gone-1", "科技局经办", java.util.Set.of(PersonRole.HANDLER), GONE, null, null, null);
        declare(GONE, NEXT, LocalDate.of(2026, 3, 6));
        assertEquals(0, round.run());
        assertEquals(GONE, people.findByLogin("gone-1").orElseThrow().department(), "not before its day");
        assertTrue(directory.departments(today()).find(GONE).isPresent());
        desk.clock.advance(Duration.ofDays(1));
        round.run();
        assertEquals(NEXT, people.findByLogin("gone-1").orElseThrow().department());
        assertFalse(directory.departments(LocalDate.of(2026, 3, 6)).find(GONE).isPresent());
        assertTrue(directory.departments().get(NEXT).isOfKind("science"));
        assertEquals(NEXT, directory.departments(LocalDate.of(2026, 3, 6)).findNearest("science", "350200").orElseThrow().code());
    }

    @Test
    void whatMakesNoSenseIsRefusedByTheRulesName() {
        assertRefused("take-over.itself", whole(GONE, GONE, today()));
        assertRefused("take-over.unknown", whole("nobody", GONE, today()));
        declare(GONE, NEXT, today());
        assertRefused("take-over.already", whole(GONE, OTHER, today()));
        assertRefused("take-over.successor-gone", whole(OTHER, GONE, today()));
        assertRefused("take-over.loop", whole(NEXT, GONE, LocalDate.of(2026, 3, 4)));
        assertRefused("take-over.officers", new DeclareTakeOver.Said(OTHER, NEXT, today(), "文", List.of("land"), List.of(), TakeOver.Officers.MOVE));
    }

    private void assertRefused(String rule, DeclareTakeOver.Said said) {
        assertEquals(rule, assertThrows(Refusal.class, () -> declaring.declare(said, "管理员")).rule());
    }

    @Test
    void aRoundThatWasCutOffIsFinishedByTheNext() {
        for (int n = 0; n < 130; n++) {
            desk.dispatched(lead(GONE));
        }
        TakeOver declared = declare(GONE, NEXT, today());
        TakeOvers takeOvers = new TakeOvers(db.database(), directory, desk.clock);
        takeOvers.begin(declared); // as if the node had died right after
        assertNull(takeOvers.find(declared.id()).orElseThrow().settledAt());
        assertEquals(130, round.run());
        assertEquals(130, takeOvers.find(declared.id()).orElseThrow().moved());
        desk.dispatched(lead(GONE)); // by a node that did not know yet
        assertEquals(1, round.run());
        assertTrue(new Verify(db.database(), new Blobs(db.database(), desk.clock), desk.terms, List.of()).run().green());
    }
}
