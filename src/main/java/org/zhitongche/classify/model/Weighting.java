package org.zhitongche.classify.model;

import java.util.Arrays;

/** How much a term counts wherever it stands. */
enum Weighting {
    /** Rare terms more (inverse document frequency). */
    IDF {
        @Override
        float[] weights(Learning learning) {
            return idf(learning);
        }
    },
    /** Terms that stand mostly under few labels more (inverse gravity moment) times the inverse document frequency. */
    GRAVITY {
        @Override
        float[] weights(Learning learning) {
            float[] weights = idf(learning);
            float[][] shares = learning.sharesByTerm();
            for (int term = 0; term < weights.length; term++) {
                weights[term] *= (float) (1 + FACTOR * gravity(shares[term]));
            }
            return weights;
        }
    };

    private static final double FACTOR = 7;

    abstract float[] weights(Learning learning);

    /** Sublinear in how often each stands there, of length one; terms never learned have no weight. */
    float[] values(Counts counts, float[] weights) {
        float[] values = new float[counts.terms().length];
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = (counts.times()[i] == 1 ? 1 : (float) (1 + Math.log(counts.times()[i]))) * weights[counts.terms()[i]];
            squares += values[i] * values[i];
        }
        double length = squares == 0 ? 1 : Math.sqrt(squares);
        for (int i = 0; i < values.length; i++) {
            values[i] /= (float) length;
        }
        return values;
    }

    private static float[] idf(Learning learning) {
        float[] weights = new float[learning.terms()];
        int[] texts = learning.textsByTerm();
        for (int term = 0; term < weights.length; term++) {
            weights[term] = texts[term] == 0 ? 0 : (float) (1 + Math.log((1.0 + learning.texts()) / (1.0 + texts[term])));
        }
        return weights;
    }

    /** Near 1 where a term stands under one label, near 0 where under all alike. */
    private static double gravity(float[] shares) {
        float[] sorted = shares.clone();
        Arrays.sort(sorted);
        double moment = 0;
        for (int rank = 1; rank <= sorted.length; rank++) {
            moment += (double) sorted[sorted.length - rank] * rank;
        }
        return moment == 0 ? 0 : sorted[sorted.length - 1] / moment;
    }
}
