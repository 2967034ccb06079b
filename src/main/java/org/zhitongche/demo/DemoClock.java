package org.zhitongche.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The demo's past: starts some days back, is moved on from day to day, and is real time from then on. */
public final class DemoClock implements InstantSource {

    private final InstantSource real;
    private volatile Duration behind = Duration.ZERO;

    public DemoClock(InstantSource real) {
        this.real = real;
    }

    @Override
    public Instant instant() {
        return real.instant().minus(behind);
    }

    /** Moves to a moment; never back, and never beyond now. */
    public void moveTo(Instant moment) {
        Duration wanted = Duration.between(moment, real.instant());
        behind = wanted.isNegative() ? Duration.ZERO : wanted;
    }

    public void catchUp() {
        behind = Duration.ZERO;
    }
}
