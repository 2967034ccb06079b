package org.zhitongche.web.desk;

import static org.zhitongche.web.desk.CaseForms.LONG;
import static org.zhitongche.web.desk.CaseForms.SHORT;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.zhitongche.appeal.Above;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.handling.AnswerLeaderNote;
import org.zhitongche.handling.AnswerOrder;
import org.zhitongche.handling.Escalate;
import org.zhitongche.handling.IssueOrder;
import org.zhitongche.handling.PutBeforeLeader;
import org.zhitongche.handling.RecordLeaderNote;
import org.zhitongche.handling.TellLeader;
import org.zhitongche.web.Form;
import org.zhitongche.web.desk.CaseForms.Reading;

/** The forms of supervision 督办. */
final class SupervisionForms {

    static final String ORDER = "order";
    static final String LEADER_NOTE = "leader-note";

    /** The forms of the centre's pages that a supervisor may send too. */
    static final String TELL_LEADER = "tell-leader";
    static final Set<String> OF_OVERSEERS = Set.of(ORDER, LEADER_NOTE, TELL_LEADER);

    private SupervisionForms() {}

    static Map<String, Reading> ofDepartments() {
        return Map.of(
            "answer-order", (form, part, files) ->
                new AnswerOrder(part, form.optional("order", SHORT), form.required("answer-order-text", LONG), files),
            "answer-note", (form, part, files) ->
                new AnswerLeaderNote(part, form.optional("note", SHORT), form.required("answer-note-text", LONG), files));
    }

    static Map<String, Reading> ofTheCentre() {
        return Map.of(
            "escalate", (form, part, files) -> new Escalate(form.choice("escalate-to", Above.class), form.required("escalate-reason", LONG)),
            "put-before", (form, part, files) -> new PutBeforeLeader(form.required("put-office", SHORT), form.required("put-summary", LONG)),
            LEADER_NOTE, SupervisionForms::leaderNote,
            TELL_LEADER, (form, part, files) -> new TellLeader(form.optional("note", SHORT), CaseForms.date(form, "tell-leader-day"), form.required("tell-leader-text", LONG)),
            ORDER, SupervisionForms::order);
    }

    private static Action order(Form form, UUID part, List<Attachment> files) {
        String demand = form.required("order-demand", LONG);
        Demand of = Demand.read(form, "order");
        return form.isWrong() ? null : new IssueOrder(UUID.fromString(of.part()), demand, of.days(), of.until());
    }

    private static Action leaderNote(Form form, UUID part, List<Attachment> files) {
        String note = form.required("leader-note-text", LONG);
        LocalDate day = CaseForms.date(form, "leader-note-day");
        Demand of = Demand.read(form, LEADER_NOTE);
        return form.isWrong() ? null : new RecordLeaderNote(form.optional("leader-note-report", SHORT), form.optional("leader-note-office", SHORT),
            day, note, UUID.fromString(of.part()), of.days(), of.until());
    }

    /** Of whom something is demanded, and until when. */
    private record Demand(String part, Integer days, LocalDate until) {

        static Demand read(Form form, String name) {
            String unit = form.required(name + "-part", SHORT);
            String days = form.text(name + "-days");
            form.check(unit.isEmpty() || unit.matches("[0-9a-f-]{36}"), name + "-part", "form.choose");
            form.check(days.matches("\\d{0,3}"), name + "-days", "act.order.days-wrong");
            LocalDate until = form.text(name + "-until").isEmpty() ? null : CaseForms.date(form, name + "-until");
            return form.isWrong() ? null : new Demand(unit, days.isEmpty() ? null : Integer.valueOf(days), until);
        }
    }
}
