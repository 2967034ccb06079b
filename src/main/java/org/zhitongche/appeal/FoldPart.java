package org.zhitongche.appeal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.zhitongche.time.Limit;
import org.zhitongche.time.Pause;
import org.zhitongche.time.Term;

/** Knows what some of the events make of an appeal, and what several of them have in common. */
abstract class FoldPart {

    final Appeal appeal;
    final Instant at;

    FoldPart(Appeal appeal, Instant at) {
        this.appeal = appeal;
        this.at = at;
    }

    /** @return whether the event is one of these */
    abstract boolean apply(Event event);

    final void startClock(Event.Clock clock, Instant start) {
        appeal.limit = Limit.of(start, Term.parse(clock.term())).shortened(appeal.shortening(clock)).in(appeal.region);
        appeal.due = clock.due();
    }

    final void closeTriage() {
        appeal.vacant = false;
        appeal.triageSince = null;
        appeal.triageDue = null;
    }

    /** A part that fell away comes first; then what waits longest for a ruling. */
    final void followRulings() {
        if (appeal.vacant) {
            return;
        }
        appeal.assignments.values().stream().filter(a -> a.state == AssignmentState.SENT_BACK)
                .min(Comparator.comparing(a -> a.rulingDue)).ifPresentOrElse(a -> {
                    appeal.triageSince = a.sentBackAt;
                    appeal.triageDue = a.rulingDue;
                }, this::closeTriage);
    }

    /** While several firms are waited for the clocks stand but once. */
    final void await(Assignment assignment, Consumer<Assignment> asking) {
        boolean runs = assignment.askedAt == null;
        asking.accept(assignment);
        if (runs && appeal.isLead(assignment)) {
            pause();
        }
    }

    /** The appeal's own clock stands, where it has one. */
    final void pause() {
        if (appeal.limit != null) {
            appeal.limit = appeal.limit.paused(Pause.open(at));
        }
    }

    /** @param since when it was stopped @param until up to when it stood */
    final void resume(Instant since, Instant until) {
        if (appeal.limit != null) {
            appeal.limit = appeal.limit.resumed(since, until);
        }
    }

    final void cancelParts() {
        appeal.assignments.values().forEach(Assignment::cancel);
    }

    final void closeSuspension() {
        if (appeal.suspendedAt != null) {
            appeal.suspensions.add(new Pause(appeal.suspendedAt, at));
        }
        appeal.suspendedAt = null;
        appeal.suspensionReview = null;
    }

    final void handledAlone() {
        appeal.mergedInto = null;
        appeal.jointUnits = List.of();
        appeal.jointPromise = null;
        appeal.askedJointlyAt = null;
        appeal.supplyJointlyBy = null;
    }

    final void keep(List<FileRef> files) {
        if (files != null) {
            appeal.files.addAll(files);
        }
    }

    /** Nobody has to decide between rework and explanation any more. */
    final void decideRework() {
        appeal.reworkPendingSince = null;
        appeal.reworkDecideBy = null;
    }

    final void end(AppealState as, Ending how) {
        appeal.state = as;
        appeal.ending = how;
        appeal.endedAt = at;
        appeal.surveyCloses = null;
        closeSuspension();
        closeTriage();
    }
}
