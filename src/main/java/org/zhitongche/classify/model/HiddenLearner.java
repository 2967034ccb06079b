package org.zhitongche.classify.model;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Learns a hidden view text by text: what the labels' sums were off by moves the weights against it, with a step that each row
 * makes smaller as it is moved (AdaGrad). Terms and units are left out by chance, so that none is relied on alone. None of the
 * libraries at hand has such a network; this one is the same each time.
 */
final class HiddenLearner {

    private static final long SEED = 1;
    private static final int ROUNDS = 8;
    private static final double STEP = 0.1;
    private static final float STEP_OF_UNITS = 0.3f;
    private static final double TERMS_LEFT_OUT = 0.3;
    private static final double UNITS_LEFT_OUT = 0.5;
    private static final double FIRST_ROWS = 0.15;
    private static final double FIRST_OUT = 0.1;
    private static final float MOVED_BEFORE = 1e-3f;

    private final Learning learning;
    private final SplittableRandom chance = new SplittableRandom(SEED);
    private final int width;
    private final int labels;
    private final float[] global;
    private final HiddenLayer layer;
    private final float[] rowsMoved;
    private final float[] startMoved;
    private final float[] outMoved;
    private final float[] biasMoved;
    /** Of the text at hand: its terms with their values, as many as were not left out; its units; how far off each label is. */
    private int[] terms = new int[0];
    private float[] values = new float[0];
    private int number;
    private final float[] units;
    private final float[] back;
    private final float[] off;

    private HiddenLearner(HiddenRecipe recipe, Learning learning) {
        this.learning = learning;
        width = recipe.width();
        labels = learning.labels();
        global = Arrays.copyOf(Weighting.IDF.weights(learning), Math.min(recipe.most(), learning.terms()));
        layer = new HiddenLayer(random(global.length * width, FIRST_ROWS), new float[width], random(width * labels, FIRST_OUT), new float[labels]);
        rowsMoved = moved(global.length);
        startMoved = moved(width);
        outMoved = moved(width * labels);
        biasMoved = moved(labels);
        units = new float[width];
        back = new float[width];
        off = new float[labels];
    }

    static HiddenView learn(HiddenRecipe recipe, Learning learning) {
        HiddenLearner learner = new HiddenLearner(recipe, learning);
        int[] order = learning.from().clone();
        for (int round = 0; round < ROUNDS; round++) {
            learner.shuffle(order);
            float step = (float) (STEP * (1 - (double) round / ROUNDS));
            for (int text : order) {
                learner.look(learning.counted().get(text).first(learner.global.length));
                learner.judge(learning.label()[text]);
                learner.moveOut(step);
                learner.moveRows(step);
            }
        }
        return HiddenView.of(recipe.name(), learner.global, learner.layer);
    }

    private float[] random(int number, double about) {
        float[] random = new float[number];
        for (int i = 0; i < number; i++) {
            random[i] = (float) (chance.nextGaussian() * about);
        }
        return random;
    }

    private static float[] moved(int number) {
        float[] moved = new float[number];
        Arrays.fill(moved, MOVED_BEFORE);
        return moved;
    }

    private void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = chance.nextInt(i + 1);
            int text = order[i];
            order[i] = order[other];
            order[other] = text;
        }
    }

    /** The units of a text, some of its terms and some of the units left out. */
    private void look(Counts counts) {
        take(counts);
        layer.units(terms, values, number, units);
        for (int unit = 0; unit < width; unit++) {
            boolean speaks = units[unit] > 0 && chance.nextDouble() >= UNITS_LEFT_OUT;
            units[unit] = speaks ? (float) (units[unit] / (1 - UNITS_LEFT_OUT)) : 0;
        }
    }

    private void take(Counts counts) {
        float[] all = Weighting.IDF.values(counts, global);
        if (terms.length < all.length) {
            terms = new int[all.length];
            values = new float[all.length];
        }
        number = 0;
        for (int i = 0; i < all.length; i++) {
            if (all[i] != 0 && chance.nextDouble() >= TERMS_LEFT_OUT) {
                terms[number] = counts.terms()[i];
                values[number++] = (float) (all[i] / (1 - TERMS_LEFT_OUT));
            }
        }
    }

    /** Each label's probability, less 1 for the right one. */
    private void judge(int right) {
        layer.sums(units, off);
        float largest = Float.NEGATIVE_INFINITY;
        for (float each : off) {
            largest = Math.max(largest, each);
        }
        float total = 0;
        for (int label = 0; label < labels; label++) {
            off[label] = (float) Math.exp(off[label] - largest);
            total += off[label];
        }
        for (int label = 0; label < labels; label++) {
            off[label] = off[label] / total - (label == right ? 1 : 0);
        }
    }

    private void moveOut(float step) {
        float[] out = layer.out();
        for (int unit = 0; unit < width; unit++) {
            float sum = 0;
            for (int label = 0; units[unit] != 0 && label < labels; label++) {
                int at = unit * labels + label;
                sum += off[label] * out[at];
                float slope = off[label] * units[unit];
                outMoved[at] += slope * slope;
                out[at] -= step * slope / (float) Math.sqrt(outMoved[at]);
            }
            back[unit] = (float) (sum / (1 - UNITS_LEFT_OUT));
            startMoved[unit] += back[unit] * back[unit];
            layer.start()[unit] -= STEP_OF_UNITS * step * back[unit] / (float) Math.sqrt(startMoved[unit]);
        }
        for (int label = 0; label < labels; label++) {
            biasMoved[label] += off[label] * off[label];
            layer.bias()[label] -= step * off[label] / (float) Math.sqrt(biasMoved[label]);
        }
    }

    private void moveRows(float step) {
        float mean = 0;
        for (float each : back) {
            mean += each * each / width;
        }
        for (int i = 0; mean > 0 && i < number; i++) {
            int term = terms[i];
            rowsMoved[term] += values[i] * values[i] * mean;
            float by = step * values[i] / (float) Math.sqrt(rowsMoved[term]);
            for (int unit = 0; unit < width; unit++) {
                layer.rows()[term * width + unit] -= by * back[unit];
            }
        }
    }
}
