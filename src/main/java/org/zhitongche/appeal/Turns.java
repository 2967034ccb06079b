package org.zhitongche.appeal;

import java.time.Instant;
import org.zhitongche.time.Light;

/** When the lights of an answer turn, as lists keep it: blue and yellow may be none, {@code due} is the last moment in time. */
public record Turns(Instant blue, Instant yellow, Instant due) {

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
