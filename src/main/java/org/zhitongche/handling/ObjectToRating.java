package org.zhitongche.handling;

import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Objection;

/**
 * 评价异议 by a department whose answer the firm rated badly: in time, as often to a rating as the rule allows, with a reason; also after the archive.
 * Done to a child it is about what that firm said.
 *
 * @param assignment of the case in which the matter was handled
 */
public record ObjectToRating(UUID assignment, String reason, List<Attachment> attachments) implements Action {
    @Override
    public void decide(Change change) {
        Appeal appeal = change.appeal();
        Appeal handled = change.handled().appeal();
        String department = Who.answerable(change.handled(), assignment).answerable();
        Assignment rated = (handled == appeal ? appeal.rated(department) : appeal.rated(department, handled)).orElse(null);
        change.require(rated != null, "objection.not-rated");
        change.require(appeal.objectBy() != null, "objection.content");
        List<Objection> raised = appeal.objections().stream().filter(each -> each.round() == appeal.ratedRound()
                && handled.getAssignment(each.assignment()).answerable().equals(department)).toList();
        int times = change.procedure().times("objection", appeal);
        change.require(raised.size() < times, "objection.once", times);
        change.require(raised.stream().noneMatch(Objection::pending), "objection.pending");
        change.require(change.terms().inTime(change.at(), appeal.objectBy()), "objection.late");
        Who.needText(change, reason, "reason");
        change.raise(new Event.RatingObjected(UUID.randomUUID(), rated.id(), appeal.ratedRound(), change.text(Change.TextKind.REASON, reason),
                change.files(attachments), change.terms().due("ruling", appeal, change.at()), handled == appeal ? null : rated.department()));
    }
}
