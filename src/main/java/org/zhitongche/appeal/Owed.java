package org.zhitongche.appeal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.zhitongche.time.Limit;
import org.zhitongche.time.Term;
import org.zhitongche.time.Zone;

/**
 * What somebody owes.
 *
 * @param subject the assignment, or the appeal itself
 * @param limit   what {@code due} was counted from
 */
public record Owed(UUID subject, Duty duty, Limit limit, Instant due) {

    /** A limit that is a date and no term: as many calendar days as there are until then. */
    static Limit until(Instant since, Instant due) {
        long days = ChronoUnit.DAYS.between(Zone.dateOf(since), Zone.dateOf(due));
        return Limit.of(since, Term.calendarDays((int) Math.max(1, days)));
    }
}
