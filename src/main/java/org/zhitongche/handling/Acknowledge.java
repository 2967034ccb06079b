package org.zhitongche.handling;

import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;

/** 签收: the department has seen what it owes. */
public record Acknowledge(UUID assignment) implements Action {
    @Override
    public void decide(Change change) {
        Assignment part = Who.openPart(change, assignment);
        change.require(part.acknowledgedAt() == null, "acknowledge.once");
        change.raise(new Event.Acknowledged(assignment));
    }
}
