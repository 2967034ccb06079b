package org.zhitongche.appeal;

/** Where an appeal stands. Completed 办结 is not archived 归档, and neither says that it is solved. */
public enum AppealState {
    TRIAGE, HANDLING, COMPLETED, ARCHIVED, NOT_ACCEPTED, WITHDRAWN, SPLIT;

    /** Somebody on the side of the administration still owes something. */
    public boolean open() {
        return this == TRIAGE || this == HANDLING;
    }

    /** Nothing more happens to it; a further letter is a new, linked appeal. */
    public boolean ended() {
        return this.compareTo(ARCHIVED) >= 0;
    }
}
