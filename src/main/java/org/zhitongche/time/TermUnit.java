package org.zhitongche.time;

import java.time.LocalDate;

/** What a limit is counted in. */
public enum TermUnit {
    WORKING_DAYS("wd"),
    CALENDAR_DAYS("d"),
    /** Asked early, answered the same day; otherwise by noon of the next working day. */
    SAME_DAY("sameday");

    private final String sign;

    TermUnit(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    /** The nth such day after the date, which itself never counts. */
    LocalDate plus(LocalDate date, int n, String region, WorkCalendar calendar) {
        return this == CALENDAR_DAYS ? date.plusDays(n) : calendar.plusWorkingDays(date, n, region);
    }

    /** How many such days there are after one day up to and including another. */
    int between(LocalDate after, LocalDate to, String region, WorkCalendar calendar) {
        return this == CALENDAR_DAYS ? (int) (to.toEpochDay() - after.toEpochDay()) : calendar.workingDays(after, to, region);
    }

    boolean counts(Day day) {
        return this == CALENDAR_DAYS || day.isWorked();
    }
}
