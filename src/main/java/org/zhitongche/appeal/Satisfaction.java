package org.zhitongche.appeal;

/** The five answers a firm can give; 基本满意 still counts as satisfied. */
public enum Satisfaction {
    VERY_DISSATISFIED, DISSATISFIED, BASICALLY, SATISFIED, VERY_SATISFIED;

    /** 1 very dissatisfied … 5 very satisfied, as the spans hold it. */
    public int degree() {
        return ordinal() + 1;
    }

    public boolean satisfied() {
        return this.compareTo(BASICALLY) >= 0;
    }
}
