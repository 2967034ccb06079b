package org.zhitongche.handling;

import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Completion;
import org.zhitongche.appeal.Dispatch;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;

/** 裁定: upheld, the matter goes to others; unfounded, it stays, and cannot be sent back again. */
public record RuleOnSendBack(UUID assignment, boolean upheld, String reason, List<Routing.Unit> units) implements Action {
    @Override
    public void decide(Change change) {
        Who.centre(change);
        Assignment part = change.appeal().getAssignment(assignment);
        change.require(part.state() == AssignmentState.SENT_BACK, "ruling.nothing-sent-back");
        change.require(upheld || units == null || units.isEmpty(), "ruling.unfounded-keeps");
        if (!upheld) {
            Who.needText(change, reason, "reason");
        }
        change.raise(new Event.SendBackRuled(assignment, upheld, change.text(Change.TextKind.REASON, reason)));
        if (!upheld) {
            change.raise(Event.Escalated.because("send-back-unfounded", assignment));
            return;
        }
        change.require(part.role() != Role.LEAD || units != null && !units.isEmpty(), "ruling.needs-lead");
        if (units != null && !units.isEmpty()) {
            Dispatch.byRuling(change, units, List.of());
        }
        Completion.settle(change);
    }
}
