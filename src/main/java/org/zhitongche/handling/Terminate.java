package org.zhitongche.handling;

import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Clocks;
import org.zhitongche.appeal.Completion;
import org.zhitongche.appeal.Ending;

/**
 * 终止 by the centre, as when a lawsuit is filed meanwhile.
 *
 * @param notSupplied the firm did not give what it was asked for: "未补正"
 */
public record Terminate(boolean notSupplied, String reason) implements Action {
    @Override
    public void decide(Change change) {
        Who.centre(change);
        change.require(change.appeal().state() == AppealState.HANDLING, "terminate.not-handling");
        if (notSupplied) {
            change.require(change.appeal().assignments().stream().anyMatch(Assignment::lapsed), "terminate.not-asked");
        }
        Who.needText(change, reason, "reason");
        Clocks.runAgain(change);
        Completion.end(change, notSupplied ? Ending.NOT_SUPPLIED : Ending.TERMINATED, change.text(Change.TextKind.REASON, reason));
    }
}
