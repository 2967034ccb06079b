package org.zhitongche.handling;

import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;

/** 撤回 by the firm, before it is completed. */
public record Withdraw(String reason) implements Action {
    @Override
    public void decide(Change change) {
        Who.firm(change);
        change.require(change.appeal().state().open(), "withdraw.too-late");
        change.raise(new Event.Withdrawn(change.text(Change.TextKind.REASON, reason)));
    }
}
