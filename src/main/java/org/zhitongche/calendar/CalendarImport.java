package org.zhitongche.calendar;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.zhitongche.appeal.Appeals;
import org.zhitongche.appeal.Recount;
import org.zhitongche.appeal.Terms;
import org.zhitongche.db.Database;
import org.zhitongche.time.CalendarChanges;
import org.zhitongche.time.WorkCalendar;

/**
 * Puts another calendar in force, or tells what it would move. It is recorded first, and the open cases are counted anew
 * as soon as every node must know it; an import that was cut off in between is finished by the next one.
 */
public final class CalendarImport {

    private static final long LOCK = 0x63616c656e646172L;

    private final Database database;
    private final CalendarVersions versions;
    private final Appeals appeals;
    private final Function<Supplier<WorkCalendar>, Terms> terms;
    private final InstantSource clock;
    private final CalendarNotices notices;

    /**
     * @param moved   due times of open cases
     * @param version its number, null where nothing was recorded
     */
    public record Report(WorkCalendar from, WorkCalendar to, CalendarChanges changes, List<Recount.Moved> moved, Integer version) {}

    /** @param terms makes the procedure's limits on a calendar @param notices who is told of what moved */
    public CalendarImport(Database database, CalendarVersions versions, Appeals appeals, Function<Supplier<WorkCalendar>, Terms> terms,
                          InstantSource clock, CalendarNotices notices) {
        this.database = database;
        this.versions = versions;
        this.appeals = appeals;
        this.terms = terms;
        this.clock = clock;
        this.notices = notices;
    }

    /** @throws IllegalArgumentException where it cannot be read */
    public Report preview(Path imported) {
        CalendarFacts inForce = versions.inForce();
        WorkCalendar from = inForce.calendar();
        WorkCalendar to = inForce.with(imported).calendar();
        CalendarChanges changes = from.changesTo(to);
        return new Report(from, to, changes, recount(from, to).preview(changes), null);
    }

    /**
     * Nothing is recorded where the import says nothing new.
     *
     * @throws IllegalArgumentException where it cannot be read, and while another import is under way
     */
    public Report apply(Path imported, String by) {
        return alone(() -> {
            finish();
            CalendarFacts inForce = versions.inForce();
            CalendarFacts facts = inForce.with(imported);
            WorkCalendar from = inForce.calendar();
            WorkCalendar to = facts.calendar();
            CalendarChanges changes = from.changesTo(to);
            if (changes.isEmpty()) {
                return new Report(from, to, changes, List.of(), null);
            }
            int number = record(facts, imported, by);
            return new Report(from, to, changes, settle(number, from, to), number);
        });
    }

    /** The configuration's calendar is recorded as well when it is replaced for the first time: it was in force until then. */
    private int record(CalendarFacts facts, Path imported, String by) {
        return database.tx().execute(status -> {
            if (versions.findLast().isEmpty()) {
                int first = versions.record(versions.configured(), "config/calendar", "config", clock.instant());
                versions.settled(first, 0, clock.instant());
            }
            return versions.record(facts, imported.getFileName().toString(), by, clock.instant());
        });
    }

    private void finish() {
        versions.findLast().filter(last -> last.settledAt() == null).ifPresent(last ->
                settle(last.number(), versions.get(last.number() - 1).read().calendar(), last.read().calendar()));
    }

    private List<Recount.Moved> settle(int number, WorkCalendar from, WorkCalendar to) {
        untilEveryNodeKnows();
        List<Recount.Moved> moved = recount(from, to).apply(from.changesTo(to));
        database.tx().executeWithoutResult(status -> {
            notices.tell(to.version().toString(), clock.instant(), moved);
            versions.settled(number, moved.size(), clock.instant());
        });
        return moved;
    }

    /** What a node decides by the former calendar until then is counted anew with the rest. */
    private void untilEveryNodeKnows() {
        try {
            Thread.sleep(versions.every().multipliedBy(2).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before due times were counted anew; import again", e);
        }
    }

    private Recount recount(WorkCalendar from, WorkCalendar to) {
        return new Recount(database, appeals, terms.apply(() -> from), terms.apply(() -> to));
    }

    /** On a connection of its own, since the counting takes many transactions; the lock goes with the connection's process. */
    private Report alone(Supplier<Report> work) {
        try (Connection connection = database.dataSource().getConnection(); Statement statement = connection.createStatement()) {
            try (ResultSet got = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
                if (!got.next() || !got.getBoolean(1)) {
                    throw new IllegalArgumentException("正在导入另一份日历，请稍后再试");
                }
            }
            try {
                return work.get();
            } finally {
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
