package org.zhitongche.web.desk;

import java.time.Instant;
import org.zhitongche.appeal.DeskReads.AssignmentRow;

/** A department's part in a list, with the lights that burn; a due is null where nothing runs. */
public record DeskRow(AssignmentRow part, Due acknowledge, Due answer, Due stage) {

    static DeskRow of(AssignmentRow part, Instant now) {
        if (!part.state().open()) {
            return new DeskRow(part, null, null, null);
        }
        Due answer = Due.of(part.turns(), now);
        return new DeskRow(part, Due.of(part.acknowledge(), now), answer == null ? null : answer.whilePending("PENDING".equals(part.extension())),
            Due.of(part.stage(), now));
    }
}
