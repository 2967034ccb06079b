package org.zhitongche.handling;

import java.util.List;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Completion;
import org.zhitongche.appeal.Dispatch;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;

/**
 * 改派 by a person of the centre, where a part fell away in a running case.
 *
 * @param units  who takes it on; none: the others do without, for which a reason is needed
 */
public record Redispatch(List<Routing.Unit> units, String reason) implements Action {

    @Override
    public void decide(Change change) {
        Who.centre(change);
        Appeal appeal = change.appeal();
        change.require(appeal.state() == AppealState.HANDLING && appeal.triageDue() != null && !appeal.rulingOpen(), "triage.decided");
        boolean leads = appeal.lead().filter(lead -> lead.state().open()).isPresent();
        if (units == null || units.isEmpty()) {
            change.require(appeal.lead().isPresent(), "dispatch.one-lead");
            Who.needText(change, reason, "reason");
            change.raise(new Event.LeftWithOthers(change.text(Change.TextKind.REASON, reason)));
            Completion.settle(change);
            return;
        }
        change.require(!leads || units.stream().noneMatch(unit -> unit.role() == Role.LEAD), "redispatch.lead-stands");
        if (appeal.reopened() > 0) {
            Dispatch.rework(change, units);
        } else {
            Dispatch.to(change, units, reason == null || reason.isBlank() ? List.of() : List.of(reason.strip()));
            Completion.settle(change); // all may have answered meanwhile
        }
    }
}
