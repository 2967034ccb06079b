package org.zhitongche.handling;

import java.util.List;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Rework;

/**
 * 重办或解释说明: the firm does not take a lawful no, and the centre decides what it gets.
 *
 * @param rework as after any other bad rating; else the explanation is the firm's to read, and the case is archived as it was rated
 * @param text   the explanation; not needed for rework
 */
public record DecideRework(boolean rework, String text, List<Attachment> attachments) implements Action {
    @Override
    public void decide(Change change) {
        Who.centre(change);
        change.require(change.appeal().reworkDecideBy() != null, "rework.nothing-to-decide");
        if (rework) {
            Rework.begin(change.handled());
            return;
        }
        Who.needText(change, text, "text");
        change.raise(new Event.Explained(change.text(Change.TextKind.REPLY, text), change.files(attachments)));
        change.raise(new Event.Archived(true));
    }
}
