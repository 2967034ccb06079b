package org.zhitongche.handling;

import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Clocks;
import org.zhitongche.appeal.Completion;
import org.zhitongche.appeal.Event;

/** 审核 by the centre: passed, the reply is released as of its hand-in; else it goes back with a reason. */
public record ReviewReply(UUID assignment, boolean passed, String reason) implements Action {
    @Override
    public void decide(Change change) {
        Who.centre(change);
        Assignment part = change.appeal().getAssignment(assignment);
        change.require(part.state().open() && part.reviewBy() != null, "review.nothing-handed-in");
        if (passed) {
            change.raise(new Event.ReplyReleased(assignment));
            Completion.settle(change);
        } else {
            Who.needText(change, reason, "reason");
            change.raise(new Event.ReplyReturned(assignment, change.text(Change.TextKind.REASON, reason)));
            Clocks.changeTerm(change, "clock.review"); // what was said about its clock meanwhile counts from now on
        }
    }
}
