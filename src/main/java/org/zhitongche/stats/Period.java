package org.zhitongche.stats;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

    /** As many whole months before it, where it is whole months; else as many days. */
    public Period previous() {
        LocalDate first = firstDay();
        LocalDate next = lastDay().plusDays(1);
        if (first.getDayOfMonth() == 1 && next.getDayOfMonth() == 1) {
            return ofDays(first.minusMonths(ChronoUnit.MONTHS.between(first, next)), first.minusDays(1));
        }
        return ofDays(first.minusDays(ChronoUnit.DAYS.between(first, next)), first.minusDays(1));
    }

    /** The same days a year before. */
    public Period yearBefore() {
        return ofDays(firstDay().minusYears(1), lastDay().plusDays(1).minusYears(1).minusDays(1));
    }
}
