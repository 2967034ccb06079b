package org.zhitongche.appeal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.zhitongche.time.Light;
import org.zhitongche.time.Limit;
import org.zhitongche.time.Pause;
import org.zhitongche.time.Term;

/** What an event makes of an appeal: the only place that changes one. */
final class Fold {

    private final Appeal appeal;
    private final Instant at;

    Fold(Appeal appeal, Instant at) {
        this.appeal = appeal;
        this.at = at;
    }

    void apply(Event event) {
        boolean known = applyToAppeal(event) || applyToAssignment(event) || applyToClocks(event) || applyToUnits(event) || applyToCompany(event);
        if (!known) {
            applyToSurvey(event);
        }
        // Reminded and Explained change nothing but the history.
    }

    private boolean applyToAppeal(Event event) {
        if (event instanceof Event.Submitted e) {
            submitted(e);
        } else if (event instanceof Event.Classified e) {
            appeal.category = e.category();
            appeal.said = e.byPerson() ? appeal.said : e;
        } else if (event instanceof Event.Triaged e) {
            appeal.proposed = List.copyOf(e.proposed());
            appeal.vacant = appeal.acceptedAt != null;
            openTriage(e.due());
        } else if (event instanceof Event.Accepted) {
            if (appeal.acceptedAt == null) {
                appeal.acceptedAt = at;
                appeal.acceptDue = appeal.triageDue;
            }
            appeal.state = AppealState.HANDLING;
        } else if (event instanceof Event.NotAccepted) {
            end(AppealState.NOT_ACCEPTED, Ending.NOT_ACCEPTED);
        } else if (event instanceof Event.AnsweredDirectly e) {
            answeredDirectly(e);
        } else if (event instanceof Event.Completed e) {
            completed(e);
        } else if (event instanceof Event.SenderVerified e) {
            appeal.verified = true;
            appeal.uscc = e.uscc() == null ? appeal.uscc : e.uscc();
        } else if (event instanceof Event.Withdrawn) {
            appeal.assignments.values().forEach(Assignment::cancel);
            handledAlone();
            end(AppealState.WITHDRAWN, Ending.WITHDRAWN);
        } else if (event instanceof Event.Terminated) {
            terminated();
        } else if (event instanceof Event.Archived) {
            appeal.state = AppealState.ARCHIVED;
            appeal.endedAt = at;
            decided();
        } else if (event instanceof Event.ArrearsRecorded e) {
            appeal.arrears = new Arrears(e.undisputed(), e.paid(), e.planned());
        } else if (event instanceof Event.ContentErased) {
            appeal.erased = true;
        } else if (event instanceof Event.Supplemented e) {
            keep(e.files());
            appeal.assignments.values().forEach(a -> a.awaitsFirm = false);
        } else {
            return false;
        }
        return true;
    }

    /** Several appeals made of one, and one of several. */
    private boolean applyToCompany(Event event) {
        if (event instanceof Event.Split e) {
            appeal.assignments.values().forEach(Assignment::cancel);
            appeal.pieces = List.copyOf(e.pieces());
            end(AppealState.SPLIT, Ending.SPLIT);
        } else if (event instanceof Event.Merged e) {
            merged(e);
        } else if (event instanceof Event.TookIn e) {
            appeal.children.put(e.child(), new Appeal.Child(e.child(), e.number(), Set.copyOf(e.recused()),
                    Set.copyOf(e.recusedPersons())));
        } else if (event instanceof Event.Unmerged) {
            handledAlone();
        } else if (event instanceof Event.LetGo e) {
            appeal.children.remove(e.child());
            waitNoMore(e.child());
        } else if (event instanceof Event.ChildHeard e) {
            if (e.what().equals(Event.Supplemented.class.getSimpleName())) {
                waitNoMore(e.child());
            }
        } else if (event instanceof Event.ChildAsked e) {
            await(appeal.getAssignment(e.assignment()), a -> a.askChild(e.child(), at, e.until()));
        } else if (event instanceof Event.AskedJointly e) {
            askedJointly(e);
        } else if (event instanceof Event.SuppliedJointly e) {
            suppliedJointly(e);
        } else if (event instanceof Event.HandledJointly e) {
            handledJointly(e);
        } else if (event instanceof Event.AnsweredJointly e) {
            answeredJointly(e);
        } else if (event instanceof Event.ExtendedJointly e) {
            appeal.limit = appeal.limit.extended(e.units());
        } else {
            return false;
        }
        return true;
    }

