package org.zhitongche.time;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** One civil day in one region: its kind and, where a notice speaks of it, the holiday's or closure's name. */
public record Day(LocalDate date, DayKind kind, String name) {

    public boolean isWorked() {
        return kind.isWorked();
    }

    static Day plain(LocalDate date) {
        return new Day(date, isWeekend(date) ? DayKind.WEEKEND : DayKind.WORKDAY, "");
    }

    static Day off(LocalDate date, String name) {
        return new Day(date, DayKind.HOLIDAY, name);
    }

    static Day worked(LocalDate date, String name) {
        return isWeekend(date) ? new Day(date, DayKind.MAKE_UP_WORKDAY, name) : plain(date);
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }
}
