package org.zhitongche.web.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealReads.File;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Duty;
import org.zhitongche.appeal.Order;
import org.zhitongche.appeal.Owed;
import org.zhitongche.appeal.Terms;

/**
 * An order 督办单 as the case file shows it.
 *
 * @param due   null once nothing is waited for
 * @param given the same, as it was given
 */
public record OrderView(Order order, String department, String demand, Due due, Due given, String answer, List<File> files) {

    static List<OrderView> listOf(CaseFile file, Actor viewer, Terms terms, Instant now) {
        Appeal appeal = file.appeal();
        if (appeal.orders().isEmpty()) {
            return List.of();
        }
        List<Owed> owed = appeal.owed(terms);
        return appeal.orders().stream().map(order -> new OrderView(order, appeal.getAssignment(order.assignment()).department(),
            file.text(order.demand()), owed.stream().filter(o -> o.subject().equals(order.id())).findFirst()
                .map(o -> Due.of(o, terms, now).provenTo(viewer, appeal)).orElse(null),
            Due.past(order.due(), Duty.ORDER, order.id()).provenTo(viewer, appeal),
            file.text(order.answer()), file.files(order.files()))).toList();
    }

    static List<Order> waitingFor(Appeal appeal, String department) {
        return appeal.openOrders().stream().filter(o -> appeal.getAssignment(o.assignment()).department().equals(department))
            .sorted(Comparator.comparing(Order::due)).toList();
    }

    /** The one to be answered next. */
    static Order first(Appeal appeal, Actor viewer) {
        return viewer.is(Actor.Kind.DEPARTMENT) ? waitingFor(appeal, viewer.unit()).stream().findFirst().orElse(null) : null;
    }

    /** The parts of which something can be demanded. */
    static List<Assignment> possible(Appeal appeal) {
        return appeal.state().ended() ? List.of() : appeal.assignments().stream()
            .filter(a -> a.state() != AssignmentState.RETURNED && a.state() != AssignmentState.CANCELLED).toList();
    }
}
