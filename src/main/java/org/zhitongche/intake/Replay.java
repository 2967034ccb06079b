package org.zhitongche.intake;

import java.util.UUID;
import org.zhitongche.appeal.Actor;

/** Sends what was quarantined through its door again, after its fault was mended. */
@FunctionalInterface
public interface Replay {

    /** @return what became of it; QUARANTINED again where the fault is still there */
    Outcome replay(UUID arrival, Actor by);
}
