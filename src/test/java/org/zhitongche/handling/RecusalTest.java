package org.zhitongche.handling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.coHandling;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.firm;
import static org.zhitongche.handling.Desk.lead;
import static org.zhitongche.handling.Desk.sharing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.appeal.Verify;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.FilledDirectory;
import org.zhitongche.directory.People;
import org.zhitongche.directory.Person;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.survey.Rate;

class RecusalTest {

    private static final String CITY = "350200-natural-resources";
    private static final String COUNTY = "350203-natural-resources";
    private static final String PROVINCE = "350000-natural-resources";
    private static final String ADVISER = "350200-development";

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private Desk desk;
    private Directory directory;
    private AppealReads reads;

    @BeforeEach
    void open() {
        desk = new Desk(db.database());
        directory = FilledDirectory.in(db.database());
        reads = new AppealReads(db.database());
    }

    private Appeal now(Appeal appeal) {
        return desk.appeals.getAppeal(appeal.id());
    }

    private Recuse recuse(String unit) {
        return new Recuse(unit, null, "企业反映该单位工作人员索要好处。", directory);
    }

    @Test
    void theUnitAndThoseBelowSeeNothingFromThatMomentAndThePartIsGivenToTheUnitAbove() {
        Appeal appeal = desk.dispatched(lead(CITY), coHandling(ADVISER));
        UUID part = desk.partOf(appeal.id(), CITY);
        desk.clock.advance(Duration.ofHours(1));
        desk.act(centre(), appeal.id(), recuse(CITY));
        assertTrue(now(appeal).recused().containsAll(List.of(CITY, COUNTY)));
        assertEquals(AssignmentState.CANCELLED, now(appeal).getAssignment(part).state());
        assertEquals(List.of(lead(PROVINCE)), now(appeal).proposed());
        assertEquals("CENTRE", now(appeal).holder());
        // the centre dispatches within a working day: Friday 6 March, 17:30
        assertEquals(Instant.parse("2026-03-06T09:30:00Z"), now(appeal).triageDue());
        assertTrue(reads.find(department(CITY), appeal.id()).isEmpty());
        assertTrue(reads.findCase(department(CITY), appeal.id()).isEmpty());
        assertThrows(Unknown.class, () -> desk.act(department(CITY), appeal.id(), new Acknowledge(part)));
        assertTrue(reads.find(department(ADVISER), appeal.id()).isPresent(), "the others go on");
    }

    @Test
    void theAppealsDueTimeDoesNotMoveAndWhoTakesItOnHasItsOwn() {
        Appeal appeal = desk.dispatched(lead(CITY));
        desk.clock.advance(Duration.ofDays(1)); // Friday 6 March
        desk.act(centre(), appeal.id(), recuse(CITY));
        desk.act(centre(), appeal.id(), new Redispatch(List.of(lead(PROVINCE)), "上级提级办理"));
        assertEquals(appeal.due(), now(appeal).due());
        // seven working days after Friday the 6th: 9, 10, 11, 12, 13, 16, 17 March
        assertEquals(Instant.parse("2026-03-17T09:30:00Z"), now(appeal).lead().orElseThrow().due());
        assertEquals(1, now(appeal).passedOn());
        Refusal refusal = assertThrows(Refusal.class, () -> desk.act(centre(), appeal.id(), new Redispatch(List.of(lead(CITY)), null)));
        assertEquals("triage.decided", refusal.rule());
    }

    @Test
    void aRecusedUnitIsNotChosenAgain() {
        Appeal appeal = desk.dispatched(lead(CITY));
        desk.act(centre(), appeal.id(), recuse(CITY));
        assertEquals("dispatch.recused", assertThrows(Refusal.class,
                () -> desk.act(centre(), appeal.id(), new Redispatch(List.of(lead(COUNTY)), null))).rule());
    }

    @Test
    void aDepartmentStandsAsideByItselfButCannotExcludeAnother() {
        Appeal appeal = desk.dispatched(lead(CITY), coHandling(ADVISER));
        assertEquals("recusal.own-only", assertThrows(Refusal.class, () -> desk.act(department(ADVISER), appeal.id(), recuse(CITY))).rule());
        desk.act(department(ADVISER), appeal.id(), recuse(ADVISER));
        assertTrue(reads.find(department(ADVISER), appeal.id()).isEmpty());
        assertEquals("dispatch.one-lead", assertThrows(Refusal.class, () -> {
            desk.act(centre(), appeal.id(), recuse(CITY));
            desk.act(centre(), appeal.id(), new Redispatch(List.of(), "不需要"));
        }).rule());
    }

