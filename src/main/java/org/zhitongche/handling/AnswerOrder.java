package org.zhitongche.handling;

import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Order;

/**
 * 督办反馈 by the department the order demands it of, also after its reply to the firm.
 *
 * @param number of the order, whole or its end such as {@code D1}; null where only one waits
 */
public record AnswerOrder(UUID assignment, String number, String text, List<Attachment> attachments) implements Action {
    @Override
    public void decide(Change change) {
        Who.departmentOf(change, assignment);
        List<Order> waiting = change.appeal().openOrders().stream().filter(order -> order.assignment().equals(assignment))
                .filter(order -> number == null || order.number().equals(number) || order.number().endsWith("-" + number)).toList();
        change.require(!waiting.isEmpty(), "order.nothing-waits");
        change.require(waiting.size() == 1, "order.which");
        Who.needText(change, text, "text");
        change.raise(new Event.OrderAnswered(waiting.get(0).id(), change.text(Change.TextKind.NOTE, text), change.files(attachments)));
    }
}
