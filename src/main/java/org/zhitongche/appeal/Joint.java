package org.zhitongche.appeal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * 并案: several appeals handled as one. What happens to the joint case happens to its children, each in its own history
 * and in words of its own: accepted, dispatched, answered, completed, asked, reopened. What a child's firm says reaches
 * those who handle the joint case.
 */
public final class Joint {

    /** What can be done to a child by itself while it is handled jointly; the rest is done to the joint case. */
    private static final Set<Class<? extends Event>> OF_ITS_OWN = Set.of(Event.Supplemented.class, Event.Reminded.class,
            Event.SenderVerified.class, Event.ContentErased.class, Event.ClocksMoved.class, Event.DutiesMoved.class, Event.AskedJointly.class,
            Event.RatingObjected.class, Event.ObjectionRuled.class, Event.FilesReleased.class);

    private Joint() {}

    static void decide(Action action, Change change, Changes all) {
        Appeal appeal = change.appeal();
        boolean handledElsewhere = appeal.mergedInto != null && appeal.state.open();
        action.decide(change);
        if (handledElsewhere && appeal.mergedInto != null) {
            change.require(change.events().stream().allMatch(event -> OF_ITS_OWN.contains(event.getClass())), "joint.not-here");
        }
        for (Change each : all.list()) {
            if (each.appeal().joint()) {
                all.list().stream().filter(child -> each.appeal().children.containsKey(child.appeal().id))
                        .forEach(child -> hear(each, child));
            }
        }
        for (Change each : all.list()) {
            if (each.appeal().joint()) {
                follow(each);
            }
        }
    }

    /** What a child's firm said, told to the joint case. */
    private static void hear(Change joint, Change child) {
        Appeal appeal = child.appeal();
        for (Event event : List.copyOf(child.events())) {
            if (event instanceof Event.Withdrawn) {
                joint.raise(new Event.LetGo(appeal.id, appeal.number, "withdrawn"));
                Clocks.release(joint);
            } else if (event instanceof Event.Supplemented) {
                heard(joint, appeal, event);
                Clocks.suppliedJointly(child, Event.ClockResumed.How.SUPPLIED, child.at());
                Clocks.supplied(joint);
            } else if (event instanceof Event.Reminded || event instanceof Event.FilesReleased || event instanceof Event.ObjectionRuled || event instanceof Event.Rated rated && rated.objectBy() != null) {
                heard(joint, appeal, event);
            }
        }
    }

    private static void heard(Change joint, Appeal child, Event event) {
        joint.raise(new Event.ChildHeard(child.id, child.number, EventCodec.typeOf(event)));
    }

    private static void follow(Change joint) {
        for (Event event : List.copyOf(joint.events())) {
            if (event instanceof Event.Withdrawn || event instanceof Event.NotAccepted || event instanceof Event.Terminated) {
                letAllGo(joint);
                return;
            }
        }
        children(joint).forEach(child -> keepUp(joint, child));
        for (Event event : List.copyOf(joint.events())) {
            children(joint).forEach(child -> repeat(event, joint, child));
        }
        if (joint.events().stream().anyMatch(Event.Completed.class::isInstance)) {
            complete(joint);
        }
    }

    private static List<Change> children(Change joint) {
        return joint.appeal().children().stream().map(child -> joint.of(child.id())).toList();
    }

    /** 撤销: it is handled on its own again, as a person decides. */
    public static void letGo(Change joint, Change child, String why, TextRef reason) {
        Appeal appeal = child.appeal();
        Clocks.suppliedJointly(child, Event.ClockResumed.How.ANSWERED, child.at());
        child.raise(new Event.Unmerged(joint.appeal().id, why, reason));
        joint.raise(new Event.LetGo(appeal.id, appeal.number, why));
        Clocks.release(joint);
    }

    /** To be called for one that is handled on its own again and not dispatched at once. */
    public static void putBeforeAPerson(Change child) {
        Appeal appeal = child.appeal();
        child.raise(new Event.Triaged(List.of("doubt.unmerged"), List.of(), List.of(),
                child.terms().due("triage", appeal, appeal.acceptedAt == null ? appeal.firstReceived : child.at())));
    }

    private static void letAllGo(Change joint) {
        for (Change child : children(joint)) {
            if (child.appeal().state.open()) {
                letGo(joint, child, "joint-ended", null);
                putBeforeAPerson(child);
            }
        }
    }

    /** Accepted with it, and known to be handled by those who handle it. */
    private static void keepUp(Change joint, Change child) {
        Appeal appeal = child.appeal();
        if (!appeal.state.open() || joint.appeal().acceptedAt == null) {
            return;
        }
        if (appeal.acceptedAt == null) {
            child.raise(new Event.Accepted());
        }
        List<Routing.Unit> units = joint.appeal().assignments().stream().filter(a -> a.state.open() || a.state == AssignmentState.COMPLETED)
                .map(a -> new Routing.Unit(a.answerable(), a.role)).distinct().toList();
        if (!units.isEmpty() && !units.equals(appeal.jointUnits)) {
            Event.Clock first = appeal.dispatchedAt != null ? null : Clocks.clock(child.terms(), child.terms().answer(appeal, child.at()));
            child.raise(new Event.HandledJointly(units, first));
        }
    }

