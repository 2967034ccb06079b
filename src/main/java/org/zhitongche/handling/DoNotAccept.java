package org.zhitongche.handling;

import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Ground;

/** 不予受理: decided by a named person on a listed ground, with the reason and the right way. */
public record DoNotAccept(Ground ground, String reason, String rightWay) implements Action {
    @Override
    public void decide(Change change) {
        Who.centre(change);
        change.require(change.appeal().state() == AppealState.TRIAGE, "triage.decided");
        change.require(ground != null, "field.required", "ground");
        Who.needText(change, reason, "reason");
        Who.needText(change, rightWay, "rightWay");
        change.raise(new Event.NotAccepted(ground, change.text(Change.TextKind.REASON, reason),
                change.text(Change.TextKind.RIGHT_WAY, rightWay)));
    }
}
