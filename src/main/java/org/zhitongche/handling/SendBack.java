package org.zhitongche.handling;

import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;

/**
 * 退回: only for lack of competence, in time, with a reason; not by whom a ruling has designated 指定. The centre rules on it, on the
 * last one that the rule allows in a case as a hard case.
 */
public record SendBack(UUID assignment, String reason, String suggested) implements Action {

    @Override
    public void decide(Change change) {
        Appeal appeal = change.appeal();
        Assignment part = Who.unansweredPart(change, assignment);
        int times = change.procedure().times("send-back", appeal);
        change.require(appeal.sendBacks() < times, "send-back.third", times);
        change.require(!part.ruled(), "send-back.after-ruling");
        change.require(change.terms().inTime(change.at(), change.terms().latestSendBack(appeal, part)), "send-back.late");
        change.require(part.askedAt() == null, "send-back.waiting-for-firm");
        Who.needText(change, reason, "reason");
        change.raise(new Event.SentBack(assignment, change.text(Change.TextKind.REASON, reason),
                suggested == null || suggested.isBlank() ? null : suggested,
                change.terms().due("ruling", appeal, change.at())));
    }
}
