package org.zhitongche.stats;

/** Which side of a fraction. */
public enum Part {
    NUMERATOR, DENOMINATOR;

    /** Whether what is counted by these measures, and meets those, is on this side. A sum's numerator has those that add to it. */
    boolean of(Measure measure, long counts, long meets) {
        return ((this == NUMERATOR ? meets : counts) & measure.bit()) != 0;
    }
}
