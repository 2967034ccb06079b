package org.zhitongche.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.zhitongche.db.Database;

/**
 * Who gave opinions in a department's latest completed cases of a category. Only who did give one counts, so that what the
 * platform itself proposed does not become a habit by being proposed.
 */
public final class JointHandlings {

    private static final int LATEST = 200;
    private static final int FEWEST = 5;
    private static final double SHARE = 0.5;
    private static final Duration KNOWN_FOR = Duration.ofMinutes(10);

    private final Database database;
    private final InstantSource clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** @param times of the {@code of} latest cases, in how many the department gave its opinion */
    public record Usual(String department, int times, int of) {}

    private record Known(Instant at, List<Usual> usual) {}

    public JointHandlings(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those who did so in at least half of at least {@value #FEWEST} cases, the most frequent first. */
    public List<Usual> usual(String category, String lead) {
        Instant now = clock.instant();
        return known.compute(category + "|" + lead, (key, before) -> before != null && before.at().plus(KNOWN_FOR).isAfter(now) ? before
                : new Known(now, read(category, lead))).usual();
    }

    private List<Usual> read(String category, String lead) {
        return database.sql().sql("""
                with led as (select id from appeal where lead = :lead and category = :category and completed_at is not null
                             order by completed_at desc limit :latest),
                     cases as (select count(*)::int as number from led)
                select m.department, count(distinct m.appeal_id)::int as times, cases.number as "of"
                from assignment m join led on led.id = m.appeal_id cross join cases
                where m.role = 'CO_HANDLING' and m.handed_in_at is not null and m.department <> :lead
                group by m.department, cases.number
                having cases.number >= :fewest and count(distinct m.appeal_id) >= :share * cases.number
                order by times desc, m.department""")
                .param("lead", lead).param("category", category).param("latest", LATEST).param("fewest", FEWEST).param("share", SHARE)
                .query(Usual.class).list();
    }
}
