package org.zhitongche.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Each day from the start to the due day, counted or skipped, and why; empty while the clock is paused. */
public record Proof(Due due, List<Step> steps) {

    /** {@code number} is the unit the day is, 0 when it is skipped; a paused day counts for the pause, not for the term. */
    public record Step(Day day, int number, boolean paused) {
        public boolean isCounted() {
            return number > 0;
        }
    }

    static Proof of(Due due) {
        if (due.isPaused()) {
            return new Proof(due, List.of());
        }
        return new Proof(due, due.limit().term().unit() == TermUnit.SAME_DAY ? sameDay(due) : wholeUnits(due));
    }

    /** The term, the paused units and the extension: the number of the due day. */
    public int units() {
        return due.limit().effectiveTerm().number() + due.paused() + due.limit().extension();
    }

    private static List<Step> wholeUnits(Due due) {
        Limit limit = due.limit();
        LocalDate start = Zone.dateOf(limit.start());
        PausedDays paused = PausedDays.of(limit.pauses(), start);
        List<Step> steps = new ArrayList<>();
        int number = 0;
        for (LocalDate date = start.plusDays(1); !date.isAfter(due.day()); date = date.plusDays(1)) {
            Day day = due.calendar().day(date, limit.region());
            boolean counts = limit.term().unit().counts(day);
            steps.add(new Step(day, counts ? ++number : 0, paused.holds(date)));
        }
        return steps;
    }

    private static List<Step> sameDay(Due due) {
        LocalDate asked = Zone.dateOf(due.limit().start());
        return asked.datesUntil(due.day().plusDays(1))
                .map(date -> new Step(due.calendar().day(date, due.limit().region()), date.equals(due.day()) ? 1 : 0, false))
                .toList();
    }
}
