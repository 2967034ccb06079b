package org.zhitongche.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The moments at which a limit's light turns, in order; none while its clock is paused.
 * A brief limit, of one day as the rules are delivered, turns yellow at half and has no blue.
 */
public record Lights(List<Turn> turns) {

    public record Turn(Instant at, Light light) {
    }

    public static Lights of(Due due, LightRule rule) {
        if (due.isPaused()) {
            return new Lights(List.of());
        }
        RunningTime time = RunningTime.of(due);
        boolean brief = isBrief(due, rule, time);
        Instant yellow = brief ? time.used(rule.brief()) : time.allBut(left(due, rule));
        Instant blue = time.used(rule.blue());
        List<Turn> turns = new ArrayList<>();
        if (!brief && blue.isBefore(yellow)) {
            turns.add(new Turn(blue, Light.BLUE));
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

    private static boolean isBrief(Due due, LightRule rule, RunningTime time) {
        Limit limit = due.limit();
        return limit.effectiveTerm().number() + limit.extension() <= rule.yellow() || time.total().compareTo(left(due, rule)) <= 0;
    }

    private static Duration left(Due due, LightRule rule) {
        return due.calendar().hours().day().multipliedBy(rule.yellow());
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

        /** Of a limit without any office hours (a day's limit over a holiday) by the clock on the wall. */
        Instant used(Share share) {
            Instant start = due.limit().start();
            return total.isZero() ? start.plus(share.of(Duration.between(start, due.instant()))).truncatedTo(ChronoUnit.MICROS)
                    : reach(share.of(total));
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
