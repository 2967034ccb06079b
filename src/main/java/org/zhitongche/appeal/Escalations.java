package org.zhitongche.appeal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is overdue and to whom it will be shown next, and when. Only what has turned red waits here, so that the table of
 * deadlines stays short; what was shown once is remembered by the event and never shown again for that due time.
 */
final class Escalations {

    private static final List<Above> BY_TIME = List.of(Above.SUPERVISOR, Above.LEADERS);

    private final Appeal appeal;
    private final Terms terms;
    private final List<Owed> owed;

    Escalations(Appeal appeal, Terms terms, List<Owed> owed) {
        this.appeal = appeal;
        this.terms = terms;
        this.owed = owed;
    }

    record Next(Owed owed, Above to, Instant at) {

        Event.Escalated event() {
            return new Event.Escalated("overdue", to, owed.subject(), owed.duty(), owed.due(), null);
        }
    }

    List<Next> list() {
        List<Next> next = new ArrayList<>();
        for (Owed each : owed) {
            if (each.duty().escalates() && appeal.isRed(each) && !appeal.liesWithCentre(each) && !shownWithAPart(each)) {
                for (Above to : BY_TIME) {
                    if (!appeal.shown.contains(new Appeal.Shown(each.subject(), each.duty(), to, each.due()))) {
                        next.add(new Next(each, to, terms.escalates(to, appeal, each.due())));
                    }
                }
            }
        }
        return next;
    }

    /** The firm's due time is shown with the department's that is late for it, not beside it. */
    private boolean shownWithAPart(Owed firms) {
        return firms.duty() == Duty.REPLY && firms.subject().equals(appeal.id) && owed.stream()
                .anyMatch(part -> part.duty() == Duty.REPLY && !part.subject().equals(appeal.id) && !part.due().isAfter(firms.due()));
    }
}
