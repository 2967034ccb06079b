package org.zhitongche.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/** What pages and metrics read of the outbox: what waits, what is dead, and whether something was sent. */
public final class Deliveries {

    private final Database database;

    public Deliveries(Database database) {
        this.database = database;
    }

    public enum State { WAITING, SENT, SKIPPED, DEAD }

    /** @param number of the appeal, null where it belongs to none; @param at when it came to that state, or is tried next */
    public record Row(long id, UUID deliveryId, UUID appeal, String number, Channel channel, String destination, String kind,
                      State state, Instant createdAt, Instant at, int attempts, String lastError) {}

    /** @param oldest null when nothing waits */
    public record Waiting(long count, long dead, Instant oldest) {}

    private static final String ROWS = """
            select o.id, o.delivery_id, o.appeal_id, a.number, o.channel, o.destination, o.kind, o.created_at, o.attempts, o.last_error,
                case when o.sent_at is not null then 'SENT' when o.skipped_at is not null then 'SKIPPED'
                     when o.dead_at is not null then 'DEAD' else 'WAITING' end as state,
                coalesce(o.sent_at, o.skipped_at, o.dead_at, o.not_before) as at
            from outbox o left join appeal a on a.id = o.appeal_id
            """;

    /** Dead ones and those that failed at least once, the latest first. @param before the last id of the page before */
    public List<Row> listUndelivered(long before, int limit) {
        return database.sql().sql(ROWS + """
                where o.sent_at is null and o.skipped_at is null and (o.dead_at is not null or o.attempts > 0) and o.id < ?
                order by o.id desc limit ?""").params(before, limit).query(Deliveries::row).list();
    }

    /** "Was it sent?" */
    public List<Row> deliveriesOf(UUID appeal) {
        return database.sql().sql(ROWS + "where o.appeal_id = ? order by o.id").param(appeal).query(Deliveries::row).list();
    }

    public Map<Channel, Waiting> waiting() {
        Map<Channel, Waiting> waiting = new EnumMap<>(Channel.class);
        database.sql().sql("""
                select channel, count(*) filter (where dead_at is null) as waits, count(dead_at) as dead,
                    min(created_at) filter (where dead_at is null) as oldest
                from outbox where sent_at is null and skipped_at is null group by channel""")
                .query(row -> {
                    waiting.put(Channel.valueOf(row.getString("channel")),
                            new Waiting(row.getLong("waits"), row.getLong("dead"), Timestamps.instant(row, "oldest")));
                });
        return waiting;
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(row.getLong("id"), row.getObject("delivery_id", UUID.class), row.getObject("appeal_id", UUID.class),
                row.getString("number"), Channel.valueOf(row.getString("channel")), row.getString("destination"),
                row.getString("kind"), State.valueOf(row.getString("state")), Timestamps.instant(row, "created_at"),
                Timestamps.instant(row, "at"), row.getInt("attempts"), row.getString("last_error"));
    }
}
