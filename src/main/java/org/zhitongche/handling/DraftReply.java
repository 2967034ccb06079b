package org.zhitongche.handling;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Event;

/** 拟稿 by who may not sign: a reply that nobody outside of the department sees before a signer releases it. */
public record DraftReply(UUID assignment, Conclusion conclusion, String text, LocalDate promised, WayForward wayForward,
                         List<Attachment> attachments) implements Action {
    @Override
    public void decide(Change change) {
        Assignment part = Reply.answering(change, assignment);
        Reply.check(change, conclusion, text, promised, wayForward);
        change.raise(new Event.ReplyDrafted(part.id(), conclusion, change.text(Change.TextKind.REPLY, text), promised,
                wayForward == null ? null : change.text(Change.TextKind.WAY_FORWARD, wayForward.asText()), change.files(attachments)));
    }
}
