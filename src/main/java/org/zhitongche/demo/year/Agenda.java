package org.zhitongche.demo.year;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to happen when; of two at the same moment the one that was noted first. */
final class Agenda {

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::order));
    private final YearClock clock;
    private long noted;

    private record Entry(Instant at, long order, Runnable what) {}

    Agenda(YearClock clock) {
        this.clock = clock;
    }

    void note(Instant at, Runnable what) {
        entries.add(new Entry(at, noted++, what));
    }

    /** All that comes before that moment, the clock moved to each; what is noted meanwhile counts as well. */
    void runUntil(Instant end) {
        while (!entries.isEmpty() && entries.peek().at().isBefore(end)) {
            Entry next = entries.poll();
            clock.moveTo(next.at());
            next.what().run();
        }
        clock.moveTo(end);
    }
}
