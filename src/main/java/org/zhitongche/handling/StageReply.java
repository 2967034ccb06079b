package org.zhitongche.handling;

import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;

/** 阶段性答复: what was done so far, where the answer itself has a statutory limit; the matter stays open on the long list. */
public record StageReply(UUID assignment, String text, List<Attachment> attachments) implements Action {
    @Override
    public void decide(Change change) {
        Assignment part = Who.unansweredPart(change, assignment);
        change.require(part.stageDue() != null, "stage-reply.no-statutory-limit");
        change.require(part.stagedAt() == null, "stage-reply.once");
        Who.needText(change, text, "text");
        change.raise(new Event.StageReplied(assignment, change.text(Change.TextKind.REPLY, text), change.files(attachments)));
    }
}
