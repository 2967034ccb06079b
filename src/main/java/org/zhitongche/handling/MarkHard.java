package org.zhitongche.handling;

import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Clocks;
import org.zhitongche.appeal.Event;

/** 列为疑难件 by the centre: the term of hard cases counts, from the same start. */
public record MarkHard(String reason) implements Action {
    @Override
    public void decide(Change change) {
        Who.centre(change);
        change.require(change.appeal().state().open(), "appeal.not-open");
        change.require(!change.appeal().hard(), "hard.once");
        Who.needText(change, reason, "reason");
        change.raise(new Event.MarkedHard(change.text(Change.TextKind.REASON, reason), null));
        Clocks.changeTerm(change, "clock.hard");
    }
}
