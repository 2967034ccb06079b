package org.zhitongche.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** The one function that says when something is due: start + (shortened) term + paused + extension, in whole units of the term. */
public final class DueTime {
    private DueTime() {
    }

    public static Due due(Instant start, Term term, Share share, List<Pause> pauses, int extension, String region, WorkCalendar calendar) {
        return due(new Limit(start, term, share, pauses, extension, region), calendar);
    }

    public static Due due(Limit limit, WorkCalendar calendar) {
        if (limit.isPaused()) {
            return new Due(limit, calendar, 0, null, null);
        }
        return limit.term().unit() == TermUnit.SAME_DAY ? sameDay(limit, calendar) : wholeUnits(limit, calendar);
    }

    /** At or before the end of office hours; for calendar days before midnight. */
    public static boolean inTime(Instant at, Due due) {
        return due.isInTime(at);
    }

    /** An extension must be asked for by then: the close of the last, or last but one …, working day before the due day. */
    public static Instant latestExtensionRequest(Due due, int workingDays) {
        LocalDate day = due.day();
        for (int n = 0; n < workingDays; n++) {
            day = due.calendar().previousWorkingDay(day, due.limit().region());
        }
        return due.calendar().closeOf(day);
    }

    /** How many units an extension to this new date adds; none or less when the date is not after the due day. */
    public static int extensionTo(LocalDate newDate, Due due) {
        Limit limit = due.limit();
        return limit.term().unit().between(due.day(), newDate, limit.region(), due.calendar());
    }

    private static Due wholeUnits(Limit limit, WorkCalendar calendar) {
        TermUnit unit = limit.term().unit();
        LocalDate start = Zone.dateOf(limit.start());
        int paused = limit.pauses().isEmpty() ? 0 : PausedDays.of(limit.pauses(), start).count(unit, limit.region(), calendar);
        int units = limit.effectiveTerm().number() + paused + limit.extension();
        LocalDate day = unit.plus(start, units, limit.region(), calendar);
        Instant end = unit == TermUnit.CALENDAR_DAYS ? Zone.startOf(day.plusDays(1)) : calendar.closeOf(day);
        return new Due(limit, calendar, paused, day, end);
    }

    private static Due sameDay(Limit limit, WorkCalendar calendar) {
        LocalDate asked = Zone.dateOf(limit.start());
        LocalTime until = calendar.hours().sameDayUntil();
        if (calendar.isWorkingDay(asked, limit.region()) && Zone.timeOf(limit.start()).isBefore(until)) {
            return new Due(limit, calendar, 0, asked, calendar.closeOf(asked));
        }
        LocalDate next = calendar.nextWorkingDay(asked, limit.region());
        return new Due(limit, calendar, 0, next, Zone.at(next, calendar.hours().breaks()));
    }
}
