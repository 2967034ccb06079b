package org.zhitongche.appeal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One department's part in an appeal, as its events left it. Changed only by {@link Appeal#apply}. */
public final class Assignment {

    final UUID id;
    final String department;
    final Role role;
    final boolean rework;
    final Instant dispatchedAt;
    final Instant acknowledgeDue;
    final Instant due;
    AssignmentState state = AssignmentState.DISPATCHED;
    boolean ruled;
    Instant acknowledgedAt;
    Instant contactedAt;
    Instant handedInAt;
    Instant completedAt;
    Instant sentBackAt;
    Conclusion conclusion;
    LocalDate promised;
    boolean overdue;

    Assignment(Event.Assigned assigned, Instant at) {
        this.id = assigned.id();
        this.department = assigned.department();
        this.role = assigned.role();
        this.rework = assigned.rework();
        this.ruled = assigned.ruled();
        this.dispatchedAt = at;
        this.acknowledgeDue = assigned.acknowledgeDue();
        this.due = assigned.due();
    }

    public UUID id() { return id; }
    public String department() { return department; }
    public Role role() { return role; }
    public boolean rework() { return rework; }
    public boolean ruled() { return ruled; }
    public AssignmentState state() { return state; }
    public Instant dispatchedAt() { return dispatchedAt; }
    public Instant acknowledgeDue() { return acknowledgeDue; }
    public Instant due() { return due; }
    public Instant acknowledgedAt() { return acknowledgedAt; }
    public Instant contactedAt() { return contactedAt; }
    public Instant handedInAt() { return handedInAt; }
    public Instant completedAt() { return completedAt; }
    public Instant sentBackAt() { return sentBackAt; }
    public Conclusion conclusion() { return conclusion; }
    public LocalDate promised() { return promised; }
    public boolean overdue() { return overdue; }

    /** It counts for the completion of the appeal: neither returned nor cancelled, and an answer is owed to the firm. */
    boolean owesAnswer() {
        return role.answers() && state != AssignmentState.RETURNED && state != AssignmentState.CANCELLED;
    }

    void acknowledge(Instant at) {
        if (acknowledgedAt == null) {
            acknowledgedAt = at;
        }
        if (state == AssignmentState.DISPATCHED) {
            state = AssignmentState.ACKNOWLEDGED;
        }
    }

    void sendBack(Instant at) {
        sentBackAt = at;
        state = AssignmentState.SENT_BACK;
    }

    void ruleOn(boolean upheld) {
        if (upheld) {
            state = AssignmentState.RETURNED;
        } else {
            ruled = true;
            state = acknowledgedAt == null ? AssignmentState.DISPATCHED : AssignmentState.ACKNOWLEDGED;
        }
    }

    void handIn(Instant at, Conclusion with, LocalDate promisedFor) {
        acknowledge(at);
        handedInAt = at;
        conclusion = with;
        promised = promisedFor;
    }

    void complete() {
        completedAt = handedInAt;
        state = AssignmentState.COMPLETED;
    }

    void cancel() {
        if (state != AssignmentState.COMPLETED && state != AssignmentState.RETURNED) {
            state = AssignmentState.CANCELLED;
        }
    }
}
