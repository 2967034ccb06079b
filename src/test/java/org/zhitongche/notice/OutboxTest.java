package org.zhitongche.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.db.Database;
import org.zhitongche.db.MutableClock;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.PersonRole;

class OutboxTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private final Database database = db.database();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-03-05T02:00:00Z"));
    private final Alarms alarms = new Alarms(database, clock);
    private final Outbox outbox = outbox("node-1");
    private final UUID one = UUID.randomUUID();
    private final UUID two = UUID.randomUUID();

    private Outbox outbox(String node) {
        return new Outbox(database, clock, alarms, new OutboxSettings(3, Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofDays(30)), node);
    }

    @BeforeEach
    void empty() {
        database.sql().sql("truncate outbox, alarm").update();
    }

    private void put(UUID appeal, String destination, String... payloads) {
        List<NewDelivery> all = new ArrayList<>();
        for (String payload : payloads) {
            all.add(new NewDelivery(appeal, Channel.QUEUE, destination, "test", payload));
        }
        outbox.put(all);
    }

    /** What a sender takes and marks in one go. */
    private List<String> send(int limit) {
        return database.tx().execute(status -> {
            List<Delivery> claimed = outbox.claim(Channel.QUEUE, limit);
            outbox.sent(claimed);
            return claimed.stream().map(Delivery::payload).toList();
        });
    }

    private List<Delivery> look() {
        return database.tx().execute(status -> outbox.claim(Channel.QUEUE, 100));
    }

    @Test
    void aStreamLeavesInOrderWhileOthersGoOn() {
        put(one, "department.gx", "1a", "1b", "1c");
        put(two, "department.gx", "2a");
        assertEquals(List.of("1a", "2a"), send(100));
        assertEquals(List.of("1b"), send(100));
        assertEquals(List.of("1c"), send(100));
        assertEquals(List.of(), send(100));
    }

    @Test
    void oneAppealsDestinationsAreStreamsOfTheirOwn() {
        put(one, "department.gx", "gx1", "gx2");
        put(one, "department.zr", "zr1");
        assertEquals(List.of("gx1", "zr1"), send(100));
    }

    @Test
    void whatWasNotMarkedIsTakenAgainWithTheSameDeliveryId() {
        put(one, "department.gx", "1a");
        UUID first = look().get(0).deliveryId();
        assertEquals(first, look().get(0).deliveryId());
    }

    @Test
    void twoNodesTakeDifferentStreamsAndNeverWhatFollowsInOneThatIsTaken() {
        put(one, "department.gx", "1a", "1b");
        put(two, "department.gx", "2a", "2b");
        Outbox other = outbox("node-2");
        database.tx().executeWithoutResult(outer -> {
            assertEquals(List.of("1a"), outbox.claim(Channel.QUEUE, 1).stream().map(Delivery::payload).toList());
            List<String> theirs = onAnotherThread(() -> database.tx().execute(inner ->
                    other.claim(Channel.QUEUE, 10).stream().map(Delivery::payload).toList()));
            assertEquals(List.of("2a"), theirs);
        });
    }

    @Test
    void aLeaseKeepsOthersOutUntilItEnds() {
        outbox.put(List.of(new NewDelivery(one, Channel.MAIL, "a@shili-001.example", "test", "m1"),
                new NewDelivery(one, Channel.MAIL, "a@shili-001.example", "test", "m2")));
        assertEquals(List.of("m1"), outbox.lease(Channel.MAIL, 10, Duration.ofMinutes(2)).stream().map(Delivery::payload).toList());
        assertEquals(List.of(), outbox("node-2").lease(Channel.MAIL, 10, Duration.ofMinutes(2)));
        clock.advance(Duration.ofMinutes(2));
        List<Delivery> again = outbox("node-2").lease(Channel.MAIL, 10, Duration.ofMinutes(2));
        assertEquals(List.of("m1"), again.stream().map(Delivery::payload).toList());
        outbox.sent(again);
        assertEquals(List.of("m2"), outbox.lease(Channel.MAIL, 10, Duration.ofMinutes(2)).stream().map(Delivery::payload).toList());
    }

    @Test
    void aFailedOneWaitsThreeTimesAsLongEachTimeAndThenIsDeadWithAnAlarm() {
        put(one, "department.gx", "1a", "1b");
        put(two, "department.gx", "2a");
        Delivery head = look().get(0);
        outbox.failed(head, "refused", false);
        clock.advance(Duration.ofMillis(9_999));
        assertEquals(List.of("2a"), look().stream().map(Delivery::payload).toList(), "its stream waits, the other goes on");
        clock.advance(Duration.ofMillis(1));
        outbox.failed(look().get(0), "refused", false);
        clock.advance(Duration.ofSeconds(29));
        assertEquals(1, look().size());
        clock.advance(Duration.ofSeconds(1));
        assertEquals(2, look().size());
        assertEquals(0, alarms.list(PersonRole.CENTRE, true, 10).size());
        outbox.failed(look().stream().filter(d -> d.payload().equals("1a")).findFirst().orElseThrow(), "refused", false);
        clock.advance(Duration.ofDays(1));
        assertEquals(List.of("2a"), look().stream().map(Delivery::payload).toList());
        assertEquals("delivery.dead", alarms.list(PersonRole.CENTRE, true, 10).get(0).kind());
        assertTrue(outbox.retry(head.id()));
        assertEquals(List.of("1a", "2a"), send(100));
        assertEquals(List.of("1b"), send(100));
        assertFalse(outbox.retry(head.id()), "what was sent is not sent again");
    }

    @Test
    void aPermanentFailureIsDeadAtOnceAndOneThatIsSkippedLetsItsStreamGoOn() {
        put(one, "department.gx", "1a", "1b");
        outbox.failed(look().get(0), "too large", true);
        assertEquals(List.of(), look());
        put(two, "department.gx", "2a", "2b");
        outbox.skipped(look().get(0), "recipient has unsubscribed");
        assertEquals(List.of("2b"), send(100));
    }

    @Test
    void aPersonLetsADeadOneGoAndItsStreamGoesOn() {
        put(one, "department.gx", "1a", "1b");
        Delivery head = look().get(0);
        outbox.failed(head, "too large", true);
        assertTrue(outbox.giveUp(head.id(), "centre-1"));
        assertEquals(List.of("1b"), send(100));
        assertFalse(outbox.giveUp(head.id(), "centre-1"));
        assertFalse(outbox.retry(head.id()));
    }

    @Test
    void sendersAreWokenAfterTheCommitAndNotBefore() {
        AtomicInteger woken = new AtomicInteger();
        outbox.onStored(Channel.QUEUE, woken::incrementAndGet);
        database.tx().executeWithoutResult(status -> {
            put(one, "department.gx", "1a");
            assertEquals(0, woken.get());
        });
        assertEquals(1, woken.get());
        database.tx().executeWithoutResult(status -> {
            put(one, "department.gx", "1b");
            status.setRollbackOnly();
        });
        assertEquals(1, woken.get());
    }

    @Test
    void aClaimWithoutATransactionIsRefused() {
        assertThrows(IllegalStateException.class, () -> outbox.claim(Channel.QUEUE, 1));
    }

    @Test
    void aClaimReadsAFewRowsHoweverManyWait() {
        for (int round = 0; round < 4; round++) {
            outbox.put(IntStream.range(0, 5_000).mapToObj(i ->
                    new NewDelivery(new UUID(0, i), Channel.QUEUE, "department.gx", "test", "x")).toList());
        }
        // Without the planner knowing anything about the new rows, which is when it errs.
        String plan = String.join("\n", database.sql().sql("""
                explain (analyze, costs off, timing off, summary off)
                select id from outbox o
                where o.channel = 'QUEUE' and o.not_before <= timestamptz '2026-03-06' and o.sent_at is null
                  and o.skipped_at is null and o.dead_at is null
                  and o.id = (select min(p.id) from outbox p where p.stream = o.stream and p.sent_at is null and p.skipped_at is null)
                order by o.not_before, o.id limit 50 for update skip locked""").query(String.class).list());
        assertFalse(plan.contains("Seq Scan"), plan);
        assertEquals(50, send(50).size());
    }

    @Test
    void whatWasSentIsKeptForItsDays() {
        put(one, "department.gx", "1a", "1b");
        send(1);
        clock.advance(Duration.ofDays(30));
        assertEquals(0, outbox.prune(100));
        clock.advance(Duration.ofSeconds(1));
        assertEquals(1, outbox.prune(100), "what waits is never pruned");
    }

    private static <T> T onAnotherThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }
}
