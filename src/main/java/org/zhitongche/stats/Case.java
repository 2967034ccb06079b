package org.zhitongche.stats;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Ending;

/**
 * An appeal behind a number, as it stood at the cut-off.
 *
 * @param department whose assignment it is, else the lead
 * @param time       null where the number is of no time
 */
public record Case(Key key, String number, AppealState state, String region, String category, String department, Instant firstReceived,
                   Instant acceptedAt, Instant due, Instant completedAt, Boolean onTime, Ending ending, int reopened, int passedOn, Time time) {

    /**
     * Where a page ended.
     *
     * @param order      by which the list stands, in microseconds: when it was accepted, or how long it took
     * @param assignment the one that is counted, where the measure counts assignments
     */
    public record Key(long order, UUID appeal, UUID assignment) {

        /** As it stands in an address. */
        public String text() {
            return order + "_" + appeal + (assignment == null ? "" : "_" + assignment);
        }

        /** Null for none, and for what is no key: the list begins anew. */
        public static Key read(String text) {
            String[] parts = text.split("_");
            try {
                return parts.length < 2 ? null
                        : new Key(Long.parseLong(parts[0]), UUID.fromString(parts[1]), parts.length > 2 ? UUID.fromString(parts[2]) : null);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }

    /**
     * How long it took.
     *
     * @param place  in the whole list, from 1, the longest first; who may not see all of it finds gaps
     * @param waited of the firm, until the answer; null in a list of what is late
     * @param had    by the holder whose list it is; null for the whole
     * @param days   working days late
     */
    public record Time(int place, Length waited, Length had, Long days) {

        Time at(int other) {
            return new Time(other, waited, had, days);
        }
    }

    /** @param office the office hours in it, null where they are not counted */
    public record Length(Duration elapsed, Duration office) {}

    public UUID appeal() {
        return key.appeal();
    }

    /** Null where appeals are counted. */
    public UUID assignment() {
        return key.assignment();
    }
}
