package org.zhitongche.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The civil days on which the clock stands still: after the day of each request up to and including the day of its
 * supply, no day twice, none before the clock began.
 */
record PausedDays(List<Span> spans) {

    /** The days after one day up to and including another. */
    record Span(LocalDate after, LocalDate to) {
        boolean holds(LocalDate date) {
            return date.isAfter(after) && !date.isAfter(to);
        }
    }

    static PausedDays of(List<Pause> pauses, LocalDate start) {
        List<Span> spans = new ArrayList<>();
        LocalDate covered = start;
        for (Pause pause : pauses.stream().sorted(Comparator.comparing(Pause::from)).toList()) {
            LocalDate after = later(Zone.dateOf(pause.from()), covered);
            LocalDate to = Zone.dateOf(pause.to());
            if (to.isAfter(after)) {
                spans.add(new Span(after, to));
                covered = to;
            }
        }
        return new PausedDays(spans);
    }

    boolean holds(LocalDate date) {
        return spans.stream().anyMatch(span -> span.holds(date));
    }

    int count(TermUnit unit, String region, WorkCalendar calendar) {
        return spans.stream().mapToInt(span -> unit.between(span.after(), span.to(), region, calendar)).sum();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