    private void merged(Event.Merged e) {
        appeal.assignments.values().forEach(Assignment::cancel);
        appeal.mergedInto = e.into();
        closeTriage();
    }

    private void handledJointly(Event.HandledJointly e) {
        appeal.jointUnits = List.copyOf(e.units());
        if (e.clock() != null) {
            appeal.dispatchedAt = at;
            startClock(e.clock(), at);
        }
    }

    private void answeredJointly(Event.AnsweredJointly e) {
        appeal.jointPromise = e.promised() == null ? appeal.jointPromise : e.promised();
        if (e.department() != null && e.conclusion() != null) {
            appeal.jointlyAnswered.add(e.department());
        }
    }

    private void askedJointly(Event.AskedJointly e) {
        appeal.askedOnce = true;
        appeal.askedFor = e.assignment();
        appeal.askedJointlyAt = at;
        appeal.supplyJointlyBy = e.until();
        if (appeal.limit != null) {
            appeal.limit = appeal.limit.paused(Pause.open(at));
        }
    }

    private void suppliedJointly(Event.SuppliedJointly e) {
        appeal.askedJointlyAt = null;
        appeal.supplyJointlyBy = null;
        if (appeal.limit != null) {
            appeal.limit = appeal.limit.resumed(e.since(), e.until());
        }
    }

    private void waitNoMore(UUID child) {
        appeal.assignments.values().forEach(a -> a.awaitsChildren.remove(child));
    }

    private void handledAlone() {
        appeal.mergedInto = null;
        appeal.jointUnits = List.of();
        appeal.jointPromise = null;
    }

    private boolean applyToAssignment(Event event) {
        if (event instanceof Event.Dispatched e) {
            dispatched(e);
        } else if (event instanceof Event.Acknowledged e) {
            appeal.getAssignment(e.assignment()).acknowledge(at);
        } else if (event instanceof Event.Contacted e) {
            appeal.getAssignment(e.assignment()).contact(at);
        } else if (event instanceof Event.SentBack e) {
            appeal.getAssignment(e.assignment()).sendBack(at, e.rulingDue());
            appeal.sendBacks++;
            followRulings();
        } else if (event instanceof Event.SendBackRuled e) {
            appeal.getAssignment(e.assignment()).ruleOn(e.upheld());
            followRulings();
        } else if (event instanceof Event.StageReplied e) {
            appeal.getAssignment(e.assignment()).stage(at);
        } else if (event instanceof Event.OpinionGiven e) {
            Assignment assignment = appeal.getAssignment(e.assignment());
            assignment.handIn(at, null, null);
            assignment.complete();
        } else if (event instanceof Event.OpinionWaived e) {
            appeal.getAssignment(e.assignment()).cancel();
            followRulings();
        } else if (event instanceof Event.ReplyHandedIn e) {
            appeal.getAssignment(e.assignment()).handIn(e, at);
        } else if (event instanceof Event.ReplyDrafted e) {
            appeal.getAssignment(e.assignment()).draft(e, at);
        } else if (event instanceof Event.ReplyReturned e) {
            appeal.getAssignment(e.assignment()).takeBackReply();
        } else if (event instanceof Event.ReplyReleased e) {
            appeal.getAssignment(e.assignment()).complete();
        } else {
            return false;
        }
        return true;
    }

