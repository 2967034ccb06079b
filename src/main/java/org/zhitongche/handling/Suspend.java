package org.zhitongche.handling;

import java.time.LocalDate;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Clocks;
import org.zhitongche.appeal.Event;
import org.zhitongche.time.Zone;

/** 中止 by the centre, with a cause and a day on which it must be looked at again; every clock stands meanwhile. */
public record Suspend(String reason, LocalDate review) implements Action {

    @Override
    public void decide(Change change) {
        Who.centre(change);
        change.require(change.appeal().state() == AppealState.HANDLING, "suspend.not-handling");
        change.require(change.appeal().suspendedAt() == null, "appeal.suspended");
        Who.needText(change, reason, "reason");
        change.require(review != null, "field.required", "review");
        change.require(review.isAfter(Zone.dateOf(change.at())), "suspend.review-past");
        change.raise(new Event.Suspended(change.text(Change.TextKind.REASON, reason), change.terms().closeOf(review)));
        Clocks.settle(change, "clock.suspension");
    }
}
