package org.zhitongche.handling;

import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;

/**
 * 补充更正 of a reply that was released, as often as something is to be added or put right, after the archive as well. What it
 * concludes stays: another conclusion is another answer, which only rework can bring.
 */
public record AmendReply(UUID assignment, String text, List<Attachment> attachments) implements Action {
    @Override
    public void decide(Change change) {
        Assignment part = Who.answerable(change, assignment);
        change.require(part.role().answers() && part.state() == AssignmentState.COMPLETED, "amend.no-reply");
        change.require(!change.appeal().state().ended() || change.appeal().state() == AppealState.ARCHIVED, "appeal.ended");
        change.require(change.actor().signs(), "reply.not-a-signer");
        Who.needText(change, text, "text");
        change.raise(new Event.ReplyAmended(assignment, change.text(Change.TextKind.REPLY, text), change.files(attachments)));
    }
}
