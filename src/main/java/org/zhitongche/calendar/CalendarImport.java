package org.zhitongche.calendar;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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
    private final CalendarMoves moves;

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
        this.moves = new CalendarMoves(database);
    }

    /** @throws org.zhitongche.time.InvalidCalendar where it cannot be read or makes no sense */
    public Report preview(Proposed proposed) {
        CalendarFacts inForce = versions.inForce();
        WorkCalendar from = inForce.calendar();
        WorkCalendar to = proposed.facts().apply(inForce).calendar();
        CalendarChanges changes = from.changesTo(to);
        return new Report(from, to, changes, recount(from, to).preview(changes), null);
    }

    /**
     * Records it and counts all open cases anew. Nothing is recorded where it says nothing new.
     *
     * @throws IllegalArgumentException where it cannot be read, and while another import is under way
     */
    public Report apply(Proposed proposed, String by) {
        return alone(() -> {
            finish();
            Report begun = begin(proposed, by);
            if (begun.version() == null) {
                return begun;
            }
            untilEveryNodeKnows();
            settle(begun.version(), begun.from(), begun.to());
            return new Report(begun.from(), begun.to(), begun.changes(), moves.list(begun.version()), begun.version());
        }).orElseThrow(CalendarImport::underWay);
    }

    /**
     * Records it only: every node takes it within moments, and {@link #run} of one of them counts the open cases anew.
     *
     * @param seen the version in force that it was tried out on, as proofs name it
     * @return its number; empty where another was put in force meanwhile, or it says nothing new
     * @throws IllegalArgumentException as {@link #apply}
     */
    public Optional<Integer> record(Proposed proposed, String seen, String by) {
        return alone(() -> {
            if (versions.findUnsettled().isPresent()) {
                throw underWay();
            }
            return versions.inForce().calendar().version().toString().equals(seen) ? begin(proposed, by) : null;
        }).map(Report::version);
    }

    /** The calendar as it was before that version, as a version of its own. */
    public Proposed undo(CalendarVersions.Version version) {
        CalendarFacts before = versions.get(version.number() - 1).facts();
        return new Proposed("undo-" + version.number(), inForce -> before);
    }

    /** To be called regularly: finishes what was recorded. @return how many due times it moved */
    public int run() {
        Instant known = clock.instant().minus(versions.every().multipliedBy(2));
        if (versions.findUnsettled().filter(each -> !each.at().isAfter(known)).isEmpty()) {
            return 0;
        }
        try {
            return alone(this::finish).orElse(0);
        } catch (IllegalArgumentException another) {
            return 0;
        }
    }

    private Report begin(Proposed proposed, String by) {
        CalendarFacts inForce = versions.inForce();
        CalendarFacts facts = proposed.facts().apply(inForce);
        WorkCalendar from = inForce.calendar();
        WorkCalendar to = facts.calendar();
        CalendarChanges changes = from.changesTo(to);
        return new Report(from, to, changes, List.of(), changes.isEmpty() ? null : record(facts, proposed.source(), by));
    }

    /** The configuration's calendar is recorded as well when it is replaced for the first time: it was in force until then. */
    private int record(CalendarFacts facts, String source, String by) {
        return database.tx().execute(status -> {
            if (versions.findLast().isEmpty()) {
                int first = versions.record(versions.configured(), "config/calendar", "config", clock.instant());
                versions.settled(first, 0, clock.instant());
            }
            return versions.record(facts, source, by, clock.instant());
        });
    }

    private int finish() {
        return versions.findUnsettled().map(last ->
                settle(last.number(), versions.get(last.number() - 1).calendar(), last.calendar())).orElse(0);
    }

    private int settle(int number, WorkCalendar from, WorkCalendar to) {
        int moved = recount(from, to).apply(from.changesTo(to), (these, writes) -> CalendarMoves.write(number, these, writes));
        database.tx().executeWithoutResult(status -> {
            notices.tell(number, to.version().toString(), clock.instant());
            versions.settled(number, moves.count(number).moves(), clock.instant());
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
    private <T> Optional<T> alone(Supplier<T> work) {
        try (Connection connection = database.dataSource().getConnection(); Statement statement = connection.createStatement()) {
            try (ResultSet got = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
                if (!got.next() || !got.getBoolean(1)) {
                    throw underWay();
                }
            }
            try {
                return Optional.ofNullable(work.get());
            } finally {
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static IllegalArgumentException underWay() {
        return new IllegalArgumentException("正在导入另一份日历，请稍后再试");
    }
}
