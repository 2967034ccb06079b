package org.zhitongche.stats;

/** Which side of a fraction. */
public enum Part {
    NUMERATOR, DENOMINATOR;

    /** The condition that an appeal or assignment meets to be counted on this side. */
    String of(Measure measure) {
        return this == NUMERATOR ? measure.numerator : measure.denominator;
    }
}
