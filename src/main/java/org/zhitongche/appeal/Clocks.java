package org.zhitongche.appeal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.zhitongche.time.Limit;
import org.zhitongche.time.TermUnit;

/**
 * Starts and moves the clocks of an appeal. A due time is always its start + (shortened) term + paused (+ extension): what
 * changes one of these is an event of its own, and the due times that follow from it are a second one.
 */
public final class Clocks {

    /** Why a due time moved: another version of the calendar. */
    static final String CALENDAR = "clock.calendar";

    /** What is counted from one moment by one rule, and by nothing else. */
    private static final Set<Duty> PLAIN = EnumSet.of(Duty.TRIAGE, Duty.ACKNOWLEDGE, Duty.STAGE_REPLY, Duty.SUPPLY, Duty.EXTENSION_RULING,
            Duty.REPLY_REVIEW, Duty.SURVEY, Duty.ORDER, Duty.OBJECTION_RULING, Duty.REWORK_DECISION,
            Duty.LEADER_NOTE);

    private Clocks() {}

    /** The limit of one department's part. */
    static Limit limit(Terms terms, Appeal appeal, Role role, boolean rework, Instant start) {
        if (rework) {
            return terms.limit("rework", appeal, start).shortened(appeal.shortening());
        }
        return role.answers() ? terms.answer(appeal, start) : terms.limit("co-handling", appeal, start).shortened(appeal.shortening());
    }

    /** When the stage reply is first due; null where the answer has no statutory limit. */
    static Instant stage(Terms terms, Appeal appeal, Role role, boolean rework, Instant start) {
        return role.answers() && !rework && terms.statutoryTerm(appeal).isPresent() ? terms.due(terms.stage(appeal, start)) : null;
    }

    /** As an event tells it. */
    public static Event.Clock clock(Terms terms, Limit limit) {
        return new Event.Clock(limit.term().toString(), limit.isShortened(), terms.due(limit));
    }

    /** To be called after a pause, its end or an extension. @param why key of the words */
    public static void settle(Change change, String why) {
        raise(change, why, moved(change), movedAlong(change));
    }

    private static List<Event.Moved> moved(Change change) {
        Appeal appeal = change.appeal();
        List<Event.Moved> moved = new ArrayList<>();
        for (Assignment each : appeal.unanswered()) {
            add(moved, each.id, each.limit, each.limit, each.due, change.terms());
        }
        if (runs(appeal)) {
            add(moved, appeal.id, appeal.limit, appeal.limit, appeal.due, change.terms());
        }
        return moved;
    }

    /** To be called when the calendar has changed: all that is still owed is counted anew; what was completed is not judged anew. */
    public static void recount(Change change) {
        List<Event.Moved> moved = moved(change);
        List<Event.MovedDuty> duties = movedDuties(change);
        if (!moved.isEmpty() || !duties.isEmpty()) {
            change.raise(new Event.ClocksMoved(CALENDAR, moved, duties.isEmpty() ? null : duties));
        }
    }

    private static List<Event.MovedDuty> movedDuties(Change change) {
        Appeal appeal = change.appeal();
        List<Event.MovedDuty> moved = new ArrayList<>();
        for (Owed owed : appeal.owed(change.terms())) {
            Instant due = PLAIN.contains(owed.duty()) && owed.limit().term().unit() != TermUnit.CALENDAR_DAYS ? change.terms().due(counted(appeal, owed)) : owed.due();
            if (!due.equals(owed.due())) {
                moved.add(new Event.MovedDuty(owed.subject(), owed.duty(), due));
            }
        }
        return moved;
    }

    /** The first decision of the centre is owed since the appeal came in, not since it was put before it. */
    static Limit counted(Appeal appeal, Owed owed) {
        boolean first = owed.duty() == Duty.TRIAGE && appeal.acceptedAt == null;
        return first ? Limit.of(appeal.firstReceived, owed.limit().term()).in(owed.limit().region()) : owed.limit();
    }

    /** To be called when the case is put on another term: hard, priority. */
    public static void changeTerm(Change change, String why) {
        raise(change, why, onOtherTerm(change), movedAlong(change));
    }

    /** To be called when category, type or region was put right: each term is the one it should have been, from the same start. */
    public static void reclassify(Change change) {
        List<Event.MovedDuty> duties = new ArrayList<>(movedAlong(change));
        addTriage(duties, change);
        addStages(duties, change);
        raise(change, "clock.reclassified", onOtherTerm(change), duties);
    }

    private static List<Event.Moved> onOtherTerm(Change change) {
        Appeal appeal = change.appeal();
        Terms terms = change.terms();
        List<Event.Moved> moved = new ArrayList<>();
        for (Assignment each : appeal.unanswered()) {
            Limit now = limit(terms, appeal, each.role, each.rework, each.dispatchedAt);
            add(moved, each.id, each.limit, each.limit.on(now.term(), now.share()), each.due, terms);
        }
        if (runs(appeal)) {
            Limit now = terms.answer(appeal, appeal.limit.start());
            add(moved, appeal.id, appeal.limit, appeal.limit.on(now.term(), now.share()), appeal.due, terms);
        }
        return moved;
    }

    private static void addTriage(List<Event.MovedDuty> duties, Change change) {
        Appeal appeal = change.appeal();
        if (appeal.triageDue != null && appeal.acceptedAt == null) {
            add(duties, appeal.id, Duty.TRIAGE, change.terms().due("triage", appeal, appeal.firstReceived), appeal.triageDue);
        }
    }

