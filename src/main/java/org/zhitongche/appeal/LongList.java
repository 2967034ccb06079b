package org.zhitongche.appeal;

import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.zhitongche.time.Zone;

/** 挂账: what stands for long, open under a statutory limit or completed under a promise, and until when. */
public record LongList(Kind kind, Instant until) {

    /** Why: open under a statutory limit, or completed under a promise. */
    public enum Kind { STATUTORY, PROMISE }

    /** Null where the appeal is not on it. */
    static LongList of(Appeal appeal) {
        if (appeal.state == AppealState.HANDLING && appeal.unanswered().stream().anyMatch(a -> a.stageDue != null && a.stagedAt != null)) {
            return new LongList(Kind.STATUTORY, appeal.due);
        }
        if (appeal.promiseDue() != null) {
            return new LongList(Kind.PROMISE, appeal.promiseDue());
        }
        return null;
    }

    /** The latest promise that stands, at the end of its day; null where there is none. */
    static Instant promise(Appeal appeal) {
        Stream<Instant> own = appeal.assignments.values().stream().filter(Assignment::promises).map(Assignment::promiseDue);
        Stream<Instant> joint = Stream.ofNullable(appeal.jointPromise).map(day -> Zone.startOf(day.plusDays(1)));
        return Stream.concat(own, joint).max(Comparator.naturalOrder()).orElse(null);
    }
}
