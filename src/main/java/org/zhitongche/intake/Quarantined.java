package org.zhitongche.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Door;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/** What is kept because it could not be understood, or contradicts an earlier one, until a person is done with it. */
public final class Quarantined {

    private static final String SETTLED = "SETTLED";
    private static final String ROW = """
            select r.id, r.door, r.sender, r.received_at, r.outcome, r.reason, r.detail, r.summary, r.appeal_id, r.raw, r.raw_name,
                r.settled_at, (select p.by from arrival_replay p where p.arrival_id = r.id order by p.at desc limit 1) as settled_by
            from arrival r
            """;

    private final Database database;
    private final InstantSource clock;

    public Quarantined(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param reason    key of the words, {@code detail} the sentence for who looks; either may be null
     * @param outcome   QUARANTINED until a replay changed it
     * @param appeal    what the replay made of it, null for nothing
     * @param raw       the bytes as they came, null where none were kept
     * @param settledAt null while it waits for a person
     */
    public record Row(UUID id, Door door, String sender, Instant receivedAt, Outcome outcome, String reason, String detail,
                      String summary, UUID appeal, UUID raw, String rawName, Instant settledAt, String settledBy) {

        public boolean open() {
            return outcome == Outcome.QUARANTINED && settledAt == null;
        }
    }

    /** The latest first. @param before when and which the page before ended with; null for the first page */
    public List<Row> list(boolean open, Instant before, UUID beforeId, int limit) {
        String which = "r.outcome = 'QUARANTINED' and r.settled_at is " + (open ? "null" : "not null");
        String paging = before == null ? "" : " and (r.received_at, r.id) < (:before, :beforeId)";
        JdbcClient.StatementSpec query = database.sql().sql(ROW + " where " + which + paging
                + " order by r.received_at desc, r.id desc limit :limit").param("limit", limit);
        if (before != null) {
            query = query.param("before", Timestamps.utc(before)).param("beforeId", beforeId);
        }
        return query.query(Quarantined::row).list();
    }

    /** Also one that a replay has since turned into something else. */
    public Optional<Row> find(UUID id) {
        return database.sql().sql(ROW + " where r.id = ? and (r.outcome = 'QUARANTINED' or exists"
                + " (select 1 from arrival_replay p where p.arrival_id = r.id))").param(id).query(Quarantined::row).optional();
    }

    /** A person is done with it; nothing becomes of it. @return whether it was still open */
    public boolean settle(UUID id, Actor by) {
        return Boolean.TRUE.equals(database.tx().execute(status -> {
            var now = Timestamps.utc(clock.instant());
            int settled = database.sql().sql("""
                    update arrival set settled_at = ? where id = ? and outcome = 'QUARANTINED' and settled_at is null""")
                    .params(now, id).update();
            if (settled == 1) {
                database.sql().sql("insert into arrival_replay (arrival_id, at, by, was, became) values (?, ?, ?, ?, ?)")
                        .params(id, now, by.name(), Outcome.QUARANTINED.name(), SETTLED).update();
            }
            return settled == 1;
        }));
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(row.getObject("id", UUID.class), Door.valueOf(row.getString("door")), row.getString("sender"),
                Timestamps.instant(row, "received_at"), Outcome.valueOf(row.getString("outcome")), row.getString("reason"),
                row.getString("detail"), row.getString("summary"), row.getObject("appeal_id", UUID.class),
                row.getObject("raw", UUID.class), row.getString("raw_name"), Timestamps.instant(row, "settled_at"),
                row.getString("settled_by"));
    }
}
