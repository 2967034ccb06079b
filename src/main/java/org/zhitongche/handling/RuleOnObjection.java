package org.zhitongche.handling;

import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Objection;

/**
 * 评价异议裁定 by the centre. Figures are shown with and without a rating whose objection was upheld; what the rating caused,
 * a rework or an escalation, is not undone by it.
 *
 * @param assignment a part of the department that objects
 */
public record RuleOnObjection(UUID assignment, boolean upheld, String reason) implements Action {
    @Override
    public void decide(Change change) {
        Who.centre(change);
        Appeal appeal = change.appeal();
        Appeal handled = change.handled().appeal();
        String department = handled.getAssignment(assignment).answerable();
        Objection waiting = appeal.objections().stream().filter(Objection::pending)
                .filter(each -> handled.getAssignment(each.assignment()).answerable().equals(department)).findFirst().orElse(null);
        change.require(waiting != null, "objection.nothing-raised");
        Who.needText(change, reason, "reason");
        change.raise(new Event.ObjectionRuled(waiting.id(), upheld, change.text(Change.TextKind.REASON, reason)));
    }
}
