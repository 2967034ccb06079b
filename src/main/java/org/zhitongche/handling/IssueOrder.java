package org.zhitongche.handling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;
import org.zhitongche.time.Limit;
import org.zhitongche.time.Term;
import org.zhitongche.time.Zone;

/**
 * 下达督办单 by a supervisor or the centre.
 *
 * @param days  working days until the answer is due; null where {@code until} says it
 * @param until the day at whose close of office the answer is due, else null
 */
public record IssueOrder(UUID assignment, String demand, Integer days, LocalDate until) implements Action {

    private static final LocalTime CLOSE = LocalTime.of(17, 30);
    private static final int MOST_DAYS = 60;

    @Override
    public void decide(Change change) {
        Who.overseer(change);
        Appeal appeal = change.appeal();
        Assignment part = appeal.getAssignment(assignment);
        change.require(!appeal.state().ended(), "appeal.ended");
        change.require(part.state() != AssignmentState.RETURNED && part.state() != AssignmentState.CANCELLED, "order.no-part");
        Who.needText(change, demand, "demand");
        change.require((days == null) != (until == null), "order.limit");
        change.require(days == null || days >= 1 && days <= MOST_DAYS, "order.days", MOST_DAYS);
        change.require(until == null || until.isAfter(Zone.dateOf(change.at())), "order.date-past");
        Term term = days == null ? null : Term.workingDays(days);
        Instant due = term == null ? Zone.at(until, CLOSE) : change.terms().due(Limit.of(change.at(), term).in(appeal.region()));
        change.raise(new Event.OrderIssued(UUID.randomUUID(), appeal.number() + "-D" + (appeal.orders().size() + 1), assignment,
                change.text(Change.TextKind.DEMAND, demand), term == null ? null : term.toString(), due));
    }
}
