package org.zhitongche.handling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.coHandling;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.Event.PassedOn.Way;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Role;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.FilledDirectory;

/** Land is a matter in which city and county are both competent. */
class PassOnTest {

    private static final String PROVINCE = "350000-natural-resources";
    private static final String CITY = "350200-natural-resources";
    private static final String COUNTY = "350203-natural-resources";

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private Desk desk;
    private Directory directory;

    @BeforeEach
    void open() {
        desk = new Desk(db.database());
        directory = FilledDirectory.in(db.database());
    }

    private PassOn pass(Appeal appeal, String from, Way way, String to) {
        return new PassOn(desk.partOf(appeal.id(), from), way, to, "本级无审批权限，须由上级审批。", directory);
    }

    private Appeal now(Appeal appeal) {
        return desk.appeals.getAppeal(appeal.id());
    }

    private Assignment part(Appeal appeal, String department) {
        return now(appeal).getAssignment(desk.partOf(appeal.id(), department));
    }

    private void assertRefused(String rule, Runnable act) {
        assertEquals(rule, assertThrows(Refusal.class, act::run).rule());
    }

    @Test
    void passedUpTheUnitAboveLeadsAndTheFirstReceiverGivesItsOpinion() {
        Appeal appeal = desk.dispatched(lead(CITY));
        desk.clock.advance(Duration.ofDays(1)); // Friday 6 March
        desk.act(department(CITY), appeal.id(), pass(appeal, CITY, Way.UP, null));
        assertEquals(PROVINCE, now(appeal).lead().orElseThrow().department());
        assertEquals(PROVINCE, now(appeal).holder());
        assertEquals(1, now(appeal).passedOn());
        assertEquals(appeal.due(), now(appeal).due(), "the firm's due time does not move");
        assertEquals(Instant.parse("2026-03-17T09:30:00Z"), part(appeal, PROVINCE).due());
        assertEquals(Role.CO_HANDLING, part(appeal, CITY).role());
        // three working days after Friday the 6th: 9, 10, 11 March
        assertEquals(Instant.parse("2026-03-11T09:30:00Z"), part(appeal, CITY).due());
    }

    @Test
    void passedDownTheCityLeadsOnWhereCityAndCountyAreBothCompetent() {
        Appeal appeal = desk.dispatched(lead(CITY));
        desk.act(department(CITY), appeal.id(), pass(appeal, CITY, Way.DOWN, COUNTY));
        assertEquals(CITY, now(appeal).lead().orElseThrow().department());
        assertEquals(Role.CO_HANDLING, part(appeal, COUNTY).role());
        assertEquals(1, now(appeal).passedOn());
    }

    @Test
    void aCountyThatPassesUpAdvisesTheCityThatLeads() {
        Appeal appeal = desk.dispatched(lead(COUNTY));
        desk.act(department(COUNTY), appeal.id(), pass(appeal, COUNTY, Way.UP, null));
        assertEquals(CITY, now(appeal).lead().orElseThrow().department());
        assertEquals(Role.CO_HANDLING, part(appeal, COUNTY).role());
        assertRefused("pass.back-again", () -> desk.act(department(CITY), appeal.id(), pass(appeal, CITY, Way.DOWN, COUNTY)));
    }

    @Test
    void whoseLevelIsNotCompetentHasNoPartAnyMore() {
        Appeal appeal = desk.dispatched(lead(PROVINCE)); // the province is not competent for land
        UUID first = desk.partOf(appeal.id(), PROVINCE);
        desk.act(department(PROVINCE), appeal.id(), pass(appeal, PROVINCE, Way.DOWN, CITY));
        assertEquals(AssignmentState.CANCELLED, now(appeal).getAssignment(first).state());
        assertEquals(CITY, now(appeal).lead().orElseThrow().department());
    }

    @Test
    void whatIsNotAllowedIsRefusedByTheRulesName() {
        Appeal appeal = desk.dispatched(lead(CITY), coHandling("350200-development"));
        assertRefused("pass.not-above", () -> desk.act(department(CITY), appeal.id(), pass(appeal, CITY, Way.UP, COUNTY)));
        assertRefused("pass.not-below", () -> desk.act(department(CITY), appeal.id(), pass(appeal, CITY, Way.DOWN, "350102-natural-resources")));
        assertRefused("pass.choose-below", () -> desk.act(department(CITY), appeal.id(), pass(appeal, CITY, Way.DOWN, null)));
        assertRefused("pass.co-handling", () -> desk.act(department("350200-development"), appeal.id(), pass(appeal, "350200-development", Way.UP, null)));
        desk.act(centre(), appeal.id(), new Recuse(PROVINCE, null, "省级被反映", directory));
        assertEquals(true, now(appeal).recused().contains(CITY), "with the units below it");
    }

    @Test
    void aRecusedUnitAboveIsNotPassedTo() {
        Appeal appeal = desk.dispatched(lead(COUNTY));
        desk.act(centre(), appeal.id(), new Recuse("350200-development", null, "被反映", directory));
        assertRefused("dispatch.recused", () -> desk.act(centre(), appeal.id(), pass(appeal, COUNTY, Way.UP, "350200-development")));
    }

    @Test
    void whatIsOverdueOrWaitsForTheFirmStays() {
        Appeal appeal = desk.dispatched(lead(CITY));
        desk.act(department(CITY), appeal.id(), new RequestInformation(desk.partOf(appeal.id(), CITY), "请补充材料。"));
        assertRefused("pass.waiting-for-firm", () -> desk.act(department(CITY), appeal.id(), pass(appeal, CITY, Way.UP, null)));
        Appeal late = desk.dispatched(lead(CITY));
        desk.clock.advance(Duration.ofDays(20));
        assertRefused("pass.overdue", () -> desk.act(department(CITY), late.id(), pass(late, CITY, Way.UP, null)));
    }

    @Test
    void thePassingOfAFirstReceiverIsNotTheSendingBackOfALaterOne() {
        Appeal appeal = desk.dispatched(lead(CITY));
        desk.act(department(CITY), appeal.id(), pass(appeal, CITY, Way.UP, null));
        desk.act(department(PROVINCE), appeal.id(), new SendBack(desk.partOf(appeal.id(), PROVINCE), "属于市级权限。", CITY));
        assertEquals(true, now(appeal).rulingOpen());
    }
}
