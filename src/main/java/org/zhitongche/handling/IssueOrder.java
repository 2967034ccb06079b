package org.zhitongche.handling;

import java.time.LocalDate;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;

/**
 * 下达督办单 by a supervisor or the centre.
 *
 * @param days  working days until the answer is due; null where {@code until} says it
 * @param until the day at whose close of office the answer is due, else null
 */
public record IssueOrder(UUID assignment, String demand, Integer days, LocalDate until) implements Action {
    @Override
    public void decide(Change change) {
        Who.overseer(change);
        Appeal appeal = change.appeal();
        Who.demandable(change, assignment);
        Who.needText(change, demand, "demand");
        AnswerBy by = AnswerBy.of(change, days, until);
        change.raise(new Event.OrderIssued(UUID.randomUUID(), appeal.number() + "-D" + (appeal.orders().size() + 1), assignment,
                change.text(Change.TextKind.DEMAND, demand), by.term(), by.due()));
    }
}
