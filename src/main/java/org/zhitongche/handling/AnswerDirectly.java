package org.zhitongche.handling;

import java.util.List;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Clocks;
import org.zhitongche.appeal.Completion;
import org.zhitongche.appeal.Ending;
import org.zhitongche.appeal.Event;

/** 直接答复: the centre answers by itself, counted apart. */
public record AnswerDirectly(String category, String text, List<Attachment> attachments) implements Action {
    @Override
    public void decide(Change change) {
        Who.centre(change);
        Appeal appeal = change.appeal();
        change.require(appeal.state() == AppealState.TRIAGE
                || appeal.state() == AppealState.HANDLING && appeal.triageDue() != null && !appeal.rulingOpen(), "triage.decided");
        Who.needText(change, text, "text");
        if (appeal.acceptedAt() == null) {
            String decided = category == null ? appeal.category() : category;
            Who.needText(change, decided, "category");
            if (!decided.equals(appeal.category())) {
                change.raise(Event.Classified.byPerson(decided));
            }
            change.raise(new Event.Accepted());
        }
        Event.Clock clock = appeal.limit() == null ? Clocks.clock(change.terms(), change.terms().answer(appeal, appeal.acceptedAt())) : null;
        change.raise(new Event.AnsweredDirectly(change.text(Change.TextKind.REPLY, text), change.files(attachments), clock));
        Completion.now(change, Ending.DIRECT);
    }
}
