package org.zhitongche.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.db.Database;
import org.zhitongche.db.MutableClock;
import org.zhitongche.db.TestDatabase;

class FeedTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private final Database database = db.database();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-03-05T02:00:00Z"));
    private final Outbox outbox = new Outbox(database, clock, new Alarms(database, clock), OutboxSettings.DEFAULT, "node-1");
    private final Feed feed = new Feed(database, clock);

    @BeforeEach
    void empty() {
        database.sql().sql("truncate outbox, feed").update();
    }

    private void put(String department, String payload) {
        outbox.put(List.of(new NewDelivery(UUID.randomUUID(), Channel.PULL, department, "assignment", payload)));
    }

    private static List<String> documents(List<Feed.Item> items) {
        return items.stream().map(Feed.Item::document).toList();
    }

    @Test
    void aDepartmentReadsItsOwnPageByPageAndTheSameAgain() {
        put("zr", "z1");
        put("gx", "g1");
        put("gx", "g2");
        put("gx", "g3");
        List<Feed.Item> first = feed.list("gx", 0, 2);
        assertEquals(List.of("g1", "g2"), documents(first));
        assertEquals(List.of("g3"), documents(feed.list("gx", first.get(1).cursor(), 2)));
        assertEquals(List.of("g1", "g2", "g3"), documents(feed.list("gx", 0, 10)));
        assertEquals(List.of(), documents(feed.list("gx", 3, 10)));
    }

    @Test
    void whatIsCommittedLateComesLaterAndIsNeverSkipped() {
        List<Feed.Item> seen = database.tx().execute(slow -> {
            put("gx", "written first, committed last");
            return onAnotherThread(() -> {
                put("gx", "written last, committed first");
                return feed.list("gx", 0, 10);
            });
        });
        assertEquals(List.of("written last, committed first"), documents(seen));
        assertEquals(List.of("written first, committed last"), documents(feed.list("gx", seen.get(0).cursor(), 10)));
    }

    @Test
    void readersAtOnceSeeOneOrder() {
        for (int i = 0; i < 40; i++) {
            put("gx", "g" + i);
        }
        List<CompletableFuture<List<String>>> readers = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> documents(feed.list("gx", 0, 40)))).toList();
        List<String> all = documents(feed.list("gx", 0, 40));
        assertEquals(40, all.size());
        readers.forEach(reader -> assertEquals(all, reader.join()));
    }

    @Test
    void whatWasFetchedCountsAsSent() {
        put("gx", "g1");
        Deliveries deliveries = new Deliveries(database);
        assertEquals(1, deliveries.waiting().get(Channel.PULL).count());
        feed.list("gx", 0, 10);
        assertEquals(null, deliveries.waiting().get(Channel.PULL));
    }

    private static <T> T onAnotherThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }
}
