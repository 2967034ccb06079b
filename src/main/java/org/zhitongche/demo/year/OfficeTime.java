package org.zhitongche.demo.year;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.zhitongche.time.WorkCalendar;
import org.zhitongche.time.Zone;

/** Moments at which people work. */
final class OfficeTime {

    private static final LocalTime CLOSING = LocalTime.of(17, 20);

    private final WorkCalendar calendar;

    OfficeTime(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    List<LocalDate> workingDays(int year) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            if (calendar.isWorkingDay(day, null)) {
                days.add(day);
            }
        }
        return days;
    }

    /** Within the office hours of that day, early enough to be dealt with on it. */
    static Instant comesIn(LocalDate day, RandomGenerator die) {
        return Zone.at(day, LocalTime.of(8, 30)).plusSeconds(die.nextInt(7 * 3600));
    }

    /** Some minutes later, on the same day; what is too late for that comes at its end. */
    static Instant soon(Instant after, RandomGenerator die) {
        Instant closing = Zone.at(Zone.dateOf(after), CLOSING);
        Instant wanted = after.plusSeconds(300 + die.nextInt(4200));
        return wanted.isBefore(closing) || !after.isBefore(closing) ? wanted : after.plus(after.until(closing, ChronoUnit.SECONDS) / 2, ChronoUnit.SECONDS);
    }

    /** On the nth working day after; 0: later on the same day if it is one and is not over, else on the next. */
    Instant later(Instant after, int days, RandomGenerator die) {
        ZonedDateTime from = after.atZone(Zone.CHINA);
        boolean today = days == 0 && calendar.isWorkingDay(from.toLocalDate(), null) && from.toLocalTime().isBefore(LocalTime.of(16, 30));
        if (today) {
            return soon(after.isBefore(opening(from.toLocalDate())) ? opening(from.toLocalDate()) : after, die);
        }
        return on(calendar.plusWorkingDays(from.toLocalDate(), Math.max(1, days), null), die);
    }

    /** At some time of that day; of the working day before it, where nobody works on it. */
    Instant onOrBefore(LocalDate day, RandomGenerator die) {
        return on(calendar.isWorkingDay(day, null) ? day : calendar.previousWorkingDay(day, null), die);
    }

    LocalDate daysBefore(LocalDate day, int days) {
        LocalDate found = day;
        for (int n = 0; n < days; n++) {
            found = calendar.previousWorkingDay(found, null);
        }
        return found;
    }

    LocalDate daysAfter(LocalDate day, int days) {
        return calendar.plusWorkingDays(day, days, null);
    }

    /** Working days between two moments, the first one not counted. */
    int daysBetween(Instant from, Instant to) {
        return to.isBefore(from) ? 0 : calendar.workingDays(Zone.dateOf(from), Zone.dateOf(to), null);
    }

    private static Instant opening(LocalDate day) {
        return Zone.at(day, LocalTime.of(9, 0));
    }

    private static Instant on(LocalDate day, RandomGenerator die) {
        boolean morning = die.nextBoolean();
        return Zone.at(day, LocalTime.of(morning ? 9 : 14, 35)).plusSeconds(die.nextInt(morning ? 8400 : 9600));
    }
}