    /** A statutory limit brings a stage reply, and takes it away; one whose clock stands now moves when it runs again. */
    private static void addStages(List<Event.MovedDuty> duties, Change change) {
        Appeal appeal = change.appeal();
        Terms terms = change.terms();
        for (Assignment each : appeal.unanswered()) {
            Instant unpaused = stage(terms, appeal, each.role, each.rework, each.dispatchedAt);
            if (unpaused == null && each.stageDue != null) {
                duties.add(new Event.MovedDuty(each.id, Duty.STAGE_REPLY, null));
            } else if (unpaused != null && each.stageDue == null) {
                Instant due = terms.due(terms.stage(appeal, each));
                duties.add(new Event.MovedDuty(each.id, Duty.STAGE_REPLY, due == null ? unpaused : due));
            }
        }
    }

    /** The appeal's own due time stands once it was completed: the first completion is judged, rework does not move it. */
    private static boolean runs(Appeal appeal) {
        return appeal.limit != null && appeal.firstCompletedAt == null;
    }

    private static void add(List<Event.Moved> moved, UUID subject, Limit was, Limit is, Instant due, Terms terms) {
        Event.Clock clock = clock(terms, is);
        if (!was.equals(is) || !Objects.equals(due, clock.due())) {
            moved.add(new Event.Moved(subject, clock));
        }
    }

    private static void raise(Change change, String why, List<Event.Moved> moved, List<Event.MovedDuty> along) {
        if (!moved.isEmpty() || !along.isEmpty()) {
            change.raise(new Event.ClocksMoved(why, moved, along.isEmpty() ? null : along));
        }
    }

    /** What is owed before the answer: acknowledging stands while the case is suspended, the stage reply whenever the part's clock does, and is shortened with it. */
    private static List<Event.MovedDuty> movedAlong(Change change) {
        Appeal appeal = change.appeal();
        Terms terms = change.terms();
        List<Event.MovedDuty> moved = new ArrayList<>();
        for (Assignment each : appeal.unanswered()) {
            Limit acknowledge = terms.suspendable("acknowledge", appeal, each.givenAt);
            if (each.acknowledgedAt == null && !acknowledge.pauses().isEmpty()) {
                add(moved, each.id, Duty.ACKNOWLEDGE, terms.due(acknowledge), each.acknowledgeDue);
            }
            if (each.stageDue != null && each.stagedAt == null) {
                add(moved, each.id, Duty.STAGE_REPLY, terms.due(terms.stage(appeal, each)), each.stageDue);
            }
        }
        return moved;
    }

    /** What stands now moves when it runs again. */
    private static void add(List<Event.MovedDuty> moved, UUID subject, Duty duty, Instant due, Instant was) {
        if (due != null && !due.equals(was)) {
            moved.add(new Event.MovedDuty(subject, duty, due));
        }
    }

    /** The firm is no longer waited for. */
    public static void resume(Change change, Assignment assignment, Event.ClockResumed.How how, Instant until) {
        change.raise(new Event.ClockResumed(assignment.id, how, assignment.askedAt, until));
        settle(change, "clock.information");
    }

    /** What the firm was asked for has come: the clock stood until now, or until it ran again by itself. */
    public static void supplied(Change change) {
        resumeThose(change, Assignment::supplied, Event.ClockResumed.How.SUPPLIED,
                each -> earlier(change.at(), each.supplyBy));
    }

    /** A firm that was waited for is not in the case any more: what waited for it alone goes on. */
    static void release(Change change) {
        resumeThose(change, Assignment::supplied, Event.ClockResumed.How.ANSWERED, each -> earlier(change.at(), each.supplyBy));
    }

    /** A child's own clock runs again. @param until up to when it stood at most */
    static void suppliedJointly(Change child, Event.ClockResumed.How how, Instant until) {
        Appeal appeal = child.appeal();
        if (appeal.askedJointlyAt != null) {
            child.raise(new Event.SuppliedJointly(how, appeal.askedJointlyAt, earlier(until, appeal.supplyJointlyBy)));
            settle(child, "clock.information");
        }
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /** The firm is waited for no longer than the rule says. @return whether a clock runs again that stood until then */
    public static boolean lapse(Change change) {
        return resumeThose(change, each -> change.at().isAfter(each.supplyBy), Event.ClockResumed.How.LAPSED, each -> each.supplyBy);
    }

    private static boolean resumeThose(Change change, Predicate<Assignment> which, Event.ClockResumed.How how, Function<Assignment, Instant> until) {
        List<Assignment> waiting = change.appeal().assignments().stream().filter(each -> each.askedAt != null).filter(which).toList();
        waiting.forEach(each -> resume(change, each, how, until.apply(each)));
        return !waiting.isEmpty();
    }

    /** Nobody is waited for any more, and the case is not suspended: what follows is judged by running clocks. */
    public static void runAgain(Change change) {
        resumeThose(change, each -> true, Event.ClockResumed.How.ANSWERED, each -> change.at());
        endSuspension(change);
    }

    /** What ends a case also ends that it is suspended. */
    static void endSuspension(Change change) {
        if (change.appeal().suspendedAt != null) {
            change.raise(new Event.Resumed(null, change.appeal().suspendedAt));
            settle(change, "clock.suspension");
        }
    }
}