    @Test
    void theOthersMayDoWithoutAnAdviserWhoStandsAside() {
        Appeal appeal = desk.dispatched(lead(CITY), coHandling(ADVISER));
        desk.act(centre(), appeal.id(), recuse(ADVISER));
        assertEquals("field.required", assertThrows(Refusal.class,
                () -> desk.act(centre(), appeal.id(), new Redispatch(List.of(), " "))).rule());
        desk.act(centre(), appeal.id(), new Redispatch(List.of(), "主办单位可独立办理。"));
        assertEquals(null, now(appeal).triageDue());
        assertEquals(CITY, now(appeal).holder());
    }

    @Test
    void whereASharingUnitStandsAsideTheAppealIsNotCompletedBeforeTheCentreSaysWhoAnswersForIt() {
        Appeal appeal = desk.dispatched(lead(CITY), sharing(ADVISER));
        desk.act(centre(), appeal.id(), recuse(ADVISER));
        desk.act(department(CITY), appeal.id(), reply(appeal));
        Instant answered = desk.clock.instant();
        assertEquals(AppealState.HANDLING, now(appeal).state());
        desk.clock.advance(Duration.ofHours(1));
        desk.act(centre(), appeal.id(), new Redispatch(List.of(), "主办单位已一并答复。"));
        assertEquals(AppealState.COMPLETED, now(appeal).state());
        assertEquals(answered, now(appeal).completedAt(), "what the centre thought about is not the department's");
    }

    @Test
    void withTheAnswersThereNobodyTakesThePlaceOfAnAdviserAndNothingIsOwedAfterwards() {
        Appeal appeal = desk.dispatched(lead(CITY), coHandling(ADVISER));
        desk.act(centre(), appeal.id(), recuse(ADVISER));
        desk.act(department(CITY), appeal.id(), reply(appeal));
        assertEquals(AppealState.COMPLETED, now(appeal).state());
        assertEquals(null, now(appeal).triageDue());
    }

    private Reply reply(Appeal appeal) {
        return new Reply(desk.partOf(appeal.id(), CITY), Conclusion.A, "已经办结。", null, null, List.of(), null);
    }

    @Test
    void anOfficerStandsAsideWhileTheDepartmentGoesOn() {
        Person officer = new People(db.database(), desk.clock).save("officer-" + UUID.randomUUID(), "经办科员", Set.of(PersonRole.HANDLER), CITY, null, null, null);
        Actor recused = new Actor(Actor.Kind.DEPARTMENT, officer.id().toString(), "经办科员", CITY);
        Appeal appeal = desk.dispatched(lead(CITY));
        assertTrue(reads.find(recused, appeal.id()).isPresent());
        desk.act(centre(), appeal.id(), new Recuse(null, officer.id(), "与企业负责人是近亲属。", directory));
        assertTrue(reads.find(recused, appeal.id()).isEmpty());
        assertTrue(reads.desks().listParts(recused, true, null, 50).stream().noneMatch(row -> row.appeal().id().equals(appeal.id())));
        UUID part = desk.partOf(appeal.id(), CITY);
        assertThrows(Unknown.class, () -> desk.act(recused, appeal.id(), new Acknowledge(part)));
        desk.act(department(CITY), appeal.id(), new Acknowledge(part));
        desk.act(centre(), appeal.id(), new LiftRecusal(null, officer.id(), "经查不存在利害关系。", directory));
        assertTrue(reads.find(recused, appeal.id()).isPresent());
    }

    @Test
    void anOfficerStandsAsideFromThePiecesToo() {
        Person officer = new People(db.database(), desk.clock).save("officer-" + UUID.randomUUID(), "经办科员", Set.of(PersonRole.HANDLER), CITY, null, null, null);
        Appeal appeal = desk.dispatched(lead(CITY));
        desk.act(centre(), appeal.id(), new Recuse(null, officer.id(), "与企业负责人是近亲属。", directory));
        desk.act(centre(), appeal.id(), new Split(List.of(new Split.Piece("用地", "用地未批。", "land", null, List.of(lead(CITY))),
                new Split.Piece("用电", "用电排队。", "energy", null, List.of())), "两个事项"));
        UUID piece = desk.appeals.getAppeal(appeal.id()).pieces().get(0).id();
        assertTrue(reads.find(new Actor(Actor.Kind.DEPARTMENT, officer.id().toString(), "经办科员", CITY), piece).isEmpty());
        assertTrue(reads.find(department(CITY), piece).isPresent());
    }

