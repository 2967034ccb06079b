package org.zhitongche.supervision;

/**
 * What a supervisor watches. Each is a query for the cases and the departments they lie with, of the moments {@code :now},
 * {@code :midnight} (the end of today), {@code :since} and {@code :until} (the beginning and the end of the period).
 */
public enum Watch {
    RED(Watch.owed("timestamptz '-infinity'", ":now")),
    TODAY(Watch.owed(":now", ":midnight")),
    LEADERS("select id as appeal_id, lead as department from appeal where escalated_to = 'LEADERS' and state in ('TRIAGE', 'HANDLING')"),
    LATE_EXTENSIONS("""
            select appeal_id, department from assignment
            where state in ('DISPATCHED', 'ACKNOWLEDGED') and extension = 'PENDING' and extension_due < :now"""),
    STATUTORY("select id as appeal_id, lead as department from appeal where long_list = 'STATUTORY'"),
    PROMISE("select id as appeal_id, lead as department from appeal where long_list = 'PROMISE'"),
    ORDERS("select appeal_id, department from supervision_order where waits"),
    LATE_ORDERS("select appeal_id, department from supervision_order where waits and due_at < :now"),
    /** 直转件 on which no note has come. */
    LEADER_REPORTS("""
            select r.appeal_id, a.lead as department from leader_report r join appeal a on a.id = r.appeal_id
            where not r.noted and a.state in ('TRIAGE', 'HANDLING', 'COMPLETED')"""),
    LEADER_NOTES("select appeal_id, department from leader_note where waits"),
    LATE_NOTES("select appeal_id, department from leader_note where waits and due_at < :now"),
    /** The department says solved (A), the firm says not. */
    NOT_SOLVED("""
            select x.appeal_id, x.department from survey s
            join assignment x on x.appeal_id = s.appeal_id and x.conclusion = 'A' and x.completed_at <= s.answered_at
            where s.solved = false and s.answered_at >= :since and s.answered_at < :until"""),
    /** A reply that is nearly identical with one of the same department to another appeal; marked when it was released. */
    ALIKE("select appeal_id, department from reply_signature where alike and completed_at >= :since and completed_at < :until"),
    /** Answered without ever having talked with the firm. */
    NO_CONTACT("""
            select appeal_id, department from assignment
            where completed_at >= :since and completed_at < :until and role <> 'CO_HANDLING' and contacted_at is null"""),
    SENT_BACK("select appeal_id, department from assignment where sent_back_at >= :since and sent_back_at < :until"),
    /** From the department to the one that took over, as the centre ruled on a sending-back. */
    PASSED_ON("""
            select g.appeal_id, g.department, b.department as taker from (
                select appeal_id, assignment_id, department, role, min(from_at) as at from assignment_span
                where state = 'RETURNED' and from_at >= :since and from_at < :until group by appeal_id, assignment_id, department, role) g
            join assignment b on b.appeal_id = g.appeal_id and b.dispatched_at = g.at and b.role = g.role and b.department <> g.department""");

    final String sql;

    Watch(String sql) {
        this.sql = sql;
    }

    /** Of the period rather than of now. */
    public boolean ofPeriod() {
        return compareTo(NOT_SOLVED) >= 0;
    }

    /** What somebody owes by a time from then on and before the other; what is late while the centre owes the ruling 待批 is the centre's. */
    private static String owed(String from, String to) {
        return """
            select appeal_id, department from assignment
            where state in ('DISPATCHED', 'ACKNOWLEDGED') and handed_in_at is null and %1$s and (extension is distinct from 'PENDING' or due_at >= :now)
            union all
            select x.appeal_id, x.department from assignment x join appeal a on a.id = x.appeal_id
            where x.state = 'DISPATCHED' and a.suspended_at is null and %2$s
            union all
            select appeal_id, department from assignment
            where state in ('DISPATCHED', 'ACKNOWLEDGED') and handed_in_at is null and due_at is not null and staged_at is null and %3$s
            union all
            select appeal_id, department from supervision_order where waits and %1$s
            union all
            select appeal_id, department from leader_note where waits and %1$s
            union all
            select appeal_id, 'CENTRE' from centre_duty where %1$s"""
                .formatted(within("due_at", from, to), within("x.acknowledge_due", from, to), within("stage_due", from, to));
    }

    private static String within(String column, String from, String to) {
        return column + " >= " + from + " and " + column + " < " + to;
    }
}
