package org.zhitongche.handling;

import java.util.List;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Clocks;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.PriorityRule;

/** 加急 by the centre, on one of the grounds that the rule names: limits are shortened, from the same start. @param why the ground's key */
public record Prioritise(String why) implements Action {
    @Override
    public void decide(Change change) {
        Who.centre(change);
        change.require(change.appeal().state().open(), "appeal.not-open");
        change.require(!change.appeal().priority(), "priority.once");
        Who.needText(change, why, "why");
        PriorityRule rule = change.procedure().priority();
        change.require(rule.allows(why), "priority.ground");
        change.raise(new Event.Prioritised(List.of(why), rule.share().toString()));
        Clocks.changeTerm(change, "clock.priority");
    }
}
