package org.zhitongche.stats;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Into what a period is cut to see how a figure moves. */
public enum Trend {
    MONTH, WEEK;

    /** As it stands in addresses and on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first day of the month, or the Monday, that the day lies in. */
    LocalDate start(LocalDate day) {
        return this == MONTH ? day.withDayOfMonth(1) : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The pieces of a period, the first and last cut off where it begins and ends. */
    public List<Period> cut(Period period) {
        List<Period> pieces = new ArrayList<>();
        LocalDate from = period.firstDay();
        while (!from.isAfter(period.lastDay())) {
            LocalDate next = this == MONTH ? start(from).plusMonths(1) : start(from).plusWeeks(1);
            LocalDate last = next.isAfter(period.lastDay()) ? period.lastDay() : next.minusDays(1);
            pieces.add(Period.ofDays(from, last));
            from = next;
        }
        return pieces;
    }
}
