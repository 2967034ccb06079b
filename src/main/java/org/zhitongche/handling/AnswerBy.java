package org.zhitongche.handling;

import java.time.Instant;
import java.time.LocalDate;
import org.zhitongche.appeal.Change;
import org.zhitongche.time.Limit;
import org.zhitongche.time.Term;
import org.zhitongche.time.Zone;

/**
 * Until when a demand from above is to be answered.
 *
 * @param term null where {@code due} is the close of office of a day that was named
 * @param due  the last moment in time
 */
record AnswerBy(String term, Instant due) {

    private static final int MOST_DAYS = 60;

    /** Either of the two: working days from now, or a day. */
    static AnswerBy of(Change change, Integer days, LocalDate until) {
        change.require((days == null) != (until == null), "order.limit");
        change.require(days == null || days >= 1 && days <= MOST_DAYS, "order.days", MOST_DAYS);
        change.require(until == null || until.isAfter(Zone.dateOf(change.at())), "order.date-past");
        if (days == null) {
            return new AnswerBy(null, change.terms().closeOf(until));
        }
        Term term = Term.workingDays(days);
        return new AnswerBy(term.toString(), change.terms().due(Limit.of(change.at(), term).in(change.appeal().region())));
    }
}
