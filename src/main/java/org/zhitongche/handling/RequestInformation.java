package org.zhitongche.handling;

import java.time.Instant;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Clocks;
import org.zhitongche.appeal.Event;

/**
 * 补正: the firm is asked for what is missing, as often as the rule allows; meanwhile the clock stands. Implies the acknowledgement. Done to a child
 * its firm is asked, by a department that has the joint case.
 *
 * @param assignment of the case in which the matter is handled
 */
public record RequestInformation(UUID assignment, String text) implements Action {
    @Override
    public void decide(Change change) {
        Change handled = change.handled();
        Assignment part = Who.unansweredPart(handled, assignment);
        change.require(part.role().answers(), "information.co-handling");
        int times = change.procedure().times("information", change.appeal());
        change.require((handled == change ? part.asked() : change.appeal().asked()) < times, "information.once", times);
        change.require(handled == change ? !part.awaitsFirm() : change.appeal().supplyJointlyBy() == null, "information.waiting");
        Who.needText(change, text, "text");
        if (handled != change) {
            askChild(change, handled, part);
            return;
        }
        change.raise(new Event.InformationRequested(assignment, change.text(Change.TextKind.REASON, text),
                change.terms().latestSupply(change.appeal(), change.at())));
        Clocks.settle(change, "clock.information");
    }

    private void askChild(Change child, Change joint, Assignment part) {
        Appeal appeal = child.appeal();
        Instant until = child.terms().latestSupply(appeal, child.at());
        child.raise(new Event.AskedJointly(assignment, part.department(), child.text(Change.TextKind.REASON, text), until));
        joint.raise(new Event.ChildAsked(assignment, appeal.id(), appeal.number(), until));
        Clocks.settle(child, "clock.information");
        Clocks.settle(joint, "clock.information");
    }
}
