package org.zhitongche.supervision;

import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Clocks;
import org.zhitongche.appeal.Event;

/** Turns every light of an appeal whose moment has passed, tells those above what stays overdue, and lets clocks run again that stood for long enough. */
final class TurnLights implements Action {

    private boolean turned;

    @Override
    public void decide(Change change) {
        turned = Clocks.lapse(change);
        for (Event.LightTurned light : change.appeal().lightsToTurn(change.terms(), change.at())) {
            if (light.duty().hasLights()) {
                change.raise(light);
                turned = true;
            }
        }
        escalate(change);
    }

    /** After the lights, since what turns red now may have been overdue for long. */
    private void escalate(Change change) {
        for (Event.Escalated up : change.appeal().toEscalate(change.terms(), change.at())) {
            change.raise(up);
            turned = true;
        }
    }

    boolean turned() {
        return turned;
    }
}
