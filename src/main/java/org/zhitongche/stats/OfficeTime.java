package org.zhitongche.stats;

import java.time.LocalDate;
import java.time.LocalTime;
import org.zhitongche.time.WorkCalendar;
import org.zhitongche.time.WorkingHours;

/** A calendar's working days and office hours as running numbers: what lies between two moments is the difference of two of them. */
final class OfficeTime {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final long SECOND = 1_000_000L;
    private static final long DAY = 86_400 * SECOND;
    private static final long CHINA = 8 * 3_600 * SECOND;

    private final WorkCalendar calendar;
    private final long opens;
    private final long breaks;
    private final long resumes;
    private final long closes;

    OfficeTime(WorkCalendar calendar) {
        this.calendar = calendar;
        WorkingHours hours = calendar.hours();
        opens = micros(hours.opens());
        breaks = micros(hours.breaks());
        resumes = micros(hours.resumes());
        closes = micros(hours.closes());
    }

    private static long micros(LocalTime time) {
        return time.toNanoOfDay() / 1000;
    }

    private static LocalDate dayOf(long moment) {
        return LocalDate.ofEpochDay(Math.floorDiv(moment + CHINA, DAY));
    }

    private static long clock(long moment) {
        return Math.floorMod(moment + CHINA, DAY);
    }

    private long before(LocalDate day, String region) {
        return calendar.workingDays(FIRST, day.minusDays(1), region);
    }

    /** Office hours up to the moment, in microseconds; differences of it are lengths. */
    long worked(long moment, String region) {
        LocalDate day = dayOf(moment);
        long whole = before(day, region) * (breaks - opens + closes - resumes);
        return calendar.isWorkingDay(day, region) ? whole + within(opens, breaks, moment) + within(resumes, closes, moment) : whole;
    }

    private static long within(long from, long to, long moment) {
        return Math.min(Math.max(clock(moment), from), to) - from;
    }

    /** How many working days have closed by then; differences of it are working days. */
    long closed(long moment, String region) {
        LocalDate day = dayOf(moment);
        return before(day, region) + (calendar.isWorkingDay(day, region) && clock(moment) >= closes ? 1 : 0);
    }

    /** 1 where a working day has begun and not closed. */
    long begun(long moment, String region) {
        return clock(moment) > 0 && clock(moment) < closes && calendar.isWorkingDay(dayOf(moment), region) ? 1 : 0;
    }
}
