package org.zhitongche.stats;

import java.time.Duration;
import java.util.Arrays;

/** Lengths of time, in microseconds, and how they are distributed. */
final class Lengths {

    private static final double MILLI = 1000;

    private long[] all = new long[8];
    private int count;
    private long total;
    private boolean sorted;

    void add(long length) {
        if (count == all.length) {
            all = Arrays.copyOf(all, 2 * count);
        }
        all[count++] = length;
        total += length;
        sorted = false;
    }

    int count() {
        return count;
    }

    Duration total() {
        return duration(total);
    }

    /** Interpolated between the two nearest; null where there are none. */
    Duration percentile(double fraction) {
        if (count == 0) {
            return null;
        }
        if (!sorted) {
            Arrays.sort(all, 0, count);
            sorted = true;
        }
        double place = fraction * (count - 1);
        long below = all[(int) place];
        long above = all[Math.min(count - 1, (int) place + 1)];
        return Duration.ofMillis(Math.round((below + (above - below) * (place - (int) place)) / MILLI));
    }

    static Duration duration(long micros) {
        return Duration.ofMillis(Math.round(micros / MILLI));
    }
}
