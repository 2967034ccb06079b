package org.zhitongche.stats;

import java.util.List;
import java.util.UUID;
import org.zhitongche.stats.SpanColumn.OfAppeal;
import org.zhitongche.stats.SpanColumn.OfPart;

/**
 * All that was ever known of one appeal, span after span: how it stood at any moment follows from it.
 *
 * @param spans of the appeal, the earliest first
 */
record History(UUID appeal, List<Span> spans, List<PartHistory> parts) {

    private static final long HOUR = 3_600_000_000L;
    private static final long DAY = 24 * HOUR;
    /** 00:00 in China lies so long before 00:00 of the universal day. */
    private static final long CHINA = 8 * HOUR;

    /** Of one assignment. @param spans the earliest first */
    record PartHistory(UUID assignment, List<Span> spans) {}

    /** Null where nothing was known yet. */
    static Span at(List<Span> spans, long moment) {
        for (int n = spans.size() - 1; n >= 0; n--) {
            if (spans.get(n).from() <= moment) {
                return spans.get(n);
            }
        }
        return null;
    }

    private static Span last(List<Span> spans) {
        return spans.get(spans.size() - 1);
    }

    /** The last moment at which what counts changed, or will because a time passes; at any later one the appeal counts as it does then. */
    long movedAt() {
        Span last = last(spans);
        long moved = Math.max(last.from(), last.get(OfAppeal.DUE_AT));
        for (PartHistory part : parts) {
            Span own = last(part.spans());
            for (OfPart time : List.of(OfPart.FROM_AT, OfPart.ACKNOWLEDGE_DUE, OfPart.DUE_AT)) {
                moved = Math.max(moved, own.get(time));
            }
            moved = own.has(OfPart.PROMISED) ? Math.max(moved, endOf(own.get(OfPart.PROMISED))) : moved;
        }
        return moved;
    }

    /** Late days grow as long as nothing was answered. */
    boolean rests() {
        Span last = last(spans);
        return !last.is(OfAppeal.COUNTED) || !last.has(OfAppeal.DUE_AT) || last.has(OfAppeal.FIRST_COMPLETED_AT);
    }

    /** 24:00 in China of a day counted from 1970. */
    static long endOf(long day) {
        return (day + 1) * DAY - CHINA;
    }
}
