package org.zhitongche.appeal;

import java.time.Instant;
import java.util.UUID;
import org.zhitongche.time.Limit;

/**
 * A due time that was given in the course of a case, with all that its proof 时限依据 needs except the calendar.
 *
 * @param kind    name of a {@link Duty}, or {@value #OBJECTION}
 * @param subject the assignment, order, objection or note; the appeal itself for what concerns it as a whole
 * @param rule    in {@code procedure.yaml}, or {@value Terms#STATUTORY}; null where a demand or a decision set the limit
 * @param from    what it starts with, a key of the words
 * @param since   when that was
 * @param limit   null where a day was named, and nothing was counted
 * @param due     the last moment in time; null while the clock stands
 * @param at      when it was given like this
 * @param open    it still runs, or stands
 */
public record Given(String kind, UUID subject, String rule, String from, Instant since, Limit limit, Instant due, Instant at, boolean open) {

    /** Until when a department may object to a rating: what it may, not what it owes. */
    public static final String OBJECTION = "OBJECTION";

    public boolean is(Duty duty) {
        return kind.equals(duty.name());
    }

    Given open(boolean still) {
        return new Given(kind, subject, rule, from, since, limit, due, at, still);
    }
}
