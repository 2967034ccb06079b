package org.zhitongche.appeal;

import java.time.Instant;

/** What the firm says of the answer, and what follows from it. */
final class FoldOfSurvey extends FoldPart {

    FoldOfSurvey(Appeal appeal, Instant at) {
        super(appeal, at);
    }

    @Override
    boolean apply(Event event) {
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
        } else if (event instanceof Event.Reopened e) {
            appeal.reopenedRound = e.round();
            takeBack();
        } else {
            return false;
        }
        return true;
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
        decideRework();
        appeal.state = AppealState.HANDLING;
    }
}