    private boolean applyToClocks(Event event) {
        if (event instanceof Event.ClocksMoved e) {
            e.moved().forEach(this::move);
            notOverdueAnyMore(e);
        } else if (event instanceof Event.DutiesMoved e) {
            e.moved().forEach(this::moveDuty);
        } else if (event instanceof Event.Prioritised) {
            appeal.priority = true;
        } else if (event instanceof Event.MarkedHard) {
            appeal.hard = true;
        } else if (event instanceof Event.InformationRequested e) {
            informationRequested(e);
        } else if (event instanceof Event.ClockResumed e) {
            appeal.getAssignment(e.assignment()).resume(e.how(), e.since(), e.until());
            appeal.limit = appeal.limit.resumed(e.since(), e.until());
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

    /** What changes who has a part without anybody having worked on it. */
    private boolean applyToUnits(Event event) {
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
            closeTriage();
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

    private void applyToSurvey(Event event) {
        if (event instanceof Event.SurveyOpened e) {
            appeal.round = e.round();
            appeal.surveyOpenedAt = at;
            appeal.surveyCloses = e.closes();
            if (e.promise()) {
                appeal.jointPromise = null;
                appeal.assignments.values().forEach(a -> a.askAboutPromise(at));
            }
        } else if (event instanceof Event.Rated e) {
            rated(e);
        } else if (event instanceof Event.PromiseFulfilled e) {
            appeal.getAssignment(e.assignment()).fulfilledAt = at;
        } else if (event instanceof Event.RatingObjected e) {
            appeal.objections.put(e.id(), new Objection(e.id(), e.assignment(), e.round(), e.reason(), e.files(), at, e.ruling(), null, null, e.department()));
        } else if (event instanceof Event.ObjectionRuled e) {
            appeal.objections.computeIfPresent(e.id(), (id, objection) -> objection.ruled(e.upheld(), e.reason()));
        } else if (event instanceof Event.ReworkPending e) {
            appeal.reworkPendingSince = at;
            appeal.reworkDecideBy = e.decideBy();
        } else if (event instanceof Event.SurveyLapsed) {
            appeal.surveyCloses = null;
        } else if (event instanceof Event.Reopened) {
            takeBack();
        } else if (event instanceof Event.Escalated e) {
            escalated(e);
        } else if (event instanceof Event.OrderIssued e) {
            ordered(e);
        } else if (event instanceof Event.OrderAnswered e) {
            appeal.orders.computeIfPresent(e.id(), (id, order) -> order.answered(at, e.text(), e.files()));
        } else if (event instanceof Event.PutBeforeLeader e) {
            appeal.leaderReports.put(e.id(), new LeaderReport(e.id(), e.number(), e.office(), e.summary(), at));
        } else if (event instanceof Event.LeaderNoted e) {
            appeal.leaderNotes.put(e.id(), new LeaderNote(e.id(), e.number(), e.report(), e.office(), e.notedOn(), e.note(), e.assignment(), at,
                    limit(e.term(), e.due()), e.due(), null, null, List.of(), null, null));
        } else if (event instanceof Event.NoteAnswered e) {
            appeal.leaderNotes.computeIfPresent(e.id(), (id, note) -> note.answered(at, e.text(), e.files()));
        } else if (event instanceof Event.LeaderTold e) {
            appeal.leaderNotes.computeIfPresent(e.id(), (id, note) -> note.told(e.day(), e.text()));
        }
    }

    private void submitted(Event.Submitted e) {
        appeal.number = e.number();
        appeal.type = e.type();
        appeal.source = e.source();
        appeal.door = e.door();
        appeal.uscc = e.uscc();
        appeal.verified = e.verified();
        appeal.mayName = e.mayName();
        appeal.region = e.region();
        appeal.title = e.title();
        appeal.text = e.text();
        appeal.contact = e.contact();
        appeal.recused.addAll(e.recused());
        keep(e.files());
        appeal.pieceOf = e.pieceOf();
        appeal.acceptedAt = e.acceptedAt();
        appeal.firstReceived = e.receivedAt();
        appeal.state = e.acceptedAt() == null ? AppealState.TRIAGE : AppealState.HANDLING;
    }

    private void keep(List<FileRef> files) {
        if (files != null) {
            appeal.files.addAll(files);
        }
    }

    private void openTriage(Instant due) {
        appeal.triageSince = at;
        appeal.triageDue = due;
    }

    private void closeTriage() {
        appeal.vacant = false;
        appeal.triageSince = null;
        appeal.triageDue = null;
    }

    /** A part that fell away comes first; then what waits longest for a ruling. */
    private void followRulings() {
        if (appeal.vacant) {
            return;
        }
        appeal.assignments.values().stream().filter(a -> a.state == AssignmentState.SENT_BACK)
                .min(Comparator.comparing(a -> a.rulingDue)).ifPresentOrElse(a -> {
                    appeal.triageSince = a.sentBackAt;
                    appeal.triageDue = a.rulingDue;
                }, this::closeTriage);
    }

    private void dispatched(Event.Dispatched e) {
        if (appeal.dispatchedAt == null) {
            appeal.dispatchedAt = at;
            startClock(e.clock(), at);
        } else if (e.assignments().stream().noneMatch(Event.Assigned::rework)) {
            appeal.passedOn++;
        }
        e.assignments().forEach(a -> appeal.assignments.put(a.id(), new Assignment(a, at, appeal.region)));
        // What a ruling gives to others does not fill a place that fell away.
        appeal.vacant &= e.assignments().stream().allMatch(a -> a.ruled() && !a.rework());
        followRulings();
    }

    private void answeredDirectly(Event.AnsweredDirectly e) {
        if (appeal.limit == null && e.clock() != null) {
            startClock(e.clock(), appeal.acceptedAt);
        }
        closeTriage();
    }

    private void startClock(Event.Clock clock, Instant start) {
        appeal.limit = Limit.of(start, Term.parse(clock.term())).halvedIf(clock.halved()).in(appeal.region);
        appeal.due = clock.due();
    }

    private void informationRequested(Event.InformationRequested e) {
        await(appeal.getAssignment(e.assignment()), a -> a.ask(at, e.until()));
    }

    /** While several firms are waited for the clocks stand but once. */
    private void await(Assignment assignment, Consumer<Assignment> asking) {
        boolean runs = assignment.askedAt == null;
        asking.accept(assignment);
        if (runs && appeal.isLead(assignment)) {
            appeal.limit = appeal.limit.paused(Pause.open(at));
        }
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
        if (appeal.limit != null) {
            appeal.limit = appeal.limit.paused(Pause.open(at));
        }
    }

    private void resumed(Event.Resumed e) {
        closeSuspension();
        appeal.unfinished().forEach(a -> a.limit = a.limit.resumed(e.since(), at));
        if (appeal.limit != null) {
            appeal.limit = appeal.limit.resumed(e.since(), at);
        }
    }

    private void move(Event.Moved moved) {
        if (moved.subject().equals(appeal.id)) {
            appeal.limit = appeal.limit.on(Term.parse(moved.clock().term()), moved.clock().halved());
            appeal.due = moved.clock().due();
        } else {
            appeal.getAssignment(moved.subject()).move(moved.clock());
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

    private void completed(Event.Completed e) {
        appeal.completedAt = e.as();
        appeal.ending = e.ending();
        appeal.state = AppealState.COMPLETED;
        if (appeal.firstCompletedAt == null) {
            appeal.firstCompletedAt = e.as();
            appeal.completedOnTime = e.onTime();
        }
    }

    private void terminated() {
        appeal.assignments.values().forEach(Assignment::cancel);
        closeSuspension();
        closeTriage();
    }

    private void closeSuspension() {
        appeal.suspendedAt = null;
        appeal.suspensionReview = null;
    }

    private void rated(Event.Rated e) {
        appeal.contacted = e.contacted();
        appeal.solved = e.solved();
        appeal.satisfaction = e.satisfaction();
        appeal.ratedAt = at;
        appeal.ratedRound = e.round();
        appeal.objectBy = e.objectBy();
        if (e.solved() != null) {
            appeal.assignments.values().forEach(a -> a.promiseJudged(e.solved()));
        }
        appeal.confirmedAt = Boolean.TRUE.equals(e.solved()) ? at : null;
        appeal.surveyCloses = null;
    }

    private void takeBack() {
        appeal.reopened++;
        appeal.endedAt = null;
        appeal.surveyCloses = null;
        appeal.jointPromise = null;
        appeal.completedAt = null;
        appeal.ending = null;
        decided();
        appeal.state = AppealState.HANDLING;
    }

    /** Between rework and explanation. */
    private void decided() {
        appeal.reworkPendingSince = null;
        appeal.reworkDecideBy = null;
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

    private void escalated(Event.Escalated e) {
        if (appeal.escalatedTo == null || e.to().compareTo(appeal.escalatedTo) > 0) {
            appeal.escalatedTo = e.to();
            appeal.escalatedAt = at;
        }
        if (e.duty() != null) {
            appeal.shown.add(new Appeal.Shown(e.subject(), e.duty(), e.to(), e.due()));
        }
    }

    private void ordered(Event.OrderIssued e) {
        appeal.orders.put(e.id(), new Order(e.id(), e.number(), e.assignment(), e.demand(), at, limit(e.term(), e.due()), e.due(),
                null, null, List.of()));
    }

    /** Of a demand from above. @param term null where a date was set */
    private Limit limit(String term, Instant due) {
        return (term == null ? Owed.until(at, due) : Limit.of(at, Term.parse(term))).in(appeal.region);
    }

    private void end(AppealState as, Ending how) {
        appeal.state = as;
        appeal.ending = how;
        appeal.endedAt = at;
        appeal.surveyCloses = null;
        closeSuspension();
        closeTriage();
    }
}
