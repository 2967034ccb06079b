package org.zhitongche.appeal;

/** How an appeal was completed, or ended without an answer of its own. */
public enum Ending {
    A, B, C, D, DIRECT, NOT_SUPPLIED, TERMINATED, NOT_ACCEPTED, WITHDRAWN, SPLIT;

    static Ending of(Conclusion conclusion) {
        return valueOf(conclusion.name());
    }
}
