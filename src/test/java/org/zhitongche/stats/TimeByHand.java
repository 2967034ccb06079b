package org.zhitongche.stats;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.zhitongche.time.WorkCalendar;

/** Office hours and working days, counted day by day. */
final class TimeByHand {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final WorkCalendar CALENDAR = WorkCalendar.load(Path.of("config/calendar"));

    private TimeByHand() {}

    static Duration office(Instant from, Instant to) {
        Duration all = Duration.ZERO;
        for (LocalDate day = from.atZone(CHINA).toLocalDate(); !day.isAfter(to.atZone(CHINA).toLocalDate()); day = day.plusDays(1)) {
            if (CALENDAR.isWorkingDay(day, null)) {
                all = all.plus(both(from, to, day, "09:00", "12:00")).plus(both(from, to, day, "14:30", "17:30"));
            }
        }
        return all;
    }

    private static Duration both(Instant from, Instant to, LocalDate day, String opens, String closes) {
        Instant open = moment(day, opens).isAfter(from) ? moment(day, opens) : from;
        Instant close = moment(day, closes).isBefore(to) ? moment(day, closes) : to;
        return open.isBefore(close) ? Duration.between(open, close) : Duration.ZERO;
    }

    /** Working days whose close lies in between; with the last one begun, where the time ends there for good. */
    static long days(Instant from, Instant to, boolean last) {
        long days = 0;
        for (LocalDate day = from.atZone(CHINA).toLocalDate(); !day.isAfter(to.atZone(CHINA).toLocalDate()); day = day.plusDays(1)) {
            Instant close = moment(day, "17:30");
            boolean closes = close.isAfter(from) && !close.isAfter(to);
            boolean begun = last && to.isAfter(moment(day, "00:00")) && to.isBefore(close);
            days += CALENDAR.isWorkingDay(day, null) && (closes || begun) ? 1 : 0;
        }
        return days;
    }

    private static Instant moment(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(CHINA).toInstant();
    }
}
