package org.zhitongche.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The one civil time of the house: every date and hour people see is of this zone. */
public final class Zone {
    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private Zone() {
    }

    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, CHINA);
    }

    public static LocalTime timeOf(Instant instant) {
        return LocalTime.ofInstant(instant, CHINA);
    }

    public static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(CHINA).toInstant();
    }

    public static Instant startOf(LocalDate date) {
        return at(date, LocalTime.MIDNIGHT);
    }
}
