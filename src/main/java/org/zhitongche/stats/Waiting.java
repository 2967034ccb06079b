package org.zhitongche.stats;

import java.time.Duration;

/**
 * 企业等待时长 in elapsed time, from the first receipt at any door to the valid completion, with office hours beside it.
 *
 * @param appeals      completed at the cut-off
 * @param median       null where there are none; of an even number, the middle between the two
 * @param p90          the 90th percentile, interpolated
 * @param officeMedian of the office hours in it
 */
public record Waiting(long appeals, Duration median, Duration p90, Duration officeMedian, Duration officeP90) {

    static final Waiting NONE = new Waiting(0, null, null, null, null);

    /**
     * What one holder's part was.
     *
     * @param holder  a department's code, CENTRE, or FIRM: the time between an answer and the rating that took it back
     * @param appeals completed ones that it held at all
     * @param total   the holders' totals add up to the waiting time of all
     * @param office  the office hours in it; they add up as well
     */
    public record Held(String holder, long appeals, Duration total, Duration median, Duration p90, Duration office, Duration officeMedian, Duration officeP90) {}
}
