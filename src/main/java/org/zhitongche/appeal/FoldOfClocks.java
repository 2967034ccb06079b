package org.zhitongche.appeal;

import java.time.Instant;
import org.zhitongche.time.Light;
import org.zhitongche.time.Pause;
import org.zhitongche.time.Share;
import org.zhitongche.time.Term;

/** What makes clocks stand, run and move, and the lights that turn with them. */
final class FoldOfClocks extends FoldPart {

    FoldOfClocks(Appeal appeal, Instant at) {
        super(appeal, at);
    }

    @Override
    boolean apply(Event event) {
        if (event instanceof Event.ClocksMoved e) {
            e.moved().forEach(this::move);
            notOverdueAnyMore(e);
            e.otherDuties().forEach(this::moveDuty);
        } else if (event instanceof Event.DutiesMoved e) {
            e.moved().forEach(this::moveDuty);
        } else if (event instanceof Event.Prioritised e) {
            appeal.priority = true;
            appeal.share = e.share() == null ? Share.HALF : Share.parse(e.share());
        } else if (event instanceof Event.PrioritySuggested e) {
            appeal.suggested = e.why();
        } else if (event instanceof Event.MarkedHard) {
            appeal.hard = true;
        } else if (event instanceof Event.InformationRequested e) {
            informationRequested(e);
        } else if (event instanceof Event.ClockResumed e) {
            appeal.getAssignment(e.assignment()).resume(e.how(), e.since(), e.until());
            resume(e.since(), e.until());
        } else if (event instanceof Event.ExtensionRequested e) {
            appeal.getAssignment(e.assignment()).askExtension(e, at);
        } else if (event instanceof Event.ExtensionRuled e) {
            extensionRuled(e);
        } else if (event instanceof Event.Suspended e) {
            suspended(e);
        } else if (event instanceof Event.Resumed e) {
            resumed(e);
        } else if (event instanceof Event.LightTurned e) {
            lightTurned(e);
        } else {
            return false;
        }
        return true;
    }

    private void informationRequested(Event.InformationRequested e) {
        await(appeal.getAssignment(e.assignment()), a -> a.ask(at, e.until()));
    }

    private void extensionRuled(Event.ExtensionRuled e) {
        Assignment assignment = appeal.getAssignment(e.assignment());
        assignment.ruleOnExtension(e.granted());
        if (e.granted() && appeal.isLead(assignment)) {
            appeal.limit = appeal.limit.extended(assignment.extension.units());
        }
    }

    private void suspended(Event.Suspended e) {
        appeal.suspendedAt = at;
        appeal.suspensionReview = e.review();
        appeal.unfinished().forEach(a -> a.limit = a.limit.paused(Pause.open(at)));
        pause();
    }

    private void resumed(Event.Resumed e) {
        closeSuspension();
        appeal.unfinished().forEach(a -> a.limit = a.limit.resumed(e.since(), at));
        resume(e.since(), at);
    }

    private void move(Event.Moved moved) {
        if (moved.subject().equals(appeal.id)) {
            appeal.limit = appeal.limit.on(Term.parse(moved.clock().term()), appeal.shortening(moved.clock()));
            appeal.due = moved.clock().due();
        } else {
            appeal.getAssignment(moved.subject()).move(moved.clock(), appeal.shortening(moved.clock()));
        }
    }

    /** A day that was a day off after all was nobody's to be late on. */
    private void notOverdueAnyMore(Event.ClocksMoved e) {
        if (!e.why().equals(Clocks.CALENDAR)) {
            return;
        }
        for (Event.Moved moved : e.moved()) {
            if (moved.clock().due() != null && !moved.clock().due().isBefore(at)) {
                appeal.findAssignment(moved.subject()).ifPresentOrElse(a -> a.overdue = false, () -> appeal.overdue = false);
            }
        }
    }

    private void moveDuty(Event.MovedDuty moved) {
        switch (moved.duty()) {
            case TRIAGE -> moveTriage(moved.due());
            case LEADER_NOTE -> appeal.leaderNotes.computeIfPresent(moved.subject(), (id, note) -> note.due(moved.due()));
            case ORDER -> appeal.orders.computeIfPresent(moved.subject(), (id, order) -> order.due(moved.due()));
            case SURVEY -> appeal.surveyCloses = moved.due();
            case REWORK_DECISION -> appeal.reworkDecideBy = moved.due();
            case OBJECTION_RULING -> appeal.objections.computeIfPresent(moved.subject(), (id, objection) -> objection.due(moved.due()));
            default -> appeal.getAssignment(moved.subject()).move(moved.duty(), moved.due());
        }
    }

    private void moveTriage(Instant due) {
        appeal.assignments.values().stream().filter(a -> a.state == AssignmentState.SENT_BACK && a.rulingDue.equals(appeal.triageDue))
                .forEach(a -> a.rulingDue = due);
        appeal.triageDue = due;
    }

    private void lightTurned(Event.LightTurned e) {
        appeal.turned.add(new Appeal.Turned(e.subject(), e.duty(), e.light(), e.due()));
        if (e.light() != Light.RED) {
            return;
        }
        if (!e.duty().ofCentre() && e.duty() != Duty.SUPPLY) {
            appeal.findAssignment(e.subject()).ifPresent(a -> a.overdue = true);
        }
        appeal.overdue |= e.duty() == Duty.REPLY && e.subject().equals(appeal.id);
    }
}
