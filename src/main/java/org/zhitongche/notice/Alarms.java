package org.zhitongche.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;
import org.zhitongche.directory.PersonRole;

/** A row, a banner for its owner's role, a metric; with "seen". Raised in the transaction of what caused it. */
public final class Alarms {

    private final Database database;
    private final InstantSource clock;

    public Alarms(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    public void raise(PersonRole role, String kind, String key, String text) {
        raise(role, kind, key, text, null);
    }

    public void raise(PersonRole role, String kind, String key, String text, String ref) {
        var now = Timestamps.utc(clock.instant());
        database.sql().sql("""
                insert into alarm (role, kind, key, text, ref, raised_at, last_at) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (role, kind, key) where seen_at is null do update
                set count = alarm.count + 1, text = excluded.text, ref = excluded.ref, last_at = excluded.last_at""")
                .params(role.name(), kind, key, text, ref, now, now).update();
    }

    /** Latest first. @param role null for all */
    public List<Alarm> list(PersonRole role, boolean open, int limit) {
        return list(role, null, open, limit);
    }

    /** Latest first, without those about a case in which the reader must stand aside. @param reader id of the person; null for nobody */
    public List<Alarm> list(PersonRole role, String reader, boolean open, int limit) {
        return database.sql().sql("""
                select * from alarm where (cast(:role as text) is null or role = :role) and (seen_at is null) = :open
                    and not exists (select 1 from recused_person p join appeal a on p.appeal_id in (a.id, a.bundle)
                        where p.person = cast(:reader as uuid) and a.number = alarm.ref)
                order by last_at desc, id desc limit :limit""")
                .param("role", name(role)).param("reader", person(reader)).param("open", open).param("limit", limit).query(Alarms::alarm).list();
    }

    /** @return whether it was open */
    public boolean seen(long id, String by) {
        return database.sql().sql("update alarm set seen_at = ?, seen_by = ? where id = ? and seen_at is null")
                .params(Timestamps.utc(clock.instant()), by, id).update() == 1;
    }

    /** How many are open, by kind. */
    public Map<String, Long> openByKind() {
        Map<String, Long> counts = new TreeMap<>();
        database.sql().sql("select kind, count(*) from alarm where seen_at is null group by kind")
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    /** Nobody but a person stands aside. */
    private static UUID person(String reader) {
        try {
            return reader == null ? null : UUID.fromString(reader);
        } catch (IllegalArgumentException machine) {
            return null;
        }
    }

    private static String name(PersonRole role) {
        return role == null ? null : role.name();
    }

    private static Alarm alarm(ResultSet row, int n) throws SQLException {
        return new Alarm(row.getLong("id"), PersonRole.valueOf(row.getString("role")), row.getString("kind"),
                row.getString("key"), row.getString("text"), row.getString("ref"), Timestamps.instant(row, "raised_at"),
                Timestamps.instant(row, "last_at"), row.getInt("count"), Timestamps.instant(row, "seen_at"), row.getString("seen_by"));
    }
}
