package org.zhitongche.handling;

import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Clocks;
import org.zhitongche.appeal.Event;

/** 补正: the firm is asked for what is missing, once; meanwhile the clock stands. Implies the acknowledgement. */
public record RequestInformation(UUID assignment, String text) implements Action {
    @Override
    public void decide(Change change) {
        Assignment part = Who.unansweredPart(change, assignment);
        change.require(part.role().answers(), "information.co-handling");
        change.require(!part.asked(), "information.once");
        Who.needText(change, text, "text");
        change.raise(new Event.InformationRequested(assignment, change.text(Change.TextKind.REASON, text),
                change.terms().latestSupply(change.appeal(), change.at())));
        Clocks.settle(change, "clock.information");
    }
}
