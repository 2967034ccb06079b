package org.zhitongche.supervision;

import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Duty;
import org.zhitongche.appeal.Event;

/** Turns every light of an appeal whose moment has passed. */
final class TurnLights implements Action {

    private boolean turned;

    @Override
    public void decide(Change change) {
        change.appeal().lightsToTurn(change.terms(), change.at()).forEach(light -> {
            if (light.duty() != Duty.SURVEY) {
                change.raise(light);
                turned = true;
            }
        });
    }

    boolean turned() {
        return turned;
    }
}
