package org.zhitongche.appeal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.zhitongche.time.Limit;
import org.zhitongche.time.TermUnit;

/**
 * Starts and moves the clocks of an appeal. A due time is always its start + (halved) term + paused (+ extension): what
 * changes one of these is an event of its own, and the due times that follow from it are a second one.
 */
public final class Clocks {

    /** Why a due time moved: another version of the calendar. */
    static final String CALENDAR = "clock.calendar";

    /** What is counted from one moment by one rule, and by nothing else. */
    private static final Set<Duty> PLAIN = EnumSet.of(Duty.TRIAGE, Duty.ACKNOWLEDGE, Duty.STAGE_REPLY, Duty.SUPPLY, Duty.EXTENSION_RULING,
            Duty.REPLY_REVIEW, Duty.SURVEY, Duty.ORDER);

    private Clocks() {}

    /** The limit of one department's part. */
    static Limit limit(Terms terms, Appeal appeal, Role role, boolean rework, Instant start) {
        if (rework) {
            return terms.limit("rework", appeal, start).halvedIf(appeal.priority);
        }
        return role.answers() ? terms.answer(appeal, start) : terms.limit("co-handling", appeal, start).halvedIf(appeal.priority);
    }

    /** When the stage reply is due; null where the answer has no statutory limit. */
    static Instant stage(Terms terms, Appeal appeal, Role role, boolean rework, Instant start) {
        return role.answers() && !rework && terms.statutoryTerm(appeal).isPresent() ? terms.due(terms.stage(appeal, start)) : null;
    }

    public static Event.Clock start(Change change, Limit limit) {
        return clock(change.terms(), limit);
    }

    private static Event.Clock clock(Terms terms, Limit limit) {
        return new Event.Clock(limit.term().toString(), limit.halved(), terms.due(limit));
    }

    /** To be called after a pause, its end or an extension. @param why key of the words */
    public static void settle(Change change, String why) {
        Appeal appeal = change.appeal();
        List<Event.Moved> moved = new ArrayList<>();
        for (Assignment each : appeal.unanswered()) {
            add(moved, each.id, each.limit, each.limit, each.due, change.terms());
        }
        if (runs(appeal)) {
            add(moved, appeal.id, appeal.limit, appeal.limit, appeal.due, change.terms());
        }
        raise(change, why, moved);
    }

    /** To be called when the calendar has changed: all that is still owed is counted anew; what was completed is not judged anew. */
    public static void recount(Change change) {
        settle(change, CALENDAR);
        Appeal appeal = change.appeal();
        List<Event.MovedDuty> moved = new ArrayList<>();
        for (Owed owed : appeal.owed(change.terms())) {
            Instant due = PLAIN.contains(owed.duty()) && owed.limit().term().unit() != TermUnit.CALENDAR_DAYS ? change.terms().due(counted(appeal, owed)) : owed.due();
            if (!due.equals(owed.due())) {
                moved.add(new Event.MovedDuty(owed.subject(), owed.duty(), due));
            }
        }
        if (!moved.isEmpty()) {
            change.raise(new Event.DutiesMoved(CALENDAR, moved));
        }
    }

    /** The first decision of the centre is owed since the appeal came in, not since it was put before it. */
    private static Limit counted(Appeal appeal, Owed owed) {
        boolean first = owed.duty() == Duty.TRIAGE && appeal.acceptedAt == null;
        return first ? Limit.of(appeal.firstReceived, owed.limit().term()).in(owed.limit().region()) : owed.limit();
    }

    /** To be called when the case is put on another term: hard, halved, another category. */
    public static void changeTerm(Change change, String why) {
        Appeal appeal = change.appeal();
        Terms terms = change.terms();
        List<Event.Moved> moved = new ArrayList<>();
        for (Assignment each : appeal.unanswered()) {
            Limit now = limit(terms, appeal, each.role, each.rework, each.dispatchedAt);
            add(moved, each.id, each.limit, each.limit.on(now.term(), now.halved()), each.due, terms);
        }
        if (runs(appeal)) {
            Limit now = terms.answer(appeal, appeal.limit.start());
            add(moved, appeal.id, appeal.limit, appeal.limit.on(now.term(), now.halved()), appeal.due, terms);
        }
        raise(change, why, moved);
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

    private static void raise(Change change, String why, List<Event.Moved> moved) {
        if (!moved.isEmpty()) {
            change.raise(new Event.ClocksMoved(why, moved));
        }
    }

    /** The firm is no longer waited for. */
    public static void resume(Change change, Assignment assignment, Event.ClockResumed.How how, Instant until) {
        change.raise(new Event.ClockResumed(assignment.id, how, assignment.askedAt, until));
        settle(change, "clock.information");
    }

    /** Nobody is waited for any more, and the case is not suspended: what follows is judged by running clocks. */
    public static void runAgain(Change change) {
        for (Assignment each : List.copyOf(change.appeal().assignments())) {
            if (each.askedAt != null) {
                resume(change, each, Event.ClockResumed.How.ANSWERED, change.at());
            }
        }
        if (change.appeal().suspendedAt != null) {
            change.raise(new Event.Resumed(null, change.appeal().suspendedAt));
            settle(change, "clock.suspension");
        }
    }
}
