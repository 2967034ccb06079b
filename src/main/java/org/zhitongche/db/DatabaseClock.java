package org.zhitongche.db;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/**
 * The one source of time: the database's clock, the same for all nodes, cut to what it can store. Asked once a second;
 * in between this machine only measures how long ago that was.
 */
public final class DatabaseClock implements InstantSource {

    private static final long GOOD_FOR = TimeUnit.SECONDS.toNanos(1);

    private final Database database;
    private volatile Reading reading;

    private record Reading(Instant told, long at) {}

    public DatabaseClock(Database database) {
        this.database = database;
    }

    @Override
    public Instant instant() {
        Reading known = reading;
        if (known == null || System.nanoTime() - known.at() > GOOD_FOR) {
            known = ask();
        }
        return known.told().plusNanos(System.nanoTime() - known.at()).truncatedTo(ChronoUnit.MICROS);
    }

    private Reading ask() {
        Instant told = database.sql().sql("select clock_timestamp()")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class)).single().toInstant();
        reading = new Reading(told, System.nanoTime());
        return reading;
    }
}
