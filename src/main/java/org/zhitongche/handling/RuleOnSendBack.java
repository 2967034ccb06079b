package org.zhitongche.handling;

import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Clocks;
import org.zhitongche.appeal.Completion;
import org.zhitongche.appeal.Dispatch;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.TextRef;

/**
 * 裁定: upheld, the matter goes to others; unfounded, it stays, and cannot be sent back again. On the last sending-back that
 * the rule allows in a case, by whichever department, it is ruled as a hard case: with a reason whichever way it goes, on the term of hard cases,
 * and whoever has it then is designated 指定.
 */
public record RuleOnSendBack(UUID assignment, boolean upheld, String reason, List<Routing.Unit> units) implements Action {
    @Override
    public void decide(Change change) {
        Who.centre(change);
        Assignment part = change.appeal().getAssignment(assignment);
        change.require(part.state() == AssignmentState.SENT_BACK, "ruling.nothing-sent-back");
        change.require(upheld || units == null || units.isEmpty(), "ruling.unfounded-keeps");
        boolean dispute = change.appeal().sendBacks() >= change.procedure().times("send-back", change.appeal());
        if (!upheld || dispute) {
            Who.needText(change, reason, "reason");
        }
        TextRef said = change.text(Change.TextKind.REASON, reason);
        change.raise(new Event.SendBackRuled(assignment, upheld, said));
        if (dispute && !change.appeal().hard()) {
            change.raise(new Event.MarkedHard(said, Event.MarkedHard.DISPUTE));
            Clocks.changeTerm(change, "clock.hard");
        }
        if (!upheld) {
            change.raise(Event.Escalated.because("send-back-unfounded", assignment));
            return;
        }
        change.require(part.role() != Role.LEAD || units != null && !units.isEmpty(), "ruling.needs-lead");
        if (units != null && !units.isEmpty()) {
            passOn(change, dispute);
        }
        Completion.settle(change);
    }

    private void passOn(Change change, boolean dispute) {
        if (dispute) {
            Dispatch.byRuling(change, units, List.of());
        } else {
            Dispatch.to(change, units, List.of());
        }
    }
}
