package org.zhitongche.web.desk;

import java.time.Instant;
import java.util.stream.Stream;
import org.zhitongche.appeal.DeskReads.AssignmentRow;
import org.zhitongche.appeal.Duty;
import org.zhitongche.appeal.Terms;

/** A department's part in a list, with the lights that burn; a due is null where nothing runs. */
public record DeskRow(AssignmentRow part, Due acknowledge, Due answer, Due stage) {

    /** Some due time that is shown is 暂定. */
    public boolean provisional() {
        return Stream.of(acknowledge, answer, stage).anyMatch(due -> due != null && due.provisional());
    }

    static DeskRow of(AssignmentRow part, Terms terms, Instant now) {
        Duty duty = part.role().answers() ? Duty.REPLY : Duty.CO_HANDLING;
        if (!part.state().open()) {
            return new DeskRow(part, null, Due.past(part.due(), duty, part.id()), null);
        }
        Due answer = Due.of(part.turns(), duty, part.id(), terms, now);
        return new DeskRow(part, Due.of(part.acknowledge(), Duty.ACKNOWLEDGE, part.id(), terms, now), answer == null ? null : answer.whilePending("PENDING".equals(part.extension())),
            Due.of(part.stage(), Duty.STAGE_REPLY, part.id(), terms, now));
    }
}
