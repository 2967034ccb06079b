package org.zhitongche.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.zhitongche.time.Zone;

/** Days and moments as papers say them; null stays null. */
final class ChineseTime {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private ChineseTime() {}

    static String day(LocalDate day) {
        return day == null ? null : DAY.format(day);
    }

    static String day(Instant at) {
        return at == null ? null : day(Zone.dateOf(at));
    }

    static String moment(Instant at) {
        return at == null ? null : day(at) + MINUTE.format(Zone.timeOf(at));
    }

    /** Up to when something counts: the first moment of a day is 24:00 of the day before. */
    static String end(Instant end) {
        return limit(end.minus(1, ChronoUnit.MICROS)).endsWith("24:00") ? limit(end.minus(1, ChronoUnit.MICROS)) : moment(end);
    }

    /** The last moment in time, as a limit stores it: the end of a day is 24:00 of that day. */
    static String limit(Instant last) {
        if (last == null) {
            return null;
        }
        boolean endOfDay = Zone.timeOf(last.plus(1, ChronoUnit.MICROS)).equals(LocalTime.MIDNIGHT);
        return endOfDay ? day(last) + "24:00" : moment(last);
    }
}
