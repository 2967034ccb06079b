package org.zhitongche.appeal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What is owed on an appeal now, by whom and until when. What stands still is not owed by a time. */
final class Obligations {

    private final Appeal appeal;
    private final Terms terms;
    private final List<Owed> all = new ArrayList<>();

    Obligations(Appeal appeal, Terms terms) {
        this.appeal = appeal;
        this.terms = terms;
    }

    List<Owed> owed() {
        boolean elsewhere = appeal.mergedInto != null && appeal.state.open(); // handled jointly: what is owed is owed on the joint case
        if (!elsewhere) {
            centre();
        }
        appeal.objections.values().stream().filter(Objection::pending).forEach(this::objection);
        if (appeal.promiseDue() != null) {
            Instant until = appeal.promiseDue().minus(1, ChronoUnit.MICROS);
            all.add(new Owed(appeal.id, Duty.PROMISE, Owed.until(appeal.completedAt, until), until));
        }
        if (!elsewhere && appeal.state == AppealState.HANDLING && appeal.due != null && appeal.firstCompletedAt == null) {
            all.add(new Owed(appeal.id, Duty.REPLY, appeal.limit, appeal.due));
        }
        appeal.assignments.values().forEach(this::department);
        appeal.openOrders().forEach(order -> all.add(new Owed(order.id(), Duty.ORDER, order.limit(), order.due())));
        appeal.openNotes().forEach(note -> all.add(new Owed(note.id(), Duty.LEADER_NOTE, note.limit(), note.due())));
        if (appeal.surveyCloses != null) {
            all.add(new Owed(appeal.id, Duty.SURVEY, terms.limit("survey", appeal, appeal.surveyOpenedAt), appeal.surveyCloses));
        }
        return all;
    }

    private void centre() {
        if (appeal.triageDue != null) {
            all.add(new Owed(appeal.id, Duty.TRIAGE, terms.limit(appeal.triageRule(), appeal, triageStart()), appeal.triageDue));
        }
        if (appeal.suspensionReview != null) {
            all.add(new Owed(appeal.id, Duty.SUSPENSION_REVIEW, Owed.until(appeal.suspendedAt, appeal.suspensionReview), appeal.suspensionReview));
        }
        if (appeal.reworkDecideBy != null) {
            all.add(new Owed(appeal.id, Duty.REWORK_DECISION, terms.limit("ruling", appeal, appeal.reworkPendingSince), appeal.reworkDecideBy));
        }
    }

    /** The first decision is owed since the appeal came in: split or parted late, it is overdue as soon as it is put before a person. */
    private Instant triageStart() {
        return appeal.triageDue.isBefore(appeal.triageSince) ? appeal.firstReceived : appeal.triageSince;
    }

    private void objection(Objection each) {
        all.add(new Owed(each.id(), Duty.OBJECTION_RULING, terms.limit("ruling", appeal, each.at()), each.rulingDue()));
    }

    private void department(Assignment a) {
        if (a.state == AssignmentState.DISPATCHED && appeal.suspendedAt == null) {
            all.add(new Owed(a.id, Duty.ACKNOWLEDGE, terms.suspendable("acknowledge", appeal, a.givenAt), a.acknowledgeDue));
        }
        if (a.state.open() && a.reviewBy != null) {
            all.add(new Owed(a.id, Duty.REPLY_REVIEW, terms.limit("review", appeal, a.reviewSince), a.reviewBy));
        }
        if (!a.state.open() || a.handedInAt != null) {
            return;
        }
        if (a.due != null) {
            answer(a);
        }
        if (a.supplyBy != null) {
            all.add(new Owed(a.id, Duty.SUPPLY, terms.limit("information", appeal, a.supplyFrom), a.supplyBy));
        }
        if (a.extension != null && a.extension.pending()) {
            all.add(new Owed(a.id, Duty.EXTENSION_RULING, terms.limit("ruling", appeal, a.extension.askedAt()), a.extension.rulingDue()));
        }
    }

    private void answer(Assignment a) {
        all.add(new Owed(a.id, a.role.answers() ? Duty.REPLY : Duty.CO_HANDLING, a.limit, a.due));
        if (a.stageDue != null && a.stagedAt == null) {
            all.add(new Owed(a.id, Duty.STAGE_REPLY, terms.stage(appeal, a), a.stageDue));
        }
    }

    /** Every light whose moment has come and which has not turned yet. */
    List<Event.LightTurned> lightsToTurn(Instant now) {
        List<Event.LightTurned> turning = new ArrayList<>();
        for (Owed owed : owed()) {
            terms.lights(owed).forEach((light, at) -> {
                if (!at.isAfter(now) && appeal.turns(owed, light)) {
                    turning.add(new Event.LightTurned(owed.subject(), owed.duty(), light, owed.due()));
                }
            });
        }
        return turning;
    }
}
