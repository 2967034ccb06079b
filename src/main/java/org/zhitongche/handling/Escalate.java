package org.zhitongche.handling;

import org.zhitongche.appeal.Above;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;

/** 提级督办 by the centre's word, whatever the clocks say. */
public record Escalate(Above to, String reason) implements Action {
    @Override
    public void decide(Change change) {
        Who.centre(change);
        Appeal appeal = change.appeal();
        change.require(appeal.state().open(), "appeal.not-open");
        change.require(to != null, "field.required", "to");
        Who.needText(change, reason, "reason");
        change.require(appeal.escalatedTo() == null || appeal.escalatedTo().compareTo(to) < 0, "escalate.already");
        change.raise(new Event.Escalated("word", to, null, null, null, change.text(Change.TextKind.REASON, reason)));
    }
}
