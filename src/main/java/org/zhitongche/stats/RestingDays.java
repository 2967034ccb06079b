package org.zhitongche.stats;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** The days that a node has read, those asked for last, as many as a quarter of its memory holds. */
final class RestingDays {

    private static final int SHARE = 4;

    private final long most = Runtime.getRuntime().maxMemory() / SHARE;
    private final Map<LocalDate, RestingDay> days = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** Null where it was not read, or has another version by now. */
    synchronized RestingDay find(LocalDate day, long version) {
        RestingDay resting = days.get(day);
        return resting != null && resting.version() == version ? resting : null;
    }

    synchronized void put(LocalDate day, RestingDay resting) {
        RestingDay former = days.put(day, resting);
        bytes += resting.bytes() - (former == null ? 0 : former.bytes());
        var eldest = days.entrySet().iterator();
        while (bytes > most && days.size() > 1) {
            bytes -= eldest.next().getValue().bytes();
            eldest.remove();
        }
    }

    synchronized boolean isFull() {
        return bytes > most * 9 / 10;
    }

    synchronized void removeIf(Predicate<RestingDay> outdated) {
        days.values().removeIf(outdated);
        bytes = days.values().stream().mapToLong(RestingDay::bytes).sum();
    }
}
