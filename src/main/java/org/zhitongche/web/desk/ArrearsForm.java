package org.zhitongche.web.desk;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Arrears;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.handling.RecordArrears;
import org.zhitongche.web.Form;

/** 登记欠款: the form of the lead and the centre. */
final class ArrearsForm {

    static final String NAME = "arrears";

    private ArrearsForm() {}

    /** To the lead's department even when its answer is out: payments come late. */
    static boolean isFor(Actor viewer, Appeal appeal) {
        boolean theirs = viewer.is(Actor.Kind.CENTRE)
            || appeal.lead().filter(lead -> lead.department().equals(viewer.unit())).isPresent();
        return theirs && Arrears.CATEGORY.equals(appeal.category()) && appeal.acceptedAt() != null && appeal.state() != AppealState.WITHDRAWN;
    }

    static Action read(Form form, UUID part, List<Attachment> files) {
        return new RecordArrears(part, amount(form, "arrears-undisputed"), amount(form, "arrears-paid"), form.ticked("arrears-planned"),
            form.optional("arrears-note", CaseForms.LONG));
    }

    /** As people write sums, with or without commas. */
    private static BigDecimal amount(Form form, String name) {
        String said = form.required(name, CaseForms.SHORT).replaceAll("[,，\\s]", "");
        boolean number = form.check(said.isEmpty() || said.matches("\\d{1,14}(\\.\\d{1,2})?"), name, "act.arrears.amount-wrong");
        return said.isEmpty() || !number ? null : new BigDecimal(said);
    }

    static void fill(Form form, Arrears arrears) {
        if (arrears != null) {
            form.with("arrears-undisputed", arrears.undisputed().toPlainString()).with("arrears-paid", arrears.paid().toPlainString())
                .with("arrears-planned", arrears.planned() ? "yes" : null);
        }
    }
}
