package org.zhitongche.stats;

import java.time.Instant;
import java.time.LocalDate;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.time.Zone;

/** The time in which the counted appeals were accepted: from the first moment on, before the last. */
public record Period(Instant from, Instant to) {

    public Period {
        if (!from.isBefore(to)) {
            throw new Refusal("figures.period");
        }
    }

    /** Whole days in China's time, the last included. */
    public static Period ofDays(LocalDate first, LocalDate last) {
        return new Period(Zone.startOf(first), Zone.startOf(last.plusDays(1)));
    }

    public static Period ofYear(int year) {
        return ofDays(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    public LocalDate firstDay() {
        return Zone.dateOf(from);
    }

    public LocalDate lastDay() {
        return Zone.dateOf(to.minusNanos(1));
    }
}
