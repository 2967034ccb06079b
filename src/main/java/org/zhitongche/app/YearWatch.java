package org.zhitongche.app;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Where the time of a simulated year goes. */
final class YearWatch {

    private final long began = System.nanoTime();
    private final Map<Work, Long> spent = new EnumMap<>(Work.class);

    enum Work { TAKE_IN, ACT, ROUNDS, WEEKLY }

    <T> T time(Work work, Supplier<T> what) {
        long start = System.nanoTime();
        T done = what.get();
        spent.merge(work, System.nanoTime() - start, Long::sum);
        return done;
    }

    /** In whole seconds. */
    String spentOn(Work work) {
        return seconds(spent.getOrDefault(work, 0L));
    }

    String all() {
        return seconds(System.nanoTime() - began);
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.0f", nanos / 1e9);
    }
}
