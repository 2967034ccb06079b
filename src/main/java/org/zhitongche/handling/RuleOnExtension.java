package org.zhitongche.handling;

import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Clocks;
import org.zhitongche.appeal.Event;

/** 延期审批 by the centre; the firm is told what it decided. */
public record RuleOnExtension(UUID assignment, boolean granted, String reason) implements Action {
    @Override
    public void decide(Change change) {
        Who.centre(change);
        Assignment part = change.appeal().getAssignment(assignment);
        change.require(part.state().open(), "assignment.closed");
        change.require(part.extension() != null && part.extension().pending(), "extension.nothing-asked");
        if (!granted) {
            Who.needText(change, reason, "reason");
        }
        change.raise(new Event.ExtensionRuled(assignment, granted, change.text(Change.TextKind.REASON, reason)));
        Clocks.settle(change, "clock.extension");
    }
}
