package org.zhitongche.stats;

import java.time.Duration;

/** How lengths of time are spread, with the places where that can be read off a list, the longest first. */
public record Spread(long count, Duration total, Quantile median, Quantile p90) {

    private static final double MEDIAN = 0.5;
    private static final double MOST = 0.9;

    /**
     * @param length null where there are none
     * @param from   the place, from 1, that is nearest above it
     * @param to     the one nearest below; the same where it is exact, else it is interpolated between the two
     */
    public record Quantile(Duration length, long from, long to) {

        public boolean exact() {
            return from == to;
        }
    }

    static Spread of(Lengths lengths) {
        return new Spread(lengths.count(), lengths.total(), quantile(lengths, MEDIAN), quantile(lengths, MOST));
    }

    private static Quantile quantile(Lengths lengths, double fraction) {
        double place = fraction * (lengths.count() - 1);
        return new Quantile(lengths.percentile(fraction), lengths.count() - (long) Math.ceil(place), lengths.count() - (long) Math.floor(place));
    }
}
