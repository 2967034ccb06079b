package org.zhitongche.handling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Clocks;
import org.zhitongche.appeal.Completion;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Procedure;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.TextRef;
import org.zhitongche.time.Zone;

/**
 * 答复 with its conclusion, by a signer; released with the hand-in, or once the centre has reviewed it. The last one due
 * completes the appeal. Implies the acknowledgement.
 *
 * @param withoutOpinions why the lead does not wait for opinions that are still owed; null where none is
 */
public record Reply(UUID assignment, Conclusion conclusion, String text, LocalDate promised, WayForward wayForward,
                    List<Attachment> attachments, String signatory, String withoutOpinions) implements Action {

    public Reply(UUID assignment, Conclusion conclusion, String text, LocalDate promised, WayForward wayForward,
                 List<Attachment> attachments, String signatory) {
        this(assignment, conclusion, text, promised, wayForward, attachments, signatory, null);
    }

    @Override
    public void decide(Change change) {
        Assignment part = answering(change, assignment);
        change.require(change.actor().signs(), "reply.not-a-signer");
        check(change, conclusion, text, promised, wayForward);
        TextRef said = change.text(Change.TextKind.REPLY, text);
        TextRef way = wayForward == null ? null : change.text(Change.TextKind.WAY_FORWARD, wayForward.asText());
        String without = checkOpinions(change, part);
        if (part.askedAt() != null) {
            Clocks.resume(change, part, Event.ClockResumed.How.ANSWERED, change.at());
        }
        Instant reviewBy = change.terms().reviewBy(change.appeal(), conclusion, change.at());
        change.raise(new Event.ReplyHandedIn(part.id(), conclusion, said, promised, way, change.files(attachments), signatory,
                change.text(Change.TextKind.REASON, without), reviewBy));
        if (reviewBy == null) {
            change.raise(new Event.ReplyReleased(part.id()));
            Completion.settle(change);
        }
    }

    static Assignment answering(Change change, UUID assignment) {
        Assignment part = Who.unansweredPart(change, assignment);
        change.require(part.role().answers(), "reply.co-handling");
        return part;
    }

    /** A lead that does not wait for an opinion must say why. @return null where none is missing */
    private String checkOpinions(Change change, Assignment part) {
        if (part.role() != Role.LEAD) {
            return null;
        }
        String missing = change.appeal().assignments().stream().filter(a -> a.role() == Role.CO_HANDLING && a.state().open())
                .map(Assignment::department).collect(Collectors.joining("、"));
        change.require(missing.isEmpty() || withoutOpinions != null && !withoutOpinions.isBlank(), "reply.opinions-missing", missing);
        return missing.isEmpty() ? null : withoutOpinions;
    }

    static void check(Change change, Conclusion conclusion, String text, LocalDate promised, WayForward wayForward) {
        change.require(conclusion != null, "field.required", "conclusion");
        Who.needText(change, text, "text");
        if (conclusion != Conclusion.B) {
            change.require(promised == null, "reply.promise-only-b");
        } else {
            change.require(promised != null, "field.required", "promisedDate");
            change.require(promised.isAfter(Zone.dateOf(change.at())), "reply.promise-past");
        }
        Procedure procedure = change.procedure();
        change.require(!procedure.needsWayForward(change.appeal().type(), conclusion) || wayForward != null, "reply.way-forward",
                procedure.withWayForward(change.appeal().type()).stream().map(Conclusion::name).collect(Collectors.joining("、")));
        if (wayForward != null) {
            change.require(wayForward.missing() == null, "field.required", wayForward.missing());
        }
    }
}
