package org.zhitongche.stats;

import java.time.Duration;
import java.util.Arrays;

/** Lengths of time, in microseconds, and how they are distributed. */
final class Lengths {

    private static final double MILLI = 1000;

    private long[] all = new long[8];
    private int count;
    private long total;

    void add(long length) {
        if (count == all.length) {
            all = Arrays.copyOf(all, 2 * count);
        }
        all[count++] = length;
        total += length;
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
        double place = fraction * (count - 1);
        long below = smallest((int) place);
        long above = place == (int) place ? below : nextAfter((int) place);
        return Duration.ofMillis(Math.round((below + (above - below) * (place - (int) place)) / MILLI));
    }

    static Duration duration(long micros) {
        return Duration.ofMillis(Math.round(micros / MILLI));
    }

    /** What would stand there if they were in order; afterwards none before it is larger and none behind it smaller. To order them all would take ten times as long. */
    private long smallest(int place) {
        int from = 0;
        int to = count - 1;
        while (from < to) {
            long pivot = all[(from + to) >>> 1];
            int left = from;
            int right = to;
            while (left <= right) {
                while (all[left] < pivot) {
                    left++;
                }
                while (all[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    long swapped = all[left];
                    all[left++] = all[right];
                    all[right--] = swapped;
                }
            }
            if (place <= right) {
                to = right;
            } else if (place >= left) {
                from = left;
            } else {
                return all[place];
            }
        }
        return all[place];
    }

    private long nextAfter(int place) {
        long next = Long.MAX_VALUE;
        for (int n = place + 1; n < count; n++) {
            next = Math.min(next, all[n]);
        }
        return next;
    }
}
