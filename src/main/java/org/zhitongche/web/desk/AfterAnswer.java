package org.zhitongche.web.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Objection;

/**
 * What can be done once the firm has its answer.
 *
 * @param replied    the department's latest part whose reply the firm has; null for none
 * @param promised   the department's part that promised something still to come; null for none
 * @param rated      the department's part whose rating it may still object to; null for none
 * @param objections all of them 评价异议, in the order they were raised
 */
public record AfterAnswer(Assignment replied, Assignment promised, Assignment rated, List<Contested> objections) {

    /** An objection as the case file shows it. @param department whose it is @param ruling why the centre ruled so; null until it has */
    public record Contested(Objection objection, String department, String reason, String ruling) {}

    /** @param handled the case in which the matter was handled: this one or its joint case */
    static AfterAnswer of(CaseFile file, Appeal handled, Actor viewer, CaseLimits limits, Instant now) {
        Appeal appeal = file.appeal();
        boolean department = viewer.is(Actor.Kind.DEPARTMENT);
        List<Contested> objections = appeal.objections().stream().map(each -> new Contested(each, handled.getAssignment(each.assignment()).answerable(),
            file.text(each.reason()), file.text(each.ruling()))).toList();
        return new AfterAnswer(department ? replied(appeal, viewer.unit()) : null, department ? promised(appeal, viewer.unit(), now) : null,
            department ? rated(limits, handled, viewer.unit(), objections, now) : null, objections);
    }

    private static Assignment replied(Appeal appeal, String unit) {
        return appeal.state().ended() && appeal.state() != AppealState.ARCHIVED ? null : appeal.assignments().stream()
            .filter(a -> a.answerable().equals(unit) && a.role().answers() && a.state() == AssignmentState.COMPLETED).reduce((former, latest) -> latest).orElse(null);
    }

    private static Assignment promised(Appeal appeal, String unit, Instant now) {
        return appeal.state() != AppealState.COMPLETED ? null : appeal.assignments().stream()
            .filter(a -> a.answerable().equals(unit) && a.promises() && now.isBefore(a.promiseDue())).findFirst().orElse(null);
    }

    private static Assignment rated(CaseLimits limits, Appeal handled, String unit, List<Contested> objections, Instant now) {
        Appeal appeal = limits.appeal();
        boolean late = appeal.objectBy() == null || now.isAfter(appeal.objectBy());
        List<Objection> raised = objections.stream().filter(each -> each.department().equals(unit)).map(Contested::objection)
            .filter(each -> each.round() == appeal.ratedRound()).toList();
        return late || raised.size() >= limits.times("objection") || raised.stream().anyMatch(Objection::pending) ? null : (handled == appeal ? appeal.rated(unit) : appeal.rated(unit, handled)).orElse(null);
    }

    /** The one that the centre rules on next; null for none. */
    public Contested waiting() {
        return objections.stream().filter(each -> each.objection().pending()).findFirst().orElse(null);
    }

    /** The forms that are offered, by name. */
    List<String> actions(Appeal appeal, Actor viewer) {
        boolean centre = viewer.is(Actor.Kind.CENTRE);
        List<String> actions = new ArrayList<>();
        add(actions, "fulfil", promised != null);
        add(actions, "object", rated != null);
        add(actions, "amend", replied != null && viewer.signs());
        add(actions, "objection", centre && waiting() != null);
        add(actions, "rework", centre && appeal.reworkDecideBy() != null);
        add(actions, RatingForms.SURVEY, centre && appeal.surveyOpen());
        return actions;
    }

    private static void add(List<String> actions, String name, boolean offered) {
        if (offered) {
            actions.add(name);
        }
    }
}
