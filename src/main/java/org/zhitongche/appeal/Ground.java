package org.zhitongche.appeal;

/** The listed grounds on which a named person may decide not to accept. */
public enum Ground {
    UNDER_LITIGATION, IN_PETITION, STATE_SECRET, LAWFULLY_CONCLUDED, REPEAT, OUTSIDE_REMIT, NOT_AN_ENTERPRISE_MATTER
}
