package org.zhitongche.survey;

import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.ReworkRule;
import org.zhitongche.appeal.Satisfaction;

/**
 * The firm's answer. Not solved or dissatisfied reopens for rework 重办 as the rule says, after a lawful no (C) if the centre so decides, as often
 * as the rule allows; a further such answer is shown to those above.
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
        boolean content = !Boolean.FALSE.equals(solved) && satisfaction.satisfied();
        change.raise(new Event.Rated(appeal.round(), contacted, solved, satisfaction, change.text(Change.TextKind.COMMENT, comment),
                content ? null : change.terms().due("objection", appeal, change.at())));
        if (promised) {
            return; // it stands on the long list until the promised day, then the firm is asked whether it is solved
        }
        ReworkRule rework = change.procedure().rework();
        if (rework.reopens(solved, satisfaction)) {
            BadRating.follow(change, rework.isDecided(appeal.ending()));
        } else {
            change.raise(new Event.Archived(true));
        }
    }
}
