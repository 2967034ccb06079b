package org.zhitongche.web.desk;

import java.time.Instant;
import org.zhitongche.appeal.AppealRow;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.DeskReads.AssignmentRow;
import org.zhitongche.appeal.Duty;
import org.zhitongche.appeal.Terms;

/** A department's part in a list, with the lights that burn; a due is null where nothing runs. */
public record DeskRow(AssignmentRow part, Due acknowledge, Due answer) {

    static DeskRow of(AssignmentRow part, Terms terms, Instant now) {
        AppealRow appeal = part.appeal();
        Due acknowledge = part.state() != AssignmentState.DISPATCHED ? null
            : Due.of(terms.owed(part.id(), Duty.ACKNOWLEDGE, "acknowledge", appeal, part.dispatchedAt(), part.acknowledgeDue()), terms, now);
        Due answer = !part.state().open() || part.due() == null ? null : Due.of(part.turns(), now).whilePending("PENDING".equals(part.extension()));
        return new DeskRow(part, acknowledge, answer);
    }
}
