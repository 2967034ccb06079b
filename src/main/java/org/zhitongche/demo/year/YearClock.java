package org.zhitongche.demo.year;

import java.time.Instant;
import java.time.InstantSource;

/** Stands still until it is moved on; never goes back. */
public final class YearClock implements InstantSource {

    private volatile Instant now;

    public YearClock(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** A moment that has passed already is ignored. */
    void moveTo(Instant moment) {
        if (moment.isAfter(now)) {
            now = moment;
        }
    }
}
