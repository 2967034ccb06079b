package org.zhitongche.stats;

import java.util.EnumMap;
import java.util.Map;

/** One group's facts, added up. */
final class Tally {

    private static final Measure[] MEASURES = Measure.values();
    private static final double MEDIAN = 0.5;
    private static final double MOST = 0.9;

    private final long[] numerators = new long[MEASURES.length];
    private final long[] denominators = new long[MEASURES.length];
    private final long[] counted = new long[MEASURES.length];
    private final Lengths waited = new Lengths();
    private final Lengths worked = new Lengths();
    private long cohort;

    void add(Fact fact) {
        cohort += fact.counted() ? 1 : 0;
        for (long left = fact.counts(); left != 0; left &= left - 1) {
            int measure = Long.numberOfTrailingZeros(left);
            counted[measure]++;
            if (sums(measure)) {
                numerators[measure] += measure == Measure.PASSINGS_ON.ordinal() || (fact.meets() >> measure & 1) == 1 ? MEASURES[measure].sumOf(fact) : 0;
                denominators[measure] += MEASURES[measure].isAmount() ? fact.undisputed() : 1;
            } else {
                denominators[measure]++;
                numerators[measure] += fact.meets() >> measure & 1;
            }
        }
        if (fact.completed()) {
            waited.add(fact.waited());
            worked.add(fact.worked());
        }
    }

    private static boolean sums(int measure) {
        return MEASURES[measure].isAmount() || !MEASURES[measure].isRate();
    }

    void add(Fact.Part part) {
        for (long left = part.counts(); left != 0; left &= left - 1) {
            int measure = Long.numberOfTrailingZeros(left);
            counted[measure]++;
            denominators[measure]++;
            numerators[measure] += part.meets() >> measure & 1;
        }
    }

    FigureRow row(String key, String name) {
        Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
        for (Measure measure : MEASURES) {
            int n = measure.ordinal();
            figures.put(measure, new Figure(measure, numerators[n], denominators[n], counted[n]));
        }
        return new FigureRow(key, name, cohort, figures, new Waiting(waited.count(), waited.percentile(MEDIAN), waited.percentile(MOST),
                worked.percentile(MEDIAN), worked.percentile(MOST)));
    }
}
