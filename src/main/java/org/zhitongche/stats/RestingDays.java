package org.zhitongche.stats;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** The days that a node has read, those asked for last, as many as a quarter of its memory holds. */
final class RestingDays {

    /** What a fact takes, about, in bytes; a history that moves takes more, and few do. */
    private static final int FACT = 240;
    private static final int SHARE = 4;

    private final long most = Runtime.getRuntime().maxMemory() / SHARE / FACT;
    private final Map<LocalDate, RestingDay> days = new LinkedHashMap<>(16, 0.75f, true);
    private long size;

    /** Null where it was not read, or has another version by now. */
    synchronized RestingDay find(LocalDate day, long version) {
        RestingDay resting = days.get(day);
        return resting != null && resting.version() == version ? resting : null;
    }

    synchronized void put(LocalDate day, RestingDay resting) {
        RestingDay former = days.put(day, resting);
        size += resting.size() - (former == null ? 0 : former.size());
        var eldest = days.entrySet().iterator();
        while (size > most && days.size() > 1) {
            size -= eldest.next().getValue().size();
            eldest.remove();
        }
    }

    synchronized boolean isFull() {
        return size > most * 9 / 10;
    }

    synchronized void removeIf(Predicate<RestingDay> outdated) {
        days.values().removeIf(outdated);
        size = days.values().stream().mapToLong(RestingDay::size).sum();
    }
}
