package org.zhitongche.appeal;

import java.time.Instant;
import org.zhitongche.time.Light;

/** When the lights of an answer turn, as lists keep it: blue and yellow may be none, {@code due} is the last moment in time. */
public record Turns(Instant blue, Instant yellow, Instant due) {

    /** As the light that turns next tells it: those before it have turned. */
    static Turns next(Light next, Instant at, Instant due) {
        return switch (next) {
            case BLUE -> new Turns(at, null, due);
            case YELLOW -> new Turns(null, at, due);
            default -> new Turns(null, Instant.EPOCH, due);
        };
    }

    /** NONE while the clock stands. */
    public Light at(Instant now) {
        if (due == null) {
            return Light.NONE;
        }
        if (now.isAfter(due)) {
            return Light.RED;
        }
        if (yellow != null && !now.isBefore(yellow)) {
            return Light.YELLOW;
        }
        return blue != null && !now.isBefore(blue) ? Light.BLUE : Light.NONE;
    }
}
