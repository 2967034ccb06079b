package org.zhitongche.appeal;

import java.time.Instant;
import java.util.Comparator;

/** 办结: once every lead and sharing department's answer is released, as of the last hand-in; then the firm is asked. */
public final class Completion {

    private Completion() {}

    /** To be called after whatever may have been the last missing piece. */
    public static void settle(Change change) {
        Appeal appeal = change.appeal();
        if (appeal.state() != AppealState.HANDLING || appeal.lead().isEmpty() || !appeal.owedAnswers().isEmpty() || appeal.answerVacant()) {
            return;
        }
        Instant as = appeal.assignments().stream().filter(Assignment::owesAnswer).map(Assignment::completedAt)
                .max(Comparator.naturalOrder()).orElseThrow();
        complete(change, as, Ending.of(appeal.lead().orElseThrow().conclusion()));
    }

    /** 直接答复 and the like: completed as of now. */
    public static void now(Change change, Ending ending) {
        complete(change, change.at(), ending);
    }

    /** 并案: with the joint case, as of the same moment. @param ask false where the firm is asked about another of its appeals */
    static void jointly(Change child, Instant as, Ending ending, boolean ask) {
        if (ask) {
            complete(child, as, ending);
        } else {
            child.raise(new Event.Completed(as, ending, onTime(child, as)));
            child.raise(new Event.Archived(false));
        }
    }

    /** The promised day is over, or the department says that it is done: now the firm is asked whether it is solved. A first question still open gives way to it. */
    public static void askAboutPromise(Change change) {
        Appeal appeal = change.appeal();
        change.raise(new Event.SurveyOpened(appeal.round() + 1, change.terms().due("survey", appeal, change.at()), true));
    }

    /** Ended by the centre without an answer that the firm could be asked about. */
    public static void end(Change change, Ending ending, TextRef reason) {
        change.raise(new Event.Terminated(ending, reason));
        change.raise(new Event.Completed(change.at(), ending, onTime(change, change.at())));
        change.raise(new Event.Archived(false));
    }

    private static boolean onTime(Change change, Instant as) {
        return change.appeal().due() == null || change.terms().inTime(as, change.appeal().due());
    }

    private static void complete(Change change, Instant as, Ending ending) {
        Appeal appeal = change.appeal();
        appeal.unfinished().forEach(part -> change.raise(new Event.OpinionWaived(part.id)));
        Clocks.endSuspension(change); // a review or a ruling meanwhile may have brought the last missing answer
        change.raise(new Event.Completed(as, ending, onTime(change, as)));
        Instant closes = change.terms().due("survey", appeal, change.at());
        change.raise(new Event.SurveyOpened(appeal.round() + 1, closes, false));
    }
}
