package org.zhitongche.intake;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.zhitongche.appeal.Door;

/** What stands outside of the database and must agree with it: the mails in each folder, the queue's own counters. */
@FunctionalInterface
public interface ExternalCounts {

    /** As they are now. A side that cannot be asked says so and never throws. */
    List<Count> list();

    /**
     * One count.
     *
     * @param name     what was counted, such as the folder
     * @param outcomes the arrivals that it counts, by what became of them the first time
     * @param place    how the transport ids of its arrivals begin; empty for all of the door
     * @param since    what arrived earlier is not in it
     * @param count    settled ones, each of which must be an arrival
     * @param pending  on their way: already an arrival, or not yet
     * @param notAsked key of the words: why there is no count; null where there is one
     */
    record Count(Door door, String name, Set<Outcome> outcomes, String place, Instant since, long count, long pending, String notAsked) {

        public static Count of(Door door, String name, Set<Outcome> outcomes, long count, long pending) {
            return new Count(door, name, outcomes, "", Instant.EPOCH, count, pending, null);
        }

        public static Count notAsked(Door door, String name, String why) {
            return new Count(door, name, EnumSet.allOf(Outcome.class), "", Instant.EPOCH, 0, 0, why);
        }

        public Count at(String beginning) {
            return new Count(door, name, outcomes, beginning, since, count, pending, notAsked);
        }

        public Count since(Instant moment) {
            return new Count(door, name, outcomes, place, moment, count, pending, notAsked);
        }

        boolean asked() {
            return notAsked == null;
        }

        /** With what moved while somebody looked elsewhere: settled then is settled for good, and all else is here or on its way by now. */
        Count until(Count later) {
            return new Count(door, name, outcomes, place, since, count, Math.max(0, later.count + later.pending - count), later.notAsked);
        }

        boolean sameAs(Count other) {
            return door == other.door && name.equals(other.name);
        }
    }
}