    private static void repeat(Event event, Change joint, Change child) {
        if (child.appeal().state == AppealState.COMPLETED && event instanceof Event.Reopened) {
            child.raise(new Event.Reopened(child.appeal().round));
        } else if (child.appeal().promiseDue() != null && event instanceof Event.PromiseFulfilled e) {
            fulfilled(e, joint, child);
        } else if (event instanceof Event.ReplyAmended e && child.appeal().state != AppealState.WITHDRAWN) {
            child.raise(new Event.AmendedJointly(joint.appeal().getAssignment(e.assignment()).department,
                    child.copy(Change.TextKind.REPLY, e.text()), child.copy(e.files())));
        }
        if (!child.appeal().state.open()) {
            return;
        }
        if (event instanceof Event.ClockResumed e && e.assignment().equals(child.appeal().askedFor)) {
            Clocks.suppliedJointly(child, e.how(), e.until());
        } else if (event instanceof Event.ReplyReleased e) {
            answer(handedIn(joint, e), joint.appeal().getAssignment(e.assignment()).department, child);
        } else if (event instanceof Event.StageReplied e) {
            child.raise(new Event.AnsweredJointly(joint.appeal().getAssignment(e.assignment()).department, null,
                    child.copy(Change.TextKind.REPLY, e.text()), null, null, child.copy(e.files()), null));
        } else if (event instanceof Event.AnsweredDirectly e) {
            child.raise(new Event.AnsweredJointly(null, null, child.copy(Change.TextKind.REPLY, e.text()), null, null,
                    child.copy(e.files()), null));
        } else if (event instanceof Event.ExtensionRuled e && e.granted()) {
            extend(e, joint, child);
        } else if (event instanceof Event.Suspended e) {
            child.raise(new Event.Suspended(child.copy(Change.TextKind.REASON, e.reason()), e.review()));
            Clocks.settle(child, "clock.suspension");
        } else if (event instanceof Event.Resumed e && child.appeal().suspendedAt != null) {
            child.raise(new Event.Resumed(child.copy(Change.TextKind.REASON, e.reason()), child.appeal().suspendedAt));
            Clocks.settle(child, "clock.suspension");
        }
    }

    private static void fulfilled(Event.PromiseFulfilled event, Change joint, Change child) {
        child.raise(new Event.FulfilledJointly(joint.appeal().getAssignment(event.assignment()).department,
                child.copy(Change.TextKind.REPLY, event.text()), child.copy(event.files())));
        if (joint.appeal().promiseDue() == null) {
            Completion.askAboutPromise(child);
        }
    }

    private static void extend(Event.ExtensionRuled ruled, Change joint, Change child) {
        Assignment part = joint.appeal().getAssignment(ruled.assignment());
        int units = part.extension.units();
        // It may have been asked for before anybody else read along.
        TextRef asked = Discretion.namesOther(child, part.extension.reason()) ? null : part.extension.reason();
        child.raise(new Event.ExtendedJointly(joint.appeal().isLead(part) ? units : 0, child.copy(Change.TextKind.REASON, ruled.reason()),
                part.department, child.copy(Change.TextKind.REASON, asked), child.terms().due(part.limit.extended(-units)), part.due));
        Clocks.settle(child, "clock.extension");
    }

    /** The reply may have been handed in earlier, and released now. */
    private static Event.ReplyHandedIn handedIn(Change joint, Event.ReplyReleased released) {
        return joint.events().stream().filter(Event.ReplyHandedIn.class::isInstance).map(Event.ReplyHandedIn.class::cast)
                .filter(reply -> reply.assignment().equals(released.assignment())).reduce((a, b) -> b)
                .orElseGet(() -> joint.appeal().getAssignment(released.assignment()).reply);
    }

    private static void answer(Event.ReplyHandedIn reply, String department, Change child) {
        child.raise(new Event.AnsweredJointly(department, reply.conclusion(), child.copy(Change.TextKind.REPLY, reply.text()),
                reply.promised(), child.copy(Change.TextKind.WAY_FORWARD, reply.wayForward()), child.copy(reply.files()), reply.signatory()));
    }

    /** Every firm is asked once, whatever number of its appeals was merged. */
    private static void complete(Change joint) {
        Set<String> asked = new HashSet<>();
        firm(joint.appeal(), asked);
        for (Change child : children(joint)) {
            if (child.appeal().state.open()) {
                Completion.jointly(child, joint.appeal().completedAt, joint.appeal().ending, firm(child.appeal(), asked));
            } else {
                firm(child.appeal(), asked);
            }
        }
    }

    /** @return whether it is another one than those before */
    private static boolean firm(Appeal appeal, Set<String> asked) {
        return appeal.uscc == null || !appeal.verified || asked.add(appeal.uscc);
    }
}
