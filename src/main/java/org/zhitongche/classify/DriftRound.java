package org.zhitongche.classify;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.TreeMap;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;
import org.zhitongche.time.Zone;

/**
 * Counts the weeks that still move: this one and the last; those before stay as they were counted. Any number of nodes may run
 * it: who comes within the hour finds it done.
 */
public final class DriftRound {

    /** Counted at the first run. */
    private static final int WEEKS = 26;
    private static final Duration FRESH = Duration.ofMinutes(50);

    private final Database database;
    private final Decisions decisions;
    private final NewWords words;
    private final InstantSource clock;

    public DriftRound(Database database, InstantSource clock) {
        this.database = database;
        this.decisions = new Decisions(database);
        this.words = new NewWords(database);
        this.clock = clock;
    }

    private static final class Counts {
        private int decided;
        private int categoryRight;
        private int led;
        private int leadRight;
        private int itself;
        private int itselfRight;

        void add(Decision decision) {
            if (decision.said().category() != null) {
                decided++;
                categoryRight += decision.said().category().equals(decision.category()) ? 1 : 0;
            }
            if (decision.said().lead() != null && decision.lead() != null) {
                boolean right = decision.said().lead().equals(decision.lead());
                led++;
                leadRight += right ? 1 : 0;
                itself += decision.said().itself() ? 1 : 0;
                itselfRight += decision.said().itself() && right ? 1 : 0;
            }
        }
    }

    /** @return how many weeks were counted */
    public int run() {
        Instant now = clock.instant();
        LocalDate thisWeek = monday(now);
        if (isFresh(thisWeek, now)) {
            return 0;
        }
        boolean first = database.sql().sql("select not exists (select 1 from drift_week)").query(Boolean.class).single();
        LocalDate from = thisWeek.minusWeeks(first ? WEEKS - 1 : 1);
        Map<LocalDate, Counts> counts = new TreeMap<>();
        for (LocalDate week = from; !week.isAfter(thisWeek); week = week.plusWeeks(1)) {
            counts.put(week, new Counts());
        }
        decisions.read(start(from), decision -> counts.get(monday(decision.at())).add(decision));
        counts.forEach((week, counted) -> store(week, counted, now));
        return counts.size();
    }

    private boolean isFresh(LocalDate week, Instant now) {
        return database.sql().sql("select exists (select 1 from drift_week where monday = ? and counted_at > ?)")
                .params(week, Timestamps.utc(now.minus(FRESH))).query(Boolean.class).single();
    }

    private static LocalDate monday(Instant at) {
        return Zone.dateOf(at).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Zone.CHINA).toInstant();
    }

    private void store(LocalDate week, Counts counted, Instant now) {
        Instant from = start(week);
        Instant until = start(week.plusWeeks(1));
        database.sql().sql("""
                insert into drift_week (monday, received, triaged, decided, category_right, led, lead_right, itself, itself_right, new_words, counted_at)
                select :week, count(*), count(*) filter (where exists (
                    select 1 from appeal_event e where e.appeal_id = a.id and e.seq <= 4 and e.type = 'Triaged')),
                    :decided, :categoryRight, :led, :leadRight, :itself, :itselfRight, :words, :now
                from appeal a where a.first_received >= :from and a.first_received < :until
                on conflict (monday) do update set received = excluded.received, triaged = excluded.triaged, decided = excluded.decided,
                    category_right = excluded.category_right, led = excluded.led, lead_right = excluded.lead_right, itself = excluded.itself,
                    itself_right = excluded.itself_right, new_words = excluded.new_words, counted_at = excluded.counted_at""")
                .param("week", week).param("decided", counted.decided).param("categoryRight", counted.categoryRight).param("led", counted.led)
                .param("leadRight", counted.leadRight).param("itself", counted.itself).param("itselfRight", counted.itselfRight)
                .param("words", words.between(from, until).toArray(String[]::new)).param("now", Timestamps.utc(now))
                .param("from", Timestamps.utc(from)).param("until", Timestamps.utc(until)).update();
    }
}
