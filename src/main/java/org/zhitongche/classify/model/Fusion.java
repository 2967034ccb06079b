package org.zhitongche.classify.model;

import java.io.DataOutput;
import java.io.IOException;

/**
 * Makes of several views' scores one probability a label. Each view's score counts as it is and bent, so that being
 * clearly beyond the border says less than being near it; the sum goes through a softmax.
 *
 * @param weights by input (a view's score, then the same bent) and label
 * @param bias    by label
 */
record Fusion(float[][] weights, float[] bias) {

    private static final double STEEPNESS = 4;
    private static final double BORDER = 0.3;

    static int inputs(int views) {
        return 2 * views;
    }

    /** By input and label. */
    static float[][] inputs(float[][] scoresByView) {
        float[][] inputs = new float[inputs(scoresByView.length)][];
        for (int view = 0; view < scoresByView.length; view++) {
            inputs[2 * view] = scoresByView[view];
            inputs[2 * view + 1] = bent(scoresByView[view]);
        }
        return inputs;
    }

    private static float[] bent(float[] scores) {
        float[] bent = new float[scores.length];
        for (int label = 0; label < scores.length; label++) {
            bent[label] = (float) -Math.log1p(Math.exp(-STEEPNESS * (scores[label] + BORDER)));
        }
        return bent;
    }

    /** Each label's probability; together 1. */
    double[] probabilities(float[][] inputs) {
        float[] scores = bias.clone();
        for (int input = 0; input < inputs.length; input++) {
            add(weights[input], inputs[input], scores);
        }
        float largest = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            largest = Math.max(largest, score);
        }
        double[] sums = new double[scores.length];
        double total = 0;
        for (int label = 0; label < sums.length; label++) {
            sums[label] = Math.exp(scores[label] - largest);
            total += sums[label];
        }
        for (int label = 0; label < sums.length; label++) {
            sums[label] /= total;
        }
        return sums;
    }

    private static void add(float[] weights, float[] input, float[] scores) {
        for (int label = 0; label < scores.length; label++) {
            scores[label] += weights[label] * input[label];
        }
    }

    Fusion shifted(float[] by) {
        float[] moved = bias.clone();
        for (int label = 0; label < moved.length; label++) {
            moved[label] += by[label];
        }
        return new Fusion(weights, moved);
    }

    /** How much a view's score of the label moves its sum, about where the score stands. */
    double slope(int view, int label, float score) {
        double bending = STEEPNESS / (1 + Math.exp(STEEPNESS * (score + BORDER)));
        return weights[2 * view][label] + weights[2 * view + 1][label] * bending;
    }

    void write(DataOutput out) throws IOException {
        for (float[] row : weights) {
            ModelFile.write(out, row);
        }
        ModelFile.write(out, bias);
    }

    static Fusion read(Numbers in, int views, int labels) throws IOException {
        float[][] weights = new float[inputs(views)][];
        for (int input = 0; input < weights.length; input++) {
            weights[input] = ModelFile.floats(in, labels);
        }
        return new Fusion(weights, ModelFile.floats(in, labels));
    }
}
