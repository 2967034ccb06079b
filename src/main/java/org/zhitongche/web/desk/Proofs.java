package org.zhitongche.web.desk;

import java.time.Instant;
import java.util.function.Function;
import org.zhitongche.appeal.Given;
import org.zhitongche.appeal.Terms;
import org.zhitongche.time.Due;
import org.zhitongche.time.DueTime;
import org.zhitongche.time.WorkCalendar;

/** Counts due times that were given once more, for their proof. @param calendars the one in force at a moment */
public record Proofs(Terms terms, Function<Instant, WorkCalendar> calendars) {

    /** What runs is counted anew with every calendar; what was met stands on the one of its time. @param given one whose limit was counted */
    public Due counted(Given given) {
        Due now = terms.counted(given.limit());
        if (given.open() && agrees(now, given)) {
            return now;
        }
        Due then = DueTime.due(given.limit(), calendars.apply(given.at()));
        return agrees(then, given) ? then : now;
    }

    /** Whether it ends in the due time that was given. */
    public static boolean agrees(Due due, Given given) {
        return given.due() == null || !due.isPaused() && due.lastMoment().equals(given.due());
    }
}
