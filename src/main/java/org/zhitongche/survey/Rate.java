package org.zhitongche.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Dispatch;
import org.zhitongche.appeal.Ending;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Satisfaction;

/**
 * The firm's answer. Not solved or dissatisfied reopens once for rework 重办; a second such answer is shown to those above.
 *
 * @param contacted null where the firm did not say
 * @param solved    null where the answer promised a day that is not over: then only the answer is asked about
 */
public record Rate(Boolean contacted, Boolean solved, Satisfaction satisfaction, String comment) implements Action {
    @Override
    public void decide(Change change) {
        Appeal appeal = change.appeal();
        boolean byFirm = change.actor().is(Actor.Kind.FIRM) || change.actor().is(Actor.Kind.SENDER);
        change.require(byFirm || change.actor().is(Actor.Kind.CENTRE), "actor.firm");
        change.require(appeal.verified() || change.actor().is(Actor.Kind.CENTRE), "sender.unverified");
        change.require(appeal.surveyOpen(), "survey.closed");
        boolean promised = appeal.promiseDue() != null;
        change.require(promised || solved != null, "field.required", "solved");
        change.require(!promised || solved == null, "survey.promise-not-due");
        change.require(satisfaction != null, "field.required", "satisfaction");
        change.raise(new Event.Rated(appeal.round(), contacted, solved, satisfaction,
                change.text(Change.TextKind.COMMENT, comment)));
        if (promised) {
            return; // it stands on the long list until the promised day, then the firm is asked whether it is solved
        }
        boolean content = solved && satisfaction.satisfied();
        if (content) {
            change.raise(new Event.Archived(true));
        } else if (appeal.reopened() == 0) {
            reopen(change);
        } else {
            change.raise(Event.Escalated.because("second-dissatisfied", null));
            change.raise(new Event.Archived(true));
        }
    }

    private static void reopen(Change change) {
        Appeal appeal = change.appeal();
        boolean direct = appeal.ending() == Ending.DIRECT;
        List<Routing.Unit> again = appeal.assignments().stream()
                .filter(a -> a.role().answers() && a.state() == AssignmentState.COMPLETED)
                .map(Rate::unit).collect(Collectors.toMap(Routing.Unit::department, unit -> unit, (first, other) -> first, LinkedHashMap::new))
                .values().stream().toList();
        change.raise(new Event.Reopened(appeal.round()));
        boolean astray = again.stream().anyMatch(unit -> appeal.recused().contains(unit.department()));
        if (direct || astray || again.isEmpty()) {
            change.raise(new Event.Triaged(List.of(astray ? "doubt.rework-recused" : "doubt.rework"), List.of(), List.of(),
                    change.terms().due("triage", appeal, change.at())));
        } else {
            Dispatch.rework(change, again);
        }
    }

    private static Routing.Unit unit(Assignment done) {
        return new Routing.Unit(done.answerable(), done.role());
    }
}
