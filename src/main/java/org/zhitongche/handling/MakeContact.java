package org.zhitongche.handling;

import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;

/** 首次联系 and each talk with the firm after it. */
public record MakeContact(UUID assignment, String note) implements Action {
    @Override
    public void decide(Change change) {
        Who.openPart(change, assignment);
        change.raise(new Event.Contacted(assignment, change.text(Change.TextKind.NOTE, note)));
    }
}
