package org.zhitongche.intake;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.zhitongche.appeal.Door;

/** What stands outside of the database and must agree with it: the mails in each folder, the queue's own counters. */
public interface ExternalCounts {

    List<Count> list();

    /**
     * One count.
     *
     * @param name     what was counted, such as the folder
     * @param outcomes the outcomes of which it counts the arrivals
     * @param since    what arrived earlier is not in it; null for all
     * @param count    settled ones, each of which must be an arrival
     * @param pending  on their way: already an arrival, or not yet
     */
    record Count(Door door, String name, Set<Outcome> outcomes, Instant since, long count, long pending) {}
}