    /** Whom a firm complains about is never reviewer or reader, of the centre either. */
    @Test
    void aPersonOfTheCentreOrASupervisorWhoStandsAsideNeitherReadsNorActs() {
        Appeal appeal = desk.dispatched(lead(CITY));
        UUID reviewer = new People(db.database(), desk.clock).save("centre-aside", "受理岗", Set.of(PersonRole.CENTRE), null, null, null, null).id();
        UUID supervisor = new People(db.database(), desk.clock).save("supervisor-aside", "督查岗", Set.of(PersonRole.SUPERVISOR), null, null, null, null).id();
        Actor ofCentre = new Actor(Actor.Kind.CENTRE, reviewer.toString(), "受理岗", null);
        assertTrue(reads.findCase(ofCentre, appeal.id()).isPresent());
        assertEquals("recusal.own-only", assertThrows(Refusal.class, () -> desk.act(department(CITY), appeal.id(), aside(reviewer))).rule());
        assertEquals("recusal.no-person", assertThrows(Refusal.class, () -> desk.act(centre(), appeal.id(), aside(UUID.randomUUID()))).rule());
        desk.act(ofCentre, appeal.id(), aside(reviewer));
        desk.act(centre(), appeal.id(), aside(supervisor));
        for (Actor aside : List.of(ofCentre, new Actor(Actor.Kind.SUPERVISOR, supervisor.toString(), "督查岗", null))) {
            assertTrue(reads.findCase(aside, appeal.id()).isEmpty());
            assertTrue(reads.find(aside, appeal.number()).isEmpty());
            assertThrows(Unknown.class, () -> desk.act(aside, appeal.id(), new IssueOrder(desk.partOf(appeal.id(), CITY), "上门", 3, null)));
        }
        Appeal other = desk.dispatched(lead(CITY));
        assertThrows(Unknown.class, () -> desk.act(ofCentre, other.id(), new Merge(List.of(new Merge.Child(appeal.id(), null)), "同一事项")), "nor in company");
        assertTrue(reads.find(centre(), appeal.id()).isPresent(), "the others of the centre go on");
        desk.act(centre(), appeal.id(), new LiftRecusal(null, reviewer, "经核查反映不属实。", directory));
        assertTrue(reads.find(ofCentre, appeal.id()).isPresent());
    }

    private Recuse aside(UUID person) {
        return new Recuse(null, person, "企业反映其推诿。", directory);
    }

    @Test
    void theCentreLiftsItWithAReason() {
        Appeal appeal = desk.dispatched(lead(CITY));
        desk.act(centre(), appeal.id(), recuse(CITY));
        assertEquals("actor.centre", assertThrows(Refusal.class, () -> desk.act(firm(), appeal.id(), new LiftRecusal(CITY, null, "无", directory))).rule());
        desk.act(centre(), appeal.id(), new LiftRecusal(CITY, null, "经核查反映不属实。", directory));
        assertFalse(now(appeal).recused().contains(COUNTY));
        assertTrue(reads.find(department(CITY), appeal.id()).isPresent());
        desk.act(centre(), appeal.id(), new Redispatch(List.of(lead(CITY)), null));
        assertEquals(CITY, now(appeal).lead().orElseThrow().department());
    }

    @Test
    void reworkOfWhoMustStandAsideGoesToAPerson() {
        Appeal appeal = desk.dispatched(lead(CITY));
        desk.act(department(CITY), appeal.id(), new Reply(desk.partOf(appeal.id(), CITY), Conclusion.A, "已办结。", null, null, List.of(), "负责人"));
        desk.act(centre(), appeal.id(), recuse(CITY));
        desk.act(firm(), appeal.id(), new Rate(true, false, Satisfaction.DISSATISFIED, null));
        assertEquals(AppealState.HANDLING, now(appeal).state());
        assertTrue(now(appeal).triageDue() != null);
        desk.act(centre(), appeal.id(), new Redispatch(List.of(lead(PROVINCE)), null));
        assertTrue(now(appeal).lead().orElseThrow().rework());
        assertTrue(new Verify(db.database(), new Blobs(db.database(), desk.clock), desk.terms, List.of()).run().green());
    }

    @Test
    void theFirmIsNotWaitedForOnBehalfOfWhoIsGone() {
        Appeal appeal = desk.dispatched(lead(CITY));
        desk.act(department(CITY), appeal.id(), new RequestInformation(desk.partOf(appeal.id(), CITY), "请补充用地红线图。"));
        assertEquals(null, now(appeal).due());
        desk.act(centre(), appeal.id(), recuse(CITY));
        assertEquals(appeal.due(), now(appeal).due(), "asked and given up on the same day: nothing was paused");
    }
}
