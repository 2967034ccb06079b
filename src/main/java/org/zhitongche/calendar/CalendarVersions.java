package org.zhitongche.calendar;

import static org.zhitongche.db.Timestamps.instant;
import static org.zhitongche.db.Timestamps.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.zhitongche.db.Database;
import org.zhitongche.time.WorkCalendar;

/**
 * The calendar in force: the last version that was imported, and before the first import the configuration's. Looks for
 * a new version every so often, so that a running node takes it without a restart.
 */
public final class CalendarVersions implements Supplier<WorkCalendar> {

    private static final String COLUMNS = "number, at, by_whom, source, version, facts, moved, settled_at";

    private final Database database;
    private final CalendarFacts configured;
    private final Duration every;
    private volatile Seen seen;

    /** @param settledAt null while open cases are still being counted anew */
    public record Version(int number, Instant at, String by, String source, String version, CalendarFacts facts, Integer moved, Instant settledAt) {
        /** The whole calendar, as it was recorded. */
        public WorkCalendar calendar() {
            return facts.calendar();
        }
    }

    /** @param number 0 for the configuration's @param nanos when it was looked for */
    private record Seen(int number, WorkCalendar calendar, long nanos) {}

    /** @param every how long a node may work on by the version it knows */
    public CalendarVersions(Database database, CalendarFacts configured, Duration every) {
        this.database = database;
        this.configured = configured;
        this.every = every;
        this.seen = new Seen(0, configured.calendar(), System.nanoTime() - every.toNanos());
    }

    @Override
    public WorkCalendar get() {
        Seen last = seen;
        if (System.nanoTime() - last.nanos() < every.toNanos()) {
            return last.calendar();
        }
        int number = database.sql().sql("select coalesce(max(number), 0) from calendar_version").query(Integer.class).single();
        WorkCalendar calendar = number == last.number() ? last.calendar() : number == 0 ? configured.calendar() : get(number).calendar();
        seen = new Seen(number, calendar, System.nanoTime());
        return calendar;
    }

    /** The calendar that was in force at a moment. The first one recorded was in force before it was replaced. */
    public WorkCalendar at(Instant moment) {
        Integer number = database.sql().sql("select coalesce(max(number) filter (where at <= ?), min(number), 0) from calendar_version")
                .param(utc(moment)).query(Integer.class).single();
        Seen last = seen;
        return number == last.number() ? last.calendar() : number == 0 ? configured.calendar() : get(number).calendar();
    }

    /** The latest first. */
    public List<Version> list() {
        return database.sql().sql("select " + COLUMNS + " from calendar_version order by number desc").query((row, n) -> read(row)).list();
    }

    public CalendarFacts inForce() {
        return findLast().map(Version::facts).orElse(configured);
    }

    CalendarFacts configured() {
        return configured;
    }

    Duration every() {
        return every;
    }

    Optional<Version> findLast() {
        return database.sql().sql("select " + COLUMNS + " from calendar_version order by number desc limit 1")
                .query((row, n) -> read(row)).optional();
    }

    /** Recorded, and open cases are still being counted anew. */
    public Optional<Version> findUnsettled() {
        return database.sql().sql("select " + COLUMNS + " from calendar_version where settled_at is null order by number limit 1")
                .query((row, n) -> read(row)).optional();
    }

    public Optional<Version> find(int number) {
        return database.sql().sql("select " + COLUMNS + " from calendar_version where number = ?").param(number)
                .query((row, n) -> read(row)).optional();
    }

    /** The latest that is called so. @param wanted like {@code v3}, {@code typhoon@1f2e3d4c5b6a} or {@code typhoon} */
    public Optional<Version> find(String wanted) {
        return list().stream().filter(each -> wanted.equals("v" + each.number()) || wanted.equals(each.version())
                || wanted.equals(each.version().replaceFirst("@[^@]*$", ""))).findFirst();
    }

    Version get(int number) {
        return database.sql().sql("select " + COLUMNS + " from calendar_version where number = ?").param(number)
                .query((row, n) -> read(row)).single();
    }

    /** @return its number */
    int record(CalendarFacts facts, String source, String by, Instant at) {
        return database.sql().sql("""
                insert into calendar_version (number, at, by_whom, source, version, facts)
                select coalesce(max(number), 0) + 1, ?, ?, ?, ?, ? from calendar_version returning number""")
                .params(utc(at), by, source, facts.calendar().version().toString(), facts.json()).query(Integer.class).single();
    }

    void settled(int number, int moved, Instant at) {
        database.sql().sql("update calendar_version set moved = ?, settled_at = ? where number = ?").params(moved, utc(at), number).update();
    }

    private static Version read(ResultSet row) throws SQLException {
        return new Version(row.getInt("number"), instant(row, "at"), row.getString("by_whom"), row.getString("source"), row.getString("version"),
                CalendarFacts.of(row.getString("facts")), row.getObject("moved", Integer.class), instant(row, "settled_at"));
    }
}
