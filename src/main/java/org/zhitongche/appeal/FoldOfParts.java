package org.zhitongche.appeal;

import java.time.Instant;

/** What departments do with their parts, up to the answer. */
final class FoldOfParts extends FoldPart {

    FoldOfParts(Appeal appeal, Instant at) {
        super(appeal, at);
    }

    @Override
    boolean apply(Event event) {
        if (event instanceof Event.Dispatched e) {
            dispatched(e);
        } else if (event instanceof Event.Acknowledged e) {
            appeal.getAssignment(e.assignment()).acknowledge(at);
        } else if (event instanceof Event.Contacted e) {
            appeal.getAssignment(e.assignment()).contact(at);
        } else if (event instanceof Event.SentBack e) {
            appeal.getAssignment(e.assignment()).sendBack(at, e.rulingDue());
            appeal.sendBacks++;
            followRulings();
        } else if (event instanceof Event.SendBackRuled e) {
            appeal.getAssignment(e.assignment()).ruleOn(e.upheld());
            followRulings();
        } else if (event instanceof Event.StageReplied e) {
            appeal.getAssignment(e.assignment()).stage(at);
        } else if (event instanceof Event.OpinionGiven e) {
            Assignment assignment = appeal.getAssignment(e.assignment());
            assignment.handIn(at, null, null);
            assignment.complete();
        } else if (event instanceof Event.OpinionWaived e) {
            appeal.getAssignment(e.assignment()).cancel();
            followRulings();
        } else if (event instanceof Event.ReplyHandedIn e) {
            appeal.getAssignment(e.assignment()).handIn(e, at);
        } else if (event instanceof Event.ReplyDrafted e) {
            appeal.getAssignment(e.assignment()).draft(e, at);
        } else if (event instanceof Event.ReplyReturned e) {
            appeal.getAssignment(e.assignment()).takeBackReply();
        } else if (event instanceof Event.ReplyReleased e) {
            appeal.getAssignment(e.assignment()).complete();
        } else {
            return false;
        }
        return true;
    }

    private void dispatched(Event.Dispatched e) {
        if (appeal.dispatchedAt == null) {
            appeal.dispatchedAt = at;
            startClock(e.clock(), at);
        } else if (e.assignments().stream().noneMatch(Event.Assigned::rework)) {
            appeal.passedOn++;
        }
        e.assignments().forEach(a -> appeal.assignments.put(a.id(), new Assignment(a, at, appeal.shortening(a.clock()), appeal.region)));
        // What a ruling gives to others does not fill a place that fell away.
        appeal.vacant &= e.assignments().stream().allMatch(a -> a.ruled() && !a.rework());
        followRulings();
    }
}
