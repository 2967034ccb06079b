package org.zhitongche.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.zhitongche.appeal.Door;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/** The rows of the ledger. */
public final class Arrivals {

    private final Database database;
    private final Blobs blobs;

    public Arrivals(Database database, Blobs blobs) {
        this.database = database;
        this.blobs = blobs;
    }

    /** Records it, unless the same delivery was recorded before. @return whether it is new */
    public boolean record(Arrival arrival) {
        return Boolean.TRUE.equals(database.tx().execute(status -> insert(arrival, null, null)));
    }

    /** What became of this delivery the first time. */
    public Optional<Seen> findByTransport(Door door, String transportId) {
        if (transportId == null) {
            return Optional.empty();
        }
        return database.sql().sql("select id, outcome, appeal_id from arrival where door = ? and transport_id = ?")
                .params(door.name(), transportId)
                .query((row, n) -> new Seen(row.getObject(1, UUID.class), Outcome.valueOf(row.getString(2)), row.getObject(3, UUID.class)))
                .optional();
    }

    /** @param appeal null where it made none */
    public record Seen(UUID arrival, Outcome outcome, UUID appeal) {}

    /** One that is kept, as it came. @param raw null where nothing of it was kept */
    public record Kept(UUID id, Door door, String sender, Instant receivedAt, Outcome outcome, String reason, UUID raw) {}

    /** One that a replay can still change, locked until the caller's transaction ends. */
    public Optional<Kept> lockKept(UUID id) {
        return database.sql().sql("""
                select id, door, sender, received_at, outcome, reason, raw from arrival
                where id = ? and outcome in ('QUARANTINED', 'SUPPRESSED') and settled_at is null for update""").param(id)
                .query((row, n) -> new Kept(row.getObject("id", UUID.class), Door.valueOf(row.getString("door")), row.getString("sender"),
                        Timestamps.instant(row, "received_at"), Outcome.valueOf(row.getString("outcome")), row.getString("reason"),
                        row.getObject("raw", UUID.class))).optional();
    }

    /** The row of an arrival that is sent through its door again gets what became of it this time. */
    public void change(Arrival arrival) {
        change(arrival, null, null);
    }

    boolean change(Arrival arrival, String key, byte[] digest) {
        return database.sql().sql("""
                update arrival set outcome = ?, appeal_id = ?, reason = ?, detail = ?, key = coalesce(?, key),
                    content_digest = coalesce(?, content_digest)
                where id = ?""")
                .params(arrival.outcome().name(), arrival.appeal(), arrival.reason(), clean(arrival.detail(), 2000), clean(key, 1000), digest,
                        arrival.id()).update() == 1;
    }

    /** What was stays known. */
    public void replayed(Kept was, Outcome became, String by, Instant at) {
        database.sql().sql("insert into arrival_replay (arrival_id, at, by, was, became) values (?, ?, ?, ?, ?)")
                .params(was.id(), Timestamps.utc(at), by, was.outcome().name(), became.name()).update();
    }

    boolean insert(Arrival arrival, String key, byte[] digest) {
        // Whether it is new must be known before its raw bytes are stored: they may be 50 MB.
        int inserted = database.sql().sql("""
                insert into arrival (id, door, transport_id, sender, key, content_digest, received_at, outcome, reason, detail,
                    summary, appeal_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (door, transport_id) where transport_id is not null do nothing""")
                .params(arrival.id(), arrival.door().name(), arrival.transportId(), clean(arrival.sender(), 320), clean(key, 1000), digest,
                        Timestamps.utc(arrival.receivedAt()), arrival.outcome().name(), arrival.reason(), clean(arrival.detail(), 2000),
                        clean(arrival.summary(), 200), arrival.appeal())
                .update();
        if (inserted == 1 && arrival.raw() != null) {
            UUID blob = blobs.store(arrival.raw().content(), arrival.raw().contentType(), arrival.raw().name());
            database.sql().sql("update arrival set raw = ?, raw_name = ? where id = ?")
                    .params(blob, arrival.raw().name(), arrival.id()).update();
        }
        return inserted == 1;
    }

    private static String clean(String value, int longest) {
        if (value == null) {
            return null;
        }
        String text = value.replace("\0", "");
        return text.length() <= longest ? text : text.substring(0, text.offsetByCodePoints(0, Math.min(longest, text.codePointCount(0, text.length()))));
    }
}
