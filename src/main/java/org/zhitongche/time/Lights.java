package org.zhitongche.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The moments at which a limit's light turns, in order; none while its clock is paused.
 * A limit of one day turns yellow at half and has no blue.
 */
public record Lights(List<Turn> turns) {

    public record Turn(Instant at, Light light) {
    }

    public static Lights of(Due due) {
        if (due.isPaused()) {
            return new Lights(List.of());
        }
        RunningTime time = RunningTime.of(due);
        Instant half = time.half();
        Instant yellow = isOfOneDay(due, time) ? half : time.allBut(due.calendar().hours().day());
        List<Turn> turns = new ArrayList<>();
        if (half.isBefore(yellow)) {
            turns.add(new Turn(half, Light.BLUE));
        }
        turns.add(new Turn(yellow, Light.YELLOW));
        turns.add(new Turn(due.overdueFrom(), Light.RED));
        return new Lights(List.copyOf(turns));
    }

    public Light at(Instant now) {
        Light light = Light.NONE;
        for (Turn turn : turns) {
            light = turn.at().isAfter(now) ? light : turn.light();
        }
        return light;
    }

    /** When to look again. */
    public Optional<Turn> findNext(Instant now) {
        return turns.stream().filter(turn -> turn.at().isAfter(now)).findFirst();
    }

    private static boolean isOfOneDay(Due due, RunningTime time) {
        Limit limit = due.limit();
        return limit.effectiveTerm().number() + limit.extension() <= 1 || time.total().compareTo(due.calendar().hours().day()) <= 0;
    }

    /** Working time from the start to the due time, without the days on which the clock stood still. */
    private record RunningTime(Due due, PausedDays paused, Duration total) {

        static RunningTime of(Due due) {
            Limit limit = due.limit();
            PausedDays paused = PausedDays.of(limit.pauses(), Zone.dateOf(limit.start()));
            Duration total = between(due, limit.start(), due.instant());
            for (PausedDays.Span span : paused.spans()) {
                Instant end = Zone.startOf(span.to().plusDays(1));
                total = total.minus(between(due, Zone.startOf(span.after().plusDays(1)), end.isBefore(due.instant()) ? end : due.instant()));
            }
            return new RunningTime(due, paused, total);
        }

        private static Duration between(Due due, Instant from, Instant to) {
            return WorkingTime.between(from, to, due.limit().region(), due.calendar());
        }

        /** A limit without any office hours (a day's limit over a holiday) is halved by the clock on the wall. */
        Instant half() {
            Instant start = due.limit().start();
            return total.isZero() ? start.plus(Duration.between(start, due.instant()).dividedBy(2)).truncatedTo(ChronoUnit.MICROS)
                    : reach(total.dividedBy(2));
        }

        Instant allBut(Duration left) {
            return reach(total.minus(left));
        }

        private Instant reach(Duration used) {
            Limit limit = due.limit();
            return WorkingTime.reach(limit.start(), used,
                    date -> due.calendar().isWorkingDay(date, limit.region()) && !paused.holds(date), due.calendar().hours());
        }
    }
}
