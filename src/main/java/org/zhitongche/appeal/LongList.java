package org.zhitongche.appeal;

import java.time.Instant;
import java.util.Comparator;

/** 挂账: what stands for long, open under a statutory limit or completed under a promise, and until when. */
public record LongList(Kind kind, Instant until) {

    /** Why: open under a statutory limit, or completed under a promise. */
    public enum Kind { STATUTORY, PROMISE }

    /** Null where the appeal is not on it. */
    static LongList of(Appeal appeal) {
        if (appeal.state == AppealState.HANDLING && appeal.unanswered().stream().anyMatch(a -> a.stagedAt != null)) {
            return new LongList(Kind.STATUTORY, appeal.due);
        }
        if (appeal.promiseDue() != null) {
            return new LongList(Kind.PROMISE, appeal.promiseDue());
        }
        return null;
    }

    /** The latest promise that stands, at the end of its day; null where there is none. */
    static Instant promise(Appeal appeal) {
        return appeal.assignments.values().stream().filter(Assignment::promises).map(Assignment::promiseDue)
                .max(Comparator.naturalOrder()).orElse(null);
    }
}
