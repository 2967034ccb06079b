package org.zhitongche.handling;

import java.util.List;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Dispatch;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Joint;
import org.zhitongche.appeal.Routing;

/** 撤销并案 by the centre: the child is handled on its own again, on the clock that it always had. @param units none: a person decides */
public record Unmerge(String reason, List<Routing.Unit> units) implements Action {
    @Override
    public void decide(Change change) {
        Who.centre(change);
        Appeal child = change.appeal();
        change.require(child.mergedInto() != null, "unmerge.not-merged");
        Who.needText(change, reason, "reason");
        Change joint = change.handled();
        change.require(child.state().open() && !joint.appeal().answered(), "unmerge.answered");
        change.require(child.suspendedAt() == null, "appeal.suspended");
        Joint.letGo(joint, change, "undone", change.text(Change.TextKind.REASON, reason));
        if (units == null || units.isEmpty()) {
            Joint.putBeforeAPerson(change);
            return;
        }
        if (child.acceptedAt() == null) {
            change.require(child.category() != null, "field.required", "category");
            change.raise(new Event.Accepted());
        }
        Dispatch.to(change, units, List.of());
    }
}
