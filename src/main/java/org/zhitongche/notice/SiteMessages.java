package org.zhitongche.notice;

import java.time.InstantSource;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;
import org.zhitongche.db.Writes;

/** The messages that a firm finds on its own pages. They name the appeal and never quote it. */
public final class SiteMessages {

    private final Database database;
    private final InstantSource clock;

    public SiteMessages(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param appeal may be null */
    public record NewMessage(String uscc, UUID appeal, String kind, String title, String body) {}

    /** @param readAt null while unread */
    public record Message(long id, String uscc, UUID appeal, String kind, String title, String body, Instant at, Instant readAt) {}

    /** Those for firms with an account that can read them; the others are left out. */
    public void put(Collection<NewMessage> messages) {
        Writes writes = database.writes();
        put(messages, writes);
        writes.send();
    }

    void put(Collection<NewMessage> messages, Writes writes) {
        if (messages.isEmpty()) {
            return;
        }
        var now = Timestamps.utc(clock.instant());
        messages.forEach(m -> writes.add("""
                insert into site_message (uscc, appeal_id, kind, title, body, at)
                select m.* from ( values (?::text, ?::uuid, ?::text, ?::text, ?::text, ?::timestamptz)) as m (uscc, appeal, kind, title, body, at)
                where exists (select 1 from person p where p.uscc = m.uscc and p.active)""",
                m.uscc(), m.appeal(), m.kind(), m.title(), m.body(), now));
    }

    /** Latest first. @param before the last id of the page before, {@link Long#MAX_VALUE} at first */
    public List<Message> list(String uscc, long before, int limit) {
        return database.sql().sql("select * from site_message where uscc = ? and id < ? order by id desc limit ?")
                .params(uscc, before, limit)
                .query((row, n) -> new Message(row.getLong("id"), row.getString("uscc"), row.getObject("appeal_id", UUID.class),
                        row.getString("kind"), row.getString("title"), row.getString("body"), Timestamps.instant(row, "at"),
                        Timestamps.instant(row, "read_at"))).list();
    }

    public long unread(String uscc) {
        return database.sql().sql("select count(*) from site_message where uscc = ? and read_at is null").param(uscc)
                .query(Long.class).single();
    }

    /** @return whether that firm has such a message */
    public boolean read(String uscc, long id) {
        return database.sql().sql("update site_message set read_at = coalesce(read_at, ?) where id = ? and uscc = ?")
                .params(Timestamps.utc(clock.instant()), id, uscc).update() == 1;
    }
}
