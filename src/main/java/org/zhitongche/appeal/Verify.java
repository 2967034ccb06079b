package org.zhitongche.appeal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Database;

/**
 * Shows that history is what it was: every event's bytes by the chain, every text and file by its salted digest, every
 * row that pages, clocks and figures read by the events it was made of. Reads batch by batch beside a running house.
 */
public final class Verify {

    private static final int BATCH = 100;

    private final Database database;
    private final TransactionTemplate snapshot;
    private final VerifyContents contents;
    private final VerifyProjection projection;
    private final List<VerifyCheck> more;

    /** @param more the sides outside of this package: the ledger, the heads */
    public Verify(Database database, Blobs blobs, Terms terms, List<VerifyCheck> more) {
        this.database = database;
        this.snapshot = database.tx();
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        this.contents = new VerifyContents(database, blobs);
        this.projection = new VerifyProjection(database, terms);
        this.more = List.copyOf(more);
    }

    public VerifyReport run() {
        VerifyReport.Writer report = new VerifyReport.Writer();
        UUID after = new UUID(0, 0);
        while (after != null) {
            UUID from = after;
            after = snapshot.execute(status -> batch(from, report));
        }
        more.forEach(each -> check(each, report));
        return report.report();
    }

    /** A side that cannot be read at all must not hide what the others found. */
    private static void check(VerifyCheck each, VerifyReport.Writer report) {
        try {
            each.check(report);
        } catch (RuntimeException e) {
            report.red("check", each.getClass().getSimpleName(), String.valueOf(e.getMessage()));
        }
    }

    private record Row(UUID id, String number, int version, byte[] head) {}

    /** @return the last id, null when there are no more */
    private UUID batch(UUID after, VerifyReport.Writer report) {
        List<Row> rows = database.sql().sql("select id, number, version, head from appeal where id > ? order by id limit " + BATCH)
                .param(after).query((row, n) -> new Row(row.getObject(1, UUID.class), row.getString(2), row.getInt(3), row.getBytes(4)))
                .list();
        if (rows.isEmpty()) {
            return null;
        }
        UUID[] ids = rows.stream().map(Row::id).toArray(UUID[]::new);
        Map<UUID, List<VerifyEvents.Stored>> events = VerifyEvents.list(database, ids);
        VerifyContents.Known known = contents.load(ids);
        Map<UUID, VerifyProjection.Rows> stored = projection.load(ids);
        for (Row row : rows) {
            verify(row, events.getOrDefault(row.id(), List.of()), known, stored.get(row.id()), report);
        }
        return ids[ids.length - 1];
    }

    private void verify(Row row, List<VerifyEvents.Stored> stored, VerifyContents.Known known, VerifyProjection.Rows rows,
                        VerifyReport.Writer report) {
        report.count("appeals", 1);
        report.count("events", stored.size());
        VerifyEvents events = new VerifyEvents(row.id(), row.number(), report);
        List<StoredEvent> history = events.check(stored, row.version(), row.head());
        if (history.size() < stored.size() || history.isEmpty()) {
            return; // what cannot be read cannot be compared with anything; it was told
        }
        contents.check(row.number(), history, known, report);
        projection.check(row.id(), row.number(), history, rows, report);
    }

    static <T> Map<UUID, List<T>> byAppeal(List<T> all, Function<T, UUID> appeal) {
        return all.stream().collect(Collectors.groupingBy(appeal));
    }
}
