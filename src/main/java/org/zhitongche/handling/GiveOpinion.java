package org.zhitongche.handling;

import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;

/** 协办意见: a co-handling department tells the lead; it never completes the appeal. Implies the acknowledgement. */
public record GiveOpinion(UUID assignment, String text, List<Attachment> attachments) implements Action {
    @Override
    public void decide(Change change) {
        Assignment part = Who.openPart(change, assignment);
        change.require(!part.role().answers(), "opinion.only-co-handling");
        Who.needText(change, text, "text");
        change.raise(new Event.OpinionGiven(assignment, change.text(Change.TextKind.OPINION, text), change.files(attachments)));
    }
}
