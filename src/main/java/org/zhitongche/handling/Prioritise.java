package org.zhitongche.handling;

import java.util.List;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Clocks;
import org.zhitongche.appeal.Event;

/** 加急 by the centre, for stopped production, safety and the like: limits are halved, from the same start. @param why key of the words */
public record Prioritise(String why) implements Action {
    @Override
    public void decide(Change change) {
        Who.centre(change);
        change.require(change.appeal().state().open(), "appeal.not-open");
        change.require(!change.appeal().priority(), "priority.once");
        Who.needText(change, why, "why");
        change.raise(new Event.Prioritised(List.of(why)));
        Clocks.changeTerm(change, "clock.priority");
    }
}
