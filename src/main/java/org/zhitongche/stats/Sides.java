package org.zhitongche.stats;

/**
 * By which measures something is counted, and in whose numerator it is; {@link Measure#bit}.
 *
 * @param meets of those that count it
 */
record Sides(long counts, long meets) {

    boolean counts(Measure measure) {
        return (counts & measure.bit()) != 0;
    }

    boolean meets(Measure measure) {
        return (meets & measure.bit()) != 0;
    }

    /** Whether it is on this side. A sum's numerator has those that add to it. */
    boolean on(Part side, Measure measure) {
        return side == Part.NUMERATOR ? meets(measure) : counts(measure);
    }
}
