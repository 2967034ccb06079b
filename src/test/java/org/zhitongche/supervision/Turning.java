package org.zhitongche.supervision;

import org.zhitongche.appeal.Action;

/** What a round of supervision does with an appeal, for tests that have no database. */
public final class Turning {

    private Turning() {}

    public static Action lights() {
        return new TurnLights();
    }
}
