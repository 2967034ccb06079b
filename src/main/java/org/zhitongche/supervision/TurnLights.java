package org.zhitongche.supervision;

import java.util.List;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Clocks;
import org.zhitongche.appeal.Duty;
import org.zhitongche.appeal.Event;
import org.zhitongche.time.Light;

/** Turns every light of an appeal whose moment has passed, tells those above what stays overdue, and lets clocks run again that stood for long enough. */
final class TurnLights implements Action {

    private boolean turned;

    @Override
    public void decide(Change change) {
        resume(change);
        for (Event.LightTurned light : change.appeal().lightsToTurn(change.terms(), change.at())) {
            // On the promised day nobody is late: the firm is asked, which is the survey's to do.
            boolean asked = light.duty() == Duty.PROMISE && light.light() == Light.RED;
            if (light.duty().hasLights() && !asked) {
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

    /** The firm is waited for no longer than the rule says; from then on the clock runs by itself. */
    private void resume(Change change) {
        for (Assignment each : List.copyOf(change.appeal().assignments())) {
            if (each.supplyBy() != null && change.at().isAfter(each.supplyBy())) {
                Clocks.resume(change, each, Event.ClockResumed.How.LAPSED, each.supplyBy());
                turned = true;
            }
        }
    }

    boolean turned() {
        return turned;
    }
}
