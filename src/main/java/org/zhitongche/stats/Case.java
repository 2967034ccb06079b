package org.zhitongche.stats;

import java.time.Instant;
import java.util.UUID;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Ending;

/**
 * An appeal behind a number, as it stood at the cut-off.
 *
 * @param assignment the one that is counted, where the measure counts assignments
 * @param department whose assignment it is, else the lead
 */
public record Case(UUID appeal, String number, UUID assignment, AppealState state, String region, String category,
                   String department, Instant acceptedAt, Instant due, Instant completedAt, Boolean onTime, Ending ending,
                   int reopened, int passedOn) {

    /** Where a page ended. */
    public record Key(Instant acceptedAt, UUID appeal, UUID assignment) {}

    public Key key() {
        return new Key(acceptedAt, appeal, assignment);
    }
}
