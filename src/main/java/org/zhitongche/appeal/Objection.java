package org.zhitongche.appeal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * 评价异议: a department does not take the firm's rating; the centre rules.
 *
 * @param round     of the survey that the rating answered
 * @param rulingDue the last moment in time for the centre
 * @param department whose it is, where the assignment is one of the joint case; else null
 * @param upheld    null until it has ruled; so is {@code ruling}
 */
public record Objection(UUID id, UUID assignment, int round, TextRef reason, List<FileRef> files, Instant at, Instant rulingDue,
                        Boolean upheld, TextRef ruling, String department) {

    public boolean pending() {
        return upheld == null;
    }

    Objection due(Instant then) {
        return new Objection(id, assignment, round, reason, files, at, then, upheld, ruling, department);
    }

    Objection ruled(boolean so, TextRef why) {
        return new Objection(id, assignment, round, reason, files, at, rulingDue, so, why, department);
    }
}
