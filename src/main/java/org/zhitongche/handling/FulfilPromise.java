package org.zhitongche.handling;

import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Completion;
import org.zhitongche.appeal.Event;

/**
 * 承诺提前兑现: what B promised is done before its day, as the department says. Once nothing else is promised the firm is asked
 * at once, and the promise counts as due.
 */
public record FulfilPromise(UUID assignment, String text, List<Attachment> attachments) implements Action {
    @Override
    public void decide(Change change) {
        Assignment part = Who.answerable(change, assignment);
        change.require(part.promised() != null && part.completedAt() != null, "promise.none");
        change.require(change.appeal().state() == AppealState.COMPLETED && part.promises() && change.at().isBefore(part.promiseDue()),
                "promise.not-open");
        Who.needText(change, text, "text");
        change.raise(new Event.PromiseFulfilled(assignment, change.text(Change.TextKind.REPLY, text), change.files(attachments)));
        if (change.appeal().promiseDue() == null) {
            Completion.askAboutPromise(change);
        }
    }
}
