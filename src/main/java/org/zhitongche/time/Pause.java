package org.zhitongche.time;

import java.time.Instant;
import java.util.Optional;

/** The clock stood still from the request to the supply; {@code to} is null while nothing was supplied yet. */
public record Pause(Instant from, Instant to) {

    public Pause {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a pause cannot end (" + to + ") before it begins (" + from + ")");
        }
    }

    public static Pause open(Instant from) {
        return new Pause(from, null);
    }

    /** A pause that ends with the supply, or by itself when the longest time allowed is over. */
    public static Pause atMost(Term longest, Instant from, Optional<Instant> supplied, String region, WorkCalendar calendar) {
        Instant end = DueTime.due(Limit.of(from, longest).in(region), calendar).lastMoment();
        return new Pause(from, supplied.filter(end::isAfter).orElse(end));
    }

    public boolean isOpen() {
        return to == null;
    }
}
