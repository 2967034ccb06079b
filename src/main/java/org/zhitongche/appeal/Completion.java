package org.zhitongche.appeal;

import java.time.Instant;
import java.util.Comparator;

/** 办结: once every lead and sharing department's answer is released, as of the last hand-in; then the firm is asked. */
public final class Completion {

    private Completion() {}

    /** To be called after whatever may have been the last missing piece. */
    public static void settle(Change change) {
        Appeal appeal = change.appeal();
        if (appeal.state() != AppealState.HANDLING || appeal.lead().isEmpty() || !appeal.owedAnswers().isEmpty()) {
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

    private static void complete(Change change, Instant as, Ending ending) {
        Appeal appeal = change.appeal();
        boolean onTime = appeal.due() == null || change.terms().inTime(as, appeal.due());
        change.raise(new Event.Completed(as, ending, onTime));
        Instant closes = change.terms().due("survey", appeal.type(), change.at(), appeal.region());
        change.raise(new Event.SurveyOpened(appeal.round() + 1, closes));
    }
}
