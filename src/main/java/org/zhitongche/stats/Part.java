package org.zhitongche.stats;

/** Which side of a fraction. */
public enum Part {
    NUMERATOR, DENOMINATOR;

    String of(Measure measure) {
        return this == NUMERATOR ? measure.numerator : measure.denominator;
    }
}
