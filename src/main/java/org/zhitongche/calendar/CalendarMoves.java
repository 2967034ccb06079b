package org.zhitongche.calendar;

import static org.zhitongche.db.Timestamps.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.zhitongche.appeal.Duty;
import org.zhitongche.appeal.Recount.Moved;
import org.zhitongche.db.Database;
import org.zhitongche.db.Writes;

/** The due times that each version of the calendar moved; a recount that was cut off adds the rest. */
public final class CalendarMoves {

    private static final String ROWS = """
            select m.*, a.number from calendar_move m join appeal a on a.id = m.appeal_id where m.version = :version""";

    private final Database database;

    public CalendarMoves(Database database) {
        this.database = database;
    }

    /** @param cases that have one of them */
    public record Count(int moves, int cases) {}

    /** In the transaction that moves them. */
    static void write(int version, List<Moved> moved, Writes writes) {
        writes.add("""
                insert into calendar_move (version, appeal_id, subject, duty, department, was, due)
                select ?, * from unnest(cast(? as uuid[]), cast(? as uuid[]), cast(? as text[]), cast(? as text[]), cast(? as timestamptz[]), cast(? as timestamptz[]))
                on conflict (version, appeal_id, subject, duty) do nothing""", version,
                moved.stream().map(Moved::appeal).toArray(UUID[]::new), moved.stream().map(Moved::subject).toArray(UUID[]::new),
                texts(moved, each -> each.duty().name()), texts(moved, Moved::department), texts(moved, each -> each.from().toString()),
                texts(moved, each -> each.to().toString()));
    }

    private static String[] texts(List<Moved> moved, Function<Moved, String> text) {
        return moved.stream().map(text).toArray(String[]::new);
    }

    public Count count(int version) {
        return database.sql().sql("select count(*), count(distinct appeal_id) from calendar_move where version = ?").param(version)
                .query((row, n) -> new Count(row.getInt(1), row.getInt(2))).single();
    }

    /** By number. */
    public List<Moved> list(int version) {
        return database.sql().sql(ROWS + " order by a.number, m.duty, coalesce(m.department, '')").param("version", version)
                .query((row, n) -> read(row)).list();
    }

    /** The soonest due first. @param from how many to leave out */
    public List<Moved> list(int version, int from, int most) {
        return database.sql().sql(ROWS + " order by m.due, m.appeal_id, m.subject, m.duty offset :from limit :most")
                .param("version", version).param("from", from).param("most", most).query((row, n) -> read(row)).list();
    }

    static Moved read(ResultSet row) throws SQLException {
        return new Moved(row.getObject("appeal_id", UUID.class), row.getObject("subject", UUID.class), row.getString("number"),
                Duty.valueOf(row.getString("duty")), row.getString("department"), instant(row, "was"), instant(row, "due"));
    }
}
