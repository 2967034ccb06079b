package org.zhitongche.appeal;

/** What a department owes: 主办 answers the firm, 分办 answers for its own part, 协办 gives its opinion to the lead. */
public enum Role {
    LEAD, SHARING, CO_HANDLING;

    /** Lead and sharing departments answer the firm and complete the appeal. */
    public boolean answers() {
        return this != CO_HANDLING;
    }
}
