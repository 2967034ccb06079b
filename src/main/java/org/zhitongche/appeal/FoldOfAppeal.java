package org.zhitongche.appeal;

import java.time.Instant;
import java.util.List;

/** From submission to the archive. */
final class FoldOfAppeal extends FoldPart {

    FoldOfAppeal(Appeal appeal, Instant at) {
        super(appeal, at);
    }

    @Override
    boolean apply(Event event) {
        if (event instanceof Event.Submitted e) {
            submitted(e);
        } else if (event instanceof Event.Classified e) {
            appeal.category = e.category();
            appeal.said = e.byPerson() ? appeal.said : e;
        } else if (event instanceof Event.Reclassified e) {
            reclassified(e);
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
            cancelParts();
            handledAlone();
            end(AppealState.WITHDRAWN, Ending.WITHDRAWN);
        } else if (event instanceof Event.Terminated) {
            terminated();
        } else if (event instanceof Event.Archived) {
            appeal.state = AppealState.ARCHIVED;
            appeal.endedAt = at;
            decideRework();
        } else if (event instanceof Event.ArrearsRecorded e) {
            appeal.arrears = new Arrears(e.undisputed(), e.paid(), e.planned());
        } else if (event instanceof Event.ContentErased) {
            appeal.erased = true;
            appeal.said = appeal.said == null ? null : appeal.said.withoutTerms();
        } else if (event instanceof Event.FilesReleased e) {
            appeal.released.addAll(e.files());
        } else if (event instanceof Event.Supplemented e) {
            keep(e.files());
            appeal.assignments.values().forEach(a -> a.awaitsFirm = false);
        } else {
            return false;
        }
        return true;
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

    private void reclassified(Event.Reclassified e) {
        appeal.category = e.category() == null ? appeal.category : e.category();
        appeal.type = e.type() == null ? appeal.type : e.type();
        if (e.region() != null) {
            appeal.region = e.region();
            appeal.limit = appeal.limit == null ? null : appeal.limit.in(e.region());
            appeal.unfinished().forEach(a -> a.limit = a.limit.in(e.region()));
        }
    }

    private void openTriage(Instant due) {
        appeal.triageSince = at;
        appeal.triageDue = due;
    }

    private void answeredDirectly(Event.AnsweredDirectly e) {
        if (appeal.limit == null && e.clock() != null) {
            startClock(e.clock(), appeal.acceptedAt);
        }
        closeTriage();
    }

    /** With the answers there, nobody advises any more: a place of a co-handling department that fell away stays empty. */
    private void completed(Event.Completed e) {
        closeTriage();
        appeal.completedAt = e.as();
        appeal.ending = e.ending();
        appeal.state = AppealState.COMPLETED;
        if (appeal.firstCompletedAt == null) {
            appeal.firstCompletedAt = e.as();
            appeal.completedOnTime = e.onTime();
        }
    }

    private void terminated() {
        cancelParts();
        closeSuspension();
        closeTriage();
    }
}
