package org.zhitongche.handling;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Clocks;
import org.zhitongche.appeal.Completion;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Event;
import org.zhitongche.time.Zone;

/** 答复 with its conclusion; released with the hand-in. The last one due completes the appeal. Implies the acknowledgement. */
public record Reply(UUID assignment, Conclusion conclusion, String text, LocalDate promised, WayForward wayForward,
                    List<Attachment> attachments, String signatory) implements Action {
    @Override
    public void decide(Change change) {
        Assignment part = Who.openPart(change, assignment);
        change.require(part.role().answers(), "reply.co-handling");
        change.require(conclusion != null, "field.required", "conclusion");
        Who.needText(change, text, "text");
        checkPromise(change);
        checkWayForward(change);
        if (part.askedAt() != null) {
            Clocks.resume(change, part, Event.ClockResumed.How.ANSWERED, change.at());
        }
        change.raise(new Event.ReplyHandedIn(assignment, conclusion, change.text(Change.TextKind.REPLY, text), promised,
                wayForward == null ? null : change.text(Change.TextKind.WAY_FORWARD, wayForward.asText()),
                change.files(attachments), signatory));
        change.raise(new Event.ReplyReleased(assignment));
        Completion.settle(change);
    }

    private void checkPromise(Change change) {
        if (conclusion != Conclusion.B) {
            change.require(promised == null, "reply.promise-only-b");
            return;
        }
        change.require(promised != null, "field.required", "promisedDate");
        change.require(promised.isAfter(change.at().atZone(Zone.CHINA).toLocalDate()), "reply.promise-past");
    }

    private void checkWayForward(Change change) {
        if (conclusion.needsWayForward()) {
            change.require(wayForward != null, "reply.way-forward");
        }
        if (wayForward != null) {
            change.require(wayForward.missing() == null, "field.required", wayForward.missing());
        }
    }
}
