package org.zhitongche.appeal;

import java.time.Instant;
import java.util.List;
import org.zhitongche.time.Limit;
import org.zhitongche.time.Term;

/** What those above are shown and demand. */
final class FoldOfSupervision extends FoldPart {

    FoldOfSupervision(Appeal appeal, Instant at) {
        super(appeal, at);
    }

    @Override
    boolean apply(Event event) {
        if (event instanceof Event.Escalated e) {
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
        } else {
            return false;
        }
        return true;
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
}
