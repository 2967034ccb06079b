package org.zhitongche.handling;

import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Clocks;
import org.zhitongche.appeal.Event;

/** 恢复办理 after a suspension: the clocks run again. */
public record Resume(String reason) implements Action {
    @Override
    public void decide(Change change) {
        Who.centre(change);
        change.require(change.appeal().suspendedAt() != null, "resume.not-suspended");
        change.raise(new Event.Resumed(change.text(Change.TextKind.REASON, reason), change.appeal().suspendedAt()));
        Clocks.settle(change, "clock.suspension");
    }
}
