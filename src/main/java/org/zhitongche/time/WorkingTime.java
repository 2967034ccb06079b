package org.zhitongche.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;

/** Office hours as a length of time: how much of it lies between two moments. */
final class WorkingTime {
    private WorkingTime() {
    }

    static Duration between(Instant from, Instant to, String region, WorkCalendar calendar) {
        return from.isAfter(to) ? Duration.ZERO : sinceDawn(to, region, calendar)
                .minus(sinceDawn(from, region, calendar))
                .plus(calendar.hours().day().multipliedBy(daysBefore(from, to, region, calendar)));
    }

    /** The first moment by which so much office time of the days that count has gone by. */
    static Instant reach(Instant from, Duration used, Predicate<LocalDate> counts, WorkingHours hours) {
        LocalDate date = Zone.dateOf(from);
        boolean counted = counts.test(date);
        Duration left = used.plus(counted ? hours.until(Zone.timeOf(from)) : Duration.ZERO);
        while (!counted || left.compareTo(hours.day()) > 0) {
            left = counted ? left.minus(hours.day()) : left;
            date = date.plusDays(1);
            counted = counts.test(date);
        }
        return Zone.at(date, hours.after(left)).truncatedTo(ChronoUnit.MICROS);
    }

    /** Working days from the day of the one moment up to the day before that of the other. */
    private static int daysBefore(Instant from, Instant to, String region, WorkCalendar calendar) {
        LocalDate first = Zone.dateOf(from);
        LocalDate last = Zone.dateOf(to);
        return calendar.workingDays(first.minusDays(1), last.minusDays(1), region);
    }

    private static Duration sinceDawn(Instant moment, String region, WorkCalendar calendar) {
        return calendar.isWorkingDay(Zone.dateOf(moment), region) ? calendar.hours().until(Zone.timeOf(moment)) : Duration.ZERO;
    }
}
