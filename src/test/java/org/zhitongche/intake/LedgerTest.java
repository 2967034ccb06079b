package org.zhitongche.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.clear;
import static org.zhitongche.handling.Desk.firm;
import static org.zhitongche.handling.Desk.lead;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Erase;
import org.zhitongche.appeal.Receipt;
import org.zhitongche.appeal.Verify;
import org.zhitongche.appeal.VerifyReport;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Content;
import org.zhitongche.db.Database;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.Supplement;

class LedgerTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private final List<ExternalCounts.Count> outside = new ArrayList<>();
    private Database database;
    private Blobs blobs;
    private Desk desk;
    private Ledger ledger;
    private UUID first;

    /** Two made, one of them sent twice, one key used for something else; a bounce, a broken mail and one too large. */
    @BeforeEach
    void receive() {
        database = db.another();
        blobs = new Blobs(database, () -> Desk.START);
        desk = new Desk(database, new ForgetArrivals(database, blobs));
        ledger = new Ledger(database, desk.clock, () -> outside);
        first = take("key-1", "用地手续").appeal();
        take("key-1", "用地手续");
        take("key-1", "别的内容");
        take(null, "无编号的诉求");
        put(Outcome.SUPPRESSED, "bounce", null);
        put(Outcome.QUARANTINED, "unreadable", raw());
        put(Outcome.REFUSED, "too-large", null);
        Arrival supplement = new Arrival(UUID.randomUUID(), Door.WEB, null, "示例企业", desk.clock.instant(), Outcome.APPENDED, null, null,
                "补充", first, null);
        desk.arrivals.record(supplement);
        desk.act(firm(), first, new Supplement("补充材料", List.of()));
    }

    @Test
    void everyArrivalHasOneOutcomeAndEveryOtherSideSaysTheSame() {
        LedgerReport report = ledger.report();
        assertEquals(8, report.received());
        assertEquals("API 4 = 2 0 1 0 1 0, MAIL 3 = 0 0 0 1 1 1, WEB 1 = 0 1 0 0 0 0", report.doors().stream()
                .filter(line -> line.received() > 0)
                .map(line -> line.door() + " " + line.received() + " = " + line.outcomes().values().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .sorted().collect(Collectors.joining(", ")));
        assertTrue(report.holds(), broken(report));
        assertEquals("", red());
    }

    @Test
    void anAppealThatNobodyReceivedIsMissed() {
        database.sql().sql("delete from arrival where appeal_id = ? and outcome = 'CREATED'").param(first).update();
        assertEquals("created-appeals created-events keys", broken(ledger.report()));
        assertTrue(red().contains("ledger API [created-appeals, , 1, 2, 0]"), red());
    }

    @Test
    void anAppealThatIsGoneIsMissed() {
        database.sql().sql("alter table appeal_event disable trigger appeal_event_append_only").update();
        for (String table : List.of("assignment", "appeal_event")) {
            database.sql().sql("delete from " + table + " where appeal_id = ?").param(first).update();
        }
        database.sql().sql("delete from appeal where id = ?").param(first).update();
        assertEquals("created-appeals created-events created-pairs duplicates appended", broken(ledger.report()));
    }

    @Test
    void aLostKeyOrAnOutcomeThatNoReplayToldIsMissed() {
        database.sql().sql("delete from submission_key where key = 'client:key-1'").update();
        assertEquals("created-keys", broken(ledger.report()));
        database.sql().sql("insert into arrival_replay (arrival_id, at, by, was, became) "
                + "select id, received_at, 'centre-1', 'QUARANTINED', 'CREATED' from arrival where reason = 'unreadable'").update();
        assertEquals("created-keys replays", broken(ledger.report()));
    }

    @Test
    void whatAPersonSettledStaysQuarantinedInALedgerThatHolds() {
        UUID kept = database.sql().sql("select id from arrival where reason = 'unreadable'").query(UUID.class).single();
        assertTrue(new Quarantined(database, desk.clock).settle(kept, Desk.centre()));
        assertEquals("", broken(ledger.report()));
        database.sql().sql("update arrival set settled_at = null where id = ?").param(kept).update();
        assertEquals("replays", broken(ledger.report()));
    }

    @Test
    void whatStandsOutsideMustBeInTheLedgerUnlessItIsOnItsWay() {
        outside.add(ExternalCounts.Count.of(Door.MAIL, "Quarantine", Set.of(Outcome.QUARANTINED), 1, 0));
        outside.add(ExternalCounts.Count.of(Door.MAIL, "Processed", Set.of(Outcome.SUPPRESSED, Outcome.REFUSED), 1, 1));
        assertEquals("", broken(ledger.report()));
        outside.add(ExternalCounts.Count.of(Door.MAIL, "Another", Set.of(Outcome.CREATED), 1, 0));
        assertEquals("outside", broken(ledger.report()), "a mail was moved, and no arrival tells of it");
        outside.set(2, ExternalCounts.Count.of(Door.MAIL, "Another", Set.of(Outcome.QUARANTINED), 0, 0).since(desk.clock.instant().plusSeconds(1)));
        assertEquals("", broken(ledger.report()));
    }

    @Test
    void whatMovesWhileTheLedgerIsReadBreaksNothing() {
        Iterator<Long> settled = List.of(0L, 1L).iterator();
        Ledger busy = new Ledger(database, desk.clock,
                () -> List.of(ExternalCounts.Count.of(Door.MAIL, "Quarantine", Set.of(Outcome.QUARANTINED), settled.next(), 0)));
        assertEquals("", broken(busy.report()));
    }

    @Test
    void aReplayedMailStillLiesWhereItWasPut() {
        outside.add(ExternalCounts.Count.of(Door.MAIL, "Quarantine", Set.of(Outcome.QUARANTINED), 1, 0));
        UUID kept = database.sql().sql("select id from arrival where reason = 'unreadable'").query(UUID.class).single();
        database.sql().sql("update arrival set outcome = 'SUPPRESSED' where id = ?").param(kept).update();
        assertEquals("outside", broken(ledger.report()), "nobody replayed it");
        database.sql().sql("insert into arrival_replay (arrival_id, at, by, was, became) values (?, now(), 'centre-1', 'QUARANTINED', 'SUPPRESSED')")
                .param(kept).update();
        assertEquals("", broken(ledger.report()));
    }

    @Test
    void onlyWhatCameToTheirOwnPlaceIsHeldAgainstAQueuesCounters() {
        outside.add(ExternalCounts.Count.of(Door.MAIL, "box", EnumSet.allOf(Outcome.class), 3, 0).at("box/1/"));
        outside.add(ExternalCounts.Count.of(Door.MAIL, "another", EnumSet.allOf(Outcome.class), 0, 0).at("box/2/"));
        assertEquals("", broken(ledger.report()));
    }

    @Test
    void whatNobodyCouldBeAskedAboutIsToldAndNotCalledBroken() {
        outside.add(ExternalCounts.Count.notAsked(Door.MAIL, "appeals@here", "mail-away"));
        assertTrue(ledger.report().holds());
        VerifyReport report = new Verify(database, blobs, desk.terms, List.of(ledger)).run();
        assertEquals("ledger-not-asked MAIL [appeals@here, mail-away]", report.told().toString().replaceAll("^\\[|]$", ""));
    }

    @Test
    void erasedContentIsGoneFromTheLedgerAndItsCountsStay() {
        new Erase(database, blobs, desk.appeals).appeal(first, Actor.SYSTEM);
        assertEquals(0, database.sql().sql("select count(*) from arrival where appeal_id = ? and (summary is not null or sender <> 'erased')")
                .param(first).query(Integer.class).single());
        assertEquals(0, database.sql().sql("select count(*) from submission_key where appeal_id = ? and sender not like 'erased:%'")
                .param(first).query(Integer.class).single());
        assertEquals(8, ledger.report().received());
        assertEquals("", red());
    }

    private Receipt take(String key, String text) {
        return desk.takeIn(clear(desk.submission(key, text), lead("gx")));
    }

    private void put(Outcome outcome, String reason, Attachment raw) {
        desk.arrivals.record(Arrival.put(outcome, Door.MAIL, "box/1/" + reason, "a@shili.example", desk.clock.instant(), reason, null, null, raw));
    }

    private static Attachment raw() {
        return new Attachment("raw.eml", "message/rfc822", Content.of("?".getBytes(StandardCharsets.UTF_8)), true);
    }

    private static String broken(LedgerReport report) {
        return report.equations().stream().filter(each -> !each.holds()).map(LedgerReport.Equation::name).distinct().collect(Collectors.joining(" "));
    }

    private String red() {
        VerifyReport report = new Verify(database, blobs, desk.terms, List.of(ledger)).run();
        return report.red().stream().map(VerifyReport.Finding::toString).collect(Collectors.joining("\n"));
    }
}
