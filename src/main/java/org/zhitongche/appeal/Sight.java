package org.zhitongche.appeal;

import java.util.Optional;
import java.util.UUID;

/**
 * What an actor may see, as a condition in every query and not on pages: a firm its own appeals, a department those
 * dispatched to it with what was merged into them but not a letter that was split, and nobody one that complains about him.
 */
public final class Sight {

    private Sight() {}

    /** A condition over {@code appeal a}; takes the one parameter {@link #param}. */
    public static String condition(Actor viewer) {
        return switch (viewer.kind()) {
            case SYSTEM -> "(:viewer = :viewer)";
            case CENTRE, SUPERVISOR -> "(:viewer = :viewer" + person(viewer) + ")";
            case FIRM -> "(a.verified and a.uscc = :viewer)";
            case SENDER -> "(:viewer in (a.id::text, a.parent::text))";
            case DEPARTMENT -> """
                    (a.state <> 'SPLIT' and exists (select 1 from assignment m where m.appeal_id = coalesce(a.bundle, a.id)
                        and (m.department = :viewer or m.successor = :viewer))
                     and not exists (select 1 from recusal r where r.appeal_id in (a.id, a.bundle) and r.department = :viewer)""" + person(viewer) + ")";
        };
    }

    /** A person may have to stand aside although the department, or the rest of the centre, need not. The id is written out, being nothing but a UUID. */
    private static String person(Actor viewer) {
        try {
            return " and not exists (select 1 from recused_person p where p.appeal_id in (a.id, a.bundle) and p.person = '"
                    + UUID.fromString(viewer.id()) + "')";
        } catch (IllegalArgumentException | NullPointerException machine) {
            return "";
        }
    }

    /** Whether the viewer still handles it or has answered it, and so may reach the firm's people; as {@link #condition}. */
    static String handles(Actor viewer) {
        return !viewer.is(Actor.Kind.DEPARTMENT) ? "true" : """
                exists (select 1 from assignment h where h.appeal_id = coalesce(a.bundle, a.id) and (h.department = :viewer or h.successor = :viewer)
                    and h.state not in ('RETURNED', 'CANCELLED'))""";
    }

    public static String param(Actor viewer) {
        return switch (viewer.kind()) {
            case SYSTEM, CENTRE, SUPERVISOR -> "";
            case FIRM, DEPARTMENT -> viewer.unit();
            case SENDER -> viewer.id();
        };
    }

    /** What is between a leader, those who oversee and the department that answers: subscribers are not told of it either. */
    public static boolean confidential(Event event) {
        return event instanceof Event.PutBeforeLeader || event instanceof Event.LeaderNoted || event instanceof Event.NoteAnswered || event instanceof Event.LeaderTold
                || event instanceof Event.LightTurned light && light.duty() == Duty.LEADER_NOTE
                || event instanceof Event.Escalated up && up.duty() == Duty.LEADER_NOTE;
    }

    static boolean mayKnow(Actor viewer, Appeal appeal, Event event) {
        return !confidential(event) || oversees(viewer) || noteOf(event).map(appeal.leaderNotes::get).filter(note -> mayKnow(viewer, appeal, note)).isPresent();
    }

    /** A firm has its own due time proved, a department that of the case and those of its own part; those who oversee all. */
    static boolean mayProve(Actor viewer, Appeal appeal, Given given) {
        return switch (viewer.kind()) {
            case SYSTEM, CENTRE, SUPERVISOR -> true;
            case FIRM, SENDER -> given.is(Duty.REPLY) && given.subject().equals(appeal.id);
            case DEPARTMENT -> mayProve(viewer, appeal, given.subject());
        };
    }

    /** The same of whatever is due with this subject, for all but firms. */
    public static boolean mayProve(Actor viewer, Appeal appeal, UUID subject) {
        return oversees(viewer) || subject.equals(appeal.id) || isOf(viewer, appeal, subject);
    }

    private static boolean isOf(Actor viewer, Appeal appeal, UUID subject) {
        Objection objection = appeal.objections.get(subject);
        return appeal.findPart(subject).filter(part -> part.department.equals(viewer.unit()) || viewer.unit().equals(part.successor)).isPresent()
                || objection != null && viewer.unit().equals(objection.department());
    }

    /** Those who oversee, and the department that answers. */
    public static boolean mayKnow(Actor viewer, Appeal appeal, LeaderNote note) {
        return oversees(viewer) || viewer.is(Actor.Kind.DEPARTMENT) && appeal.getAssignment(note.assignment()).department.equals(viewer.unit());
    }

    private static boolean oversees(Actor viewer) {
        return viewer.is(Actor.Kind.SYSTEM) || viewer.is(Actor.Kind.CENTRE) || viewer.is(Actor.Kind.SUPERVISOR);
    }

    private static Optional<UUID> noteOf(Event event) {
        return event instanceof Event.LeaderNoted e ? Optional.of(e.id()) : event instanceof Event.NoteAnswered e ? Optional.of(e.id())
                : event instanceof Event.LeaderTold e ? Optional.of(e.id())
                : event instanceof Event.LightTurned e ? Optional.of(e.subject())
                : event instanceof Event.Escalated e ? Optional.ofNullable(e.subject()) : Optional.empty();
    }

    /** The firm's name is for itself, the centre, and the handling department if the firm agreed; its contact too, as long as the department {@link #handles} it. */
    public static boolean mayKnowFirm(Actor viewer, boolean mayName) {
        return switch (viewer.kind()) {
            case SYSTEM, CENTRE, FIRM, SENDER -> true;
            case DEPARTMENT -> mayName;
            case SUPERVISOR -> false;
        };
    }
}
