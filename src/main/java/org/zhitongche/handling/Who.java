package org.zhitongche.handling;

import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Unknown;
import java.util.UUID;

/** Who may do what to whom. Whatever somebody may not know of is answered as if it did not exist. */
final class Who {

    private Who() {}

    /** @throws Unknown unless the actor has this appeal; a department has a child where it has the joint case, and who oversees needs both */
    static void has(Change change) {
        if (!change.actor().is(Actor.Kind.DEPARTMENT)) {
            has(change.actor(), change.appeal());
        }
        if (change.actor().is(Actor.Kind.DEPARTMENT) || oversees(change.actor())) {
            has(change.actor(), change.handled().appeal());
        }
    }

    static boolean oversees(Actor actor) {
        return actor.is(Actor.Kind.CENTRE) || actor.is(Actor.Kind.SUPERVISOR);
    }

    /** @throws Unknown unless the actor has this appeal */
    static void has(Actor actor, Appeal appeal) {
        boolean theirs = switch (actor.kind()) {
            case SYSTEM -> true;
            case CENTRE, SUPERVISOR -> !appeal.recusedPersons().contains(String.valueOf(actor.id()));
            case FIRM -> appeal.verified() && actor.unit() != null && actor.unit().equals(appeal.uscc());
            case SENDER -> appeal.id().toString().equals(actor.id());
            case DEPARTMENT -> appeal.isOf(actor);
        };
        if (!theirs) {
            throw new Unknown("appeal " + appeal.id());
        }
    }

    static Assignment departmentOf(Change change, UUID assignment) {
        Assignment theirs = change.appeal().getAssignment(assignment);
        if (!change.actor().is(Actor.Kind.DEPARTMENT) || !theirs.department().equals(change.actor().unit())) {
            throw new Unknown("assignment " + assignment);
        }
        return theirs;
    }

    /** A part that was answered, by the department whose it is now. */
    static Assignment answerable(Change change, UUID assignment) {
        Assignment theirs = change.appeal().getAssignment(assignment);
        if (!change.actor().is(Actor.Kind.DEPARTMENT) || !theirs.answerable().equals(change.actor().unit())) {
            throw new Unknown("assignment " + assignment);
        }
        return theirs;
    }

    /** The department's part, still to be answered. */
    static Assignment openPart(Change change, UUID assignment) {
        Assignment part = departmentOf(change, assignment);
        change.require(part.state().open(), "assignment.closed");
        change.require(change.appeal().suspendedAt() == null, "appeal.suspended");
        return part;
    }

    /** As {@link #openPart}, and nothing was handed in that the centre still reviews. */
    static Assignment unansweredPart(Change change, UUID assignment) {
        Assignment part = openPart(change, assignment);
        change.require(part.handedInAt() == null, "reply.under-review");
        return part;
    }

    /** The part of a department of which those above can demand something. */
    static void demandable(Change change, UUID assignment) {
        Assignment part = change.appeal().getAssignment(assignment);
        change.require(!change.appeal().state().ended(), "appeal.ended");
        change.require(part.state() != AssignmentState.RETURNED && part.state() != AssignmentState.CANCELLED, "order.no-part");
    }

    static void centre(Change change) {
        change.require(change.actor().is(Actor.Kind.CENTRE), "actor.centre");
    }

    static void overseer(Change change) {
        change.require(oversees(change.actor()), "actor.overseer");
    }

    /** The firm itself, or who holds the appeal's link and has shown that the address is his. */
    static void firm(Change change) {
        Actor actor = change.actor();
        change.require(actor.is(Actor.Kind.FIRM) || actor.is(Actor.Kind.SENDER), "actor.firm");
        change.require(change.appeal().verified(), "sender.unverified");
    }

    static String needText(Change change, String text, String field) {
        change.require(text != null && !text.isBlank(), "field.required", field);
        return text;
    }
}
