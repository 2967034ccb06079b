package org.zhitongche.db;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands where a test puts it. */
public final class MutableClock implements InstantSource {
    private final AtomicReference<Instant> time;

    public MutableClock(Instant start) {
        time = new AtomicReference<>(start);
    }

    /** As written with an offset: {@code 2026-03-02T09:00:00+08:00}. */
    public static MutableClock at(String time) {
        return new MutableClock(OffsetDateTime.parse(time).toInstant());
    }

    public void set(Instant instant) {
        time.set(instant);
    }

    public void advance(Duration duration) {
        time.updateAndGet(now -> now.plus(duration));
    }

    @Override
    public Instant instant() {
        return time.get();
    }
}
