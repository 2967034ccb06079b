package org.zhitongche.stats;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One group's facts, added up. */
final class Tally {

    private static final Measure[] MEASURES = Measure.values();
    private static final List<Measure> AMOUNTS = Arrays.stream(MEASURES).filter(Measure::isAmount).toList();
    private static final double MEDIAN = 0.5;
    private static final double MOST = 0.9;

    private final Numbered<Sides> sides;
    /** How many appeals and assignments have the sides of that number: few such occur, so that each needs one step and not one a measure. */
    private int[] having = {};
    private final long[] numerators = new long[MEASURES.length];
    private final long[] denominators = new long[MEASURES.length];
    private final Lengths waited = new Lengths();
    private final Lengths worked = new Lengths();
    private final int enough;
    private long cohort;

    /** @param enough as in {@link Figure} */
    Tally(Numbered<Sides> sides, int enough) {
        this.sides = sides;
        this.enough = enough;
    }

    void add(FactColumns facts, int row) {
        add(facts.sides[row]);
        if (facts.counted[row]) {
            cohort++;
            numerators[Measure.PASSINGS_ON.ordinal()] += facts.passedOn[row];
        }
        if (facts.undisputed[row] != Span.NONE) {
            AMOUNTS.forEach(measure -> sum(measure, sides.get(facts.sides[row]), facts, row));
        }
        if (facts.completed(row)) {
            waited.add(facts.waited[row]);
            worked.add(facts.worked[row]);
        }
    }

    /** @param part the number of an assignment's sides */
    void add(int part) {
        if (part >= having.length) {
            having = Arrays.copyOf(having, Math.max(sides.size(), part + 1));
        }
        having[part]++;
    }

    private void sum(Measure measure, Sides is, FactColumns facts, int row) {
        denominators[measure.ordinal()] += is.counts(measure) ? facts.undisputed[row] : 0;
        numerators[measure.ordinal()] += is.meets(measure) ? measure.amountOf(facts, row) : 0;
    }

    FigureRow row(String key, String name) {
        long[] counted = new long[MEASURES.length];
        long[] met = new long[MEASURES.length];
        for (int number = 0; number < having.length; number++) {
            if (having[number] > 0) {
                add(having[number], sides.get(number).counts(), counted);
                add(having[number], sides.get(number).meets(), met);
            }
        }
        Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
        for (Measure measure : MEASURES) {
            int n = measure.ordinal();
            figures.put(measure, new Figure(measure, measure.isAmount() || !measure.isRate() ? numerators[n] : met[n],
                    measure.isAmount() ? denominators[n] : counted[n], counted[n], enough));
        }
        return new FigureRow(key, name, cohort, figures, new Waiting(waited.count(), waited.percentile(MEDIAN), waited.percentile(MOST),
                worked.percentile(MEDIAN), worked.percentile(MOST)));
    }

    private static void add(int many, long bits, long[] measures) {
        for (long left = bits; left != 0; left &= left - 1) {
            measures[Long.numberOfTrailingZeros(left)] += many;
        }
    }
}
