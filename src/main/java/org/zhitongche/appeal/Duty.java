package org.zhitongche.appeal;

import java.util.EnumSet;
import java.util.Set;

/** What somebody owes by a time. */
public enum Duty {
    TRIAGE, ACKNOWLEDGE, REPLY, STAGE_REPLY, CO_HANDLING, EXTENSION_RULING, REPLY_REVIEW, SUSPENSION_REVIEW, SUPPLY, SURVEY, PROMISE, ORDER,
    OBJECTION_RULING, REWORK_DECISION, LEADER_NOTE;

    private static final Set<Duty> CENTRES = EnumSet.of(TRIAGE, EXTENSION_RULING, REPLY_REVIEW, SUSPENSION_REVIEW, OBJECTION_RULING,
            REWORK_DECISION);

    /** What the centre itself owes: if it is late, it is the centre's. */
    public boolean ofCentre() {
        return CENTRES.contains(this);
    }

    /** An answer, an opinion or the answer to a demand from above: what lists show. */
    boolean answers() {
        return this == REPLY || this == CO_HANDLING || this == ORDER || this == LEADER_NOTE;
    }

    /** Shown to those above when it stays overdue. What was promised is asked about instead. */
    boolean escalates() {
        return hasLights() && this != PROMISE;
    }

    /** The firm's own time simply ends; everything else has lights. */
    public boolean hasLights() {
        return this != SUPPLY && this != SURVEY;
    }
}
