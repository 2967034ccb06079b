package org.zhitongche.handling;

import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;

/** 催办 by the firm, while something is owed to it. */
public record Remind(String text) implements Action {
    @Override
    public void decide(Change change) {
        Who.firm(change);
        change.require(change.appeal().state().open(), "remind.nothing-owed");
        change.raise(new Event.Reminded(change.text(Change.TextKind.NOTE, text)));
    }
}
