package org.zhitongche.handling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Clocks;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.directory.TakeOver;

/**
 * 部门接替 in one case: what is open becomes the successor's, what was answered stays the department's. No clock moves, but
 * nobody can have acknowledged what it did not have: where that was still owed, its day is counted anew.
 */
final class HandOver implements Action {

    private final TakeOver takeOver;
    private final Vacancies vacancies;
    private int moved;
    private int followed;
    private int triaged;

    HandOver(TakeOver takeOver, Vacancies vacancies) {
        this.takeOver = takeOver;
        this.vacancies = vacancies;
    }

    int moved() {
        return moved;
    }

    int followed() {
        return followed;
    }

    int triaged() {
        return triaged;
    }

    @Override
    public void decide(Change change) {
        Appeal appeal = change.appeal();
        if (appeal.state().ended() || !takeOver.covers(appeal.category(), appeal.region())) {
            return;
        }
        boolean recused = appeal.recused().contains(takeOver.successor());
        List<Routing.Unit> vacant = new ArrayList<>();
        for (Assignment part : List.copyOf(appeal.assignments())) {
            if (!part.answerable().equals(takeOver.department())) {
                continue;
            }
            if (!isOpen(part)) {
                follow(change, part, recused);
            } else if (recused) {
                vacant.add(new Routing.Unit(part.department(), part.role()));
                cancel(change, part, "cancel.successor-recused");
            } else {
                move(change, part);
            }
        }
        if (!vacant.isEmpty()) {
            triaged++;
            vacancies.open(change, "doubt.successor-recused", vacant);
        }
    }

    private void move(Change change, Assignment part) {
        Optional<Assignment> own = change.appeal().assignments().stream()
                .filter(a -> a.department().equals(takeOver.successor()) && isOpen(a)).findFirst();
        if (own.isPresent() && part.role() == Role.CO_HANDLING) {
            cancel(change, part, "cancel.same-unit"); // nobody gives himself an opinion
            return;
        }
        own.filter(theirs -> theirs.role() == Role.CO_HANDLING).ifPresent(theirs -> cancel(change, theirs, "cancel.same-unit"));
        boolean unacknowledged = part.state() == AssignmentState.DISPATCHED;
        change.raise(new Event.Transferred(part.id(), takeOver.department(), takeOver.successor(), takeOver.document(),
                unacknowledged ? change.terms().due("acknowledge", change.appeal(), change.at()) : null));
        moved++;
    }

    /** Whoever is recused follows nobody: a rework of it goes to a person. */
    private void follow(Change change, Assignment part, boolean recused) {
        if (part.state() == AssignmentState.COMPLETED && !recused) {
            change.raise(new Event.Succeeded(part.id(), takeOver.department(), takeOver.successor(), takeOver.document()));
            followed++;
        }
    }

    private static void cancel(Change change, Assignment part, String why) {
        if (part.askedAt() != null) {
            Clocks.resume(change, part, Event.ClockResumed.How.ANSWERED, change.at());
        }
        change.raise(new Event.PartCancelled(part.id(), why));
    }

    private static boolean isOpen(Assignment part) {
        return part.state().open() || part.state() == AssignmentState.SENT_BACK;
    }
}
