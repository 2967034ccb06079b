package org.zhitongche.handling;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Clocks;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Routing;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Departments;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Person;

/**
 * 回避 in a running case, declared by the centre or by the department itself 自行回避: a unit with those below it, or one
 * person, who may be of the centre itself or a supervisor. From here they see nothing of it; what a unit still owed is given
 * to others by a person of the centre.
 *
 * @param unit   code; null where it is a person
 * @param person an officer, one of the centre or a supervisor; null where it is a unit
 */
public record Recuse(String unit, UUID person, String reason, Directory directory) implements Action {

    /** 自行回避 of the department that says it. */
    public static Action own(String reason, Directory directory) {
        return change -> new Recuse(change.actor().unit(), null, reason, directory).decide(change);
    }

    @Override
    public void decide(Change change) {
        change.require((unit == null) != (person == null), "recusal.one");
        Who.needText(change, reason, "reason");
        if (unit == null) {
            recusePerson(change);
        } else {
            recuseUnit(change);
        }
    }

    private void recusePerson(Change change) {
        Person whom = directory.findStaff(person).orElse(null);
        change.require(whom != null, "recusal.no-person");
        mayDeclare(change, whom.department());
        change.require(!change.appeal().recusedPersons().contains(person.toString()), "recusal.already", whom.display());
        change.raise(new Event.Recused(List.of(), person.toString(), change.text(Change.TextKind.REASON, reason)));
    }

    private void recuseUnit(Change change) {
        Departments all = directory.departments();
        Department accused = all.find(unit).orElse(null);
        change.require(accused != null, "recusal.no-unit", unit);
        mayDeclare(change, unit);
        change.require(!change.appeal().recused().contains(unit), "recusal.already", accused.name());
        List<String> units = new ArrayList<>(List.of(unit));
        units.addAll(all.below(unit));
        List<Routing.Unit> lost = lost(change.appeal(), units);
        runAgain(change, units);
        change.raise(new Event.Recused(units, null, change.text(Change.TextKind.REASON, reason)));
        if (!lost.isEmpty()) {
            new Vacancies(directory).open(change, "doubt.recused-while-running", lost);
        }
    }

    /** A department speaks for itself and its officers only. */
    private static void mayDeclare(Change change, String whose) {
        boolean own = change.actor().is(Actor.Kind.DEPARTMENT) && change.actor().unit().equals(whose);
        change.require(own || change.actor().is(Actor.Kind.CENTRE), "recusal.own-only");
    }

    /** What must be given to others: parts still owed, or while nothing is dispatched yet, what was proposed. */
    private static List<Routing.Unit> lost(Appeal appeal, List<String> units) {
        if (appeal.state() == AppealState.TRIAGE) {
            return appeal.proposed().stream().filter(proposed -> units.contains(proposed.department())).toList();
        }
        return appeal.assignments().stream().filter(part -> units.contains(part.department()))
                .filter(part -> part.state().open() || part.state() == AssignmentState.SENT_BACK)
                .map(part -> new Routing.Unit(part.department(), part.role())).toList();
    }

    /** Nobody waits for the firm on their behalf any more. */
    private static void runAgain(Change change, List<String> units) {
        for (Assignment part : List.copyOf(change.appeal().assignments())) {
            if (units.contains(part.department()) && part.askedAt() != null && part.state().open()) {
                Clocks.resume(change, part, Event.ClockResumed.How.ANSWERED, change.at());
            }
        }
    }
}
