package org.zhitongche.web.desk;

import static org.zhitongche.web.desk.CaseForms.LONG;
import static org.zhitongche.web.desk.CaseForms.SHORT;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhitongche.appeal.Above;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.handling.AnswerOrder;
import org.zhitongche.handling.Escalate;
import org.zhitongche.handling.IssueOrder;
import org.zhitongche.web.Form;
import org.zhitongche.web.desk.CaseForms.Reading;

/** The forms of supervision 督办. */
final class SupervisionForms {

    /** The one form of the centre's pages that a supervisor may send too. */
    static final String ORDER = "order";

    private SupervisionForms() {}

    static Map<String, Reading> ofDepartments() {
        return Map.of("answer-order", (form, part, files) ->
            new AnswerOrder(part, form.optional("order", SHORT), form.required("answer-order-text", LONG), files));
    }

    static Map<String, Reading> ofTheCentre() {
        return Map.of(
            "escalate", (form, part, files) -> new Escalate(form.choice("escalate-to", Above.class), form.required("escalate-reason", LONG)),
            ORDER, SupervisionForms::order);
    }

    private static Action order(Form form, UUID part, List<Attachment> files) {
        String unit = form.required("order-part", SHORT);
        String demand = form.required("order-demand", LONG);
        String days = form.text("order-days");
        form.check(unit.isEmpty() || unit.matches("[0-9a-f-]{36}"), "order-part", "form.choose");
        form.check(days.matches("\\d{0,3}"), "order-days", "act.order.days-wrong");
        boolean dated = !form.text("order-until").isEmpty();
        var until = dated ? CaseForms.date(form, "order-until") : null;
        return form.isWrong() ? null : new IssueOrder(UUID.fromString(unit), demand, days.isEmpty() ? null : Integer.valueOf(days), until);
    }
}
