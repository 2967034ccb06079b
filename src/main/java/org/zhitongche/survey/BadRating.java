package org.zhitongche.survey;

import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Rework;

/** What follows on a rating that reopens: rework or the centre's decision as often as the rule allows, then those above. */
final class BadRating {

    private BadRating() {}

    /** @param decided the centre decides between rework and an explanation */
    static void follow(Change change, boolean decided) {
        Appeal appeal = change.appeal();
        Appeal handled = change.handled().appeal();
        if (handled.reopened() >= change.procedure().times("rework", handled)) {
            change.handled().raise(Event.Escalated.because("second-dissatisfied", null));
            change.raise(new Event.Archived(true));
        } else if (decided) {
            change.raise(new Event.ReworkPending(appeal.round(), change.terms().due("ruling", appeal, change.at())));
        } else {
            Rework.begin(change.handled());
        }
    }
}
