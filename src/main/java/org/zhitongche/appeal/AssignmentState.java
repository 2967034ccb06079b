package org.zhitongche.appeal;

/** Where a department's part stands. */
public enum AssignmentState {
    DISPATCHED, ACKNOWLEDGED, SENT_BACK, COMPLETED, RETURNED, CANCELLED;

    /** The department still owes its answer. */
    public boolean open() {
        return this == DISPATCHED || this == ACKNOWLEDGED;
    }
}
