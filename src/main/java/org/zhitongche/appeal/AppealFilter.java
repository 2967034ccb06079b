package org.zhitongche.appeal;

import java.time.Instant;

/** What is looked for; null for what does not matter. {@code words} must all occur in title, text, reply or supplement. */
public record AppealFilter(String words, String number, String firm, AppealState state, String unit, String category,
                           Instant from, Instant to, Boolean triage) {

    public static final AppealFilter ALL = new AppealFilter(null, null, null, null, null, null, null, null, null);

    /** What the index of words knows: words, the firm, and the departments that have it. */
    boolean isByWords() {
        return unit != null || firm != null || !SearchQuestion.of(words).isEmpty();
    }

    public static AppealFilter firm(String uscc) {
        return new AppealFilter(null, null, uscc, null, null, null, null, null, null);
    }

    public static AppealFilter inTriage() {
        return new AppealFilter(null, null, null, null, null, null, null, null, true);
    }
}
