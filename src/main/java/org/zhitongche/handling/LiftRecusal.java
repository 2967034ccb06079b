package org.zhitongche.handling;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;
import org.zhitongche.directory.Directory;

/** 解除回避 by the centre, with a reason. A unit stays out where another one that is recused stands above it. */
public record LiftRecusal(String unit, UUID person, String reason, Directory directory) implements Action {

    @Override
    public void decide(Change change) {
        Who.centre(change);
        change.require((unit == null) != (person == null), "recusal.one");
        Who.needText(change, reason, "reason");
        change.require(unit != null ? change.appeal().recused().contains(unit)
                : change.appeal().recusedPersons().contains(person.toString()), "recusal.not-recused");
        change.raise(new Event.RecusalLifted(units(change), person == null ? null : person.toString(),
                change.text(Change.TextKind.REASON, reason)));
    }

    private List<String> units(Change change) {
        if (unit == null) {
            return List.of();
        }
        List<String> units = new ArrayList<>(List.of(unit));
        if (directory.departments().find(unit).isPresent()) {
            units.addAll(directory.departments().below(unit));
        }
        units.retainAll(change.appeal().recused());
        return units;
    }
}
