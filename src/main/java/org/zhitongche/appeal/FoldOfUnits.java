package org.zhitongche.appeal;

import java.time.Instant;

/** What changes who has a part without anybody having worked on it. */
final class FoldOfUnits extends FoldPart {

    FoldOfUnits(Appeal appeal, Instant at) {
        super(appeal, at);
    }

    @Override
    boolean apply(Event event) {
        if (event instanceof Event.Transferred e) {
            appeal.getAssignment(e.assignment()).transfer(e, at);
        } else if (event instanceof Event.Succeeded e) {
            appeal.getAssignment(e.assignment()).successor = e.to();
        } else if (event instanceof Event.PartCancelled e) {
            appeal.getAssignment(e.assignment()).cancel();
            followRulings();
        } else if (event instanceof Event.Recused e) {
            recused(e);
        } else if (event instanceof Event.RecusalLifted e) {
            e.units().forEach(appeal.recused::remove);
            appeal.recusedPersons.remove(String.valueOf(e.person()));
        } else if (event instanceof Event.LeftWithOthers) {
            appeal.vacant = false;
            followRulings();
        } else if (event instanceof Event.PassedOn e) {
            appeal.passers.add(appeal.getAssignment(e.assignment()).department);
            if (e.way() == Event.PassedOn.Way.UP || !e.answerable()) {
                appeal.getAssignment(e.assignment()).cancel();
            }
        } else {
            return false;
        }
        return true;
    }

    private void recused(Event.Recused e) {
        appeal.recused.addAll(e.units());
        if (e.person() != null) {
            appeal.recusedPersons.add(e.person());
        }
        appeal.assignments.values().stream().filter(a -> e.units().contains(a.department)).forEach(Assignment::cancel);
        if (appeal.state == AppealState.HANDLING) {
            followRulings();
        }
    }
}
