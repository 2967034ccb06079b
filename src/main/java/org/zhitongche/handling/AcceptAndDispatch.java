package org.zhitongche.handling;

import java.util.List;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Dispatch;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Routing;

/** 受理并派单 by a person of the centre, out of triage. */
public record AcceptAndDispatch(String category, List<Routing.Unit> units) implements Action {
    @Override
    public void decide(Change change) {
        Who.centre(change);
        Appeal appeal = change.appeal();
        change.require(appeal.state() == AppealState.TRIAGE, "triage.decided");
        Who.needText(change, category, "category");
        if (!category.equals(appeal.category())) {
            change.raise(Event.Classified.byPerson(category));
        }
        change.raise(new Event.Accepted());
        Dispatch.to(change, units, List.of());
    }
}
