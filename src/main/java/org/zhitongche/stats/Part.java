package org.zhitongche.stats;

/** Which side of a fraction. */
public enum Part {
    NUMERATOR, DENOMINATOR
}
