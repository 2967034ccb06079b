package org.zhitongche.classify.model;

import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How likely the first candidate is right. The fusion says how labels compare; whether the views agree on the first, how far
 * each puts it before the others, and how much there was to read tells more about whether it will hold.
 *
 * @param mean    of each sign among the texts learned from; without any sign the fusion's probability stands
 * @param spread  of each sign
 * @param weights of each sign brought to mean 0 and spread 1, then of each product of two of them
 */
record Sureness(float[] mean, float[] spread, float[] weights, float bias) {

    static final Sureness NONE = new Sureness(new float[0], new float[0], new float[0], 0);
    private static final double ALMOST = 1e-9;
    /** Signs whatever the number of views. */
    private static final int FIXED = 7;
    /** What stands farther out than any text learned from says no more. */
    private static final double FARTHEST = 4;

    /**
     * @param scoresByView  each view's of the text
     * @param probabilities of the fusion
     * @param characters    of the text
     * @param words         of it that are known
     */
    static double[] signs(float[][] scoresByView, double[] probabilities, int characters, int words) {
        return signs(scoresByView, probabilities, best(probabilities), largest(probabilities), characters, words);
    }

    private static double[] signs(float[][] scoresByView, double[] probabilities, int first, double[] three, int characters, int words) {
        double[] signs = new double[signs(scoresByView.length)];
        signs[0] = Math.log((three[0] + ALMOST) / (1 - three[0] + ALMOST));
        signs[1] = Math.log((three[0] + ALMOST) / (three[1] + ALMOST));
        signs[2] = Math.log((three[1] + ALMOST) / (three[2] + ALMOST));
        signs[3] = entropy(probabilities);
        signs[4] = 1;
        signs[5] = Math.log1p(characters);
        signs[6] = Math.log1p(words);
        for (int view = 0; view < scoresByView.length; view++) {
            float[] scores = scoresByView[view];
            float next = next(scores, first);
            boolean agrees = scores[first] > next;
            signs[FIXED + 3 * view] = agrees ? 1 : 0;
            signs[FIXED + 1 + 3 * view] = scores[first];
            signs[FIXED + 2 + 3 * view] = Math.abs(scores[first] - next);
            signs[4] = agrees ? signs[4] : 0;
        }
        return signs;
    }

    private static int signs(int views) {
        return FIXED + 3 * views;
    }

    static int best(double[] probabilities) {
        int best = 0;
        for (int label = 1; label < probabilities.length; label++) {
            best = probabilities[label] > probabilities[best] ? label : best;
        }
        return best;
    }

    /** The three largest, in their order; nothing where there are fewer. */
    private static double[] largest(double[] probabilities) {
        double[] three = new double[3];
        for (double each : probabilities) {
            if (each > three[0]) {
                three[2] = three[1];
                three[1] = three[0];
                three[0] = each;
            } else if (each > three[1]) {
                three[2] = three[1];
                three[1] = each;
            } else if (each > three[2]) {
                three[2] = each;
            }
        }
        return three;
    }

    private static double entropy(double[] probabilities) {
        return -Arrays.stream(probabilities).map(each -> each * Math.log(each + ALMOST)).sum();
    }

    /** The best score of another label. */
    private static float next(float[] scores, int first) {
        float next = Float.NEGATIVE_INFINITY;
        for (int label = 0; label < scores.length; label++) {
            next = label == first ? next : Math.max(next, scores[label]);
        }
        return next;
    }

    double of(double[] signs) {
        double[] terms = terms(signs, mean, spread);
        double sum = bias;
        for (int term = 0; term < weights.length; term++) {
            sum += weights[term] * terms[term];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** The signs brought to one measure, then each product of two. */
    static double[] terms(double[] signs, float[] mean, float[] spread) {
        int number = signs.length;
        double[] terms = new double[terms(number)];
        for (int sign = 0; sign < number; sign++) {
            terms[sign] = Math.max(-FARTHEST, Math.min(FARTHEST, (signs[sign] - mean[sign]) / spread[sign]));
        }
        int at = number;
        for (int one = 0; one < number; one++) {
            for (int other = one; other < number; other++) {
                terms[at++] = terms[one] * terms[other];
            }
        }
        return terms;
    }

    private static int terms(int signs) {
        return signs + signs * (signs + 1) / 2;
    }

    /**
     * The first with its sureness, what is left shared by the others as the fusion does. Their order stays: the first never
     * falls below the second.
     */
    double[] told(float[][] scoresByView, double[] probabilities, int characters, int words) {
        if (weights.length == 0) {
            return probabilities;
        }
        int first = best(probabilities);
        double[] three = largest(probabilities);
        double others = Math.max(1 - probabilities[first], ALMOST);
        double sure = Math.max(of(signs(scoresByView, probabilities, first, three, characters, words)), three[1] / (others + three[1]));
        double[] told = new double[probabilities.length];
        for (int label = 0; label < told.length; label++) {
            told[label] = label == first ? sure : probabilities[label] / others * (1 - sure);
        }
        return told;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(mean.length);
        ModelFile.write(out, mean);
        ModelFile.write(out, spread);
        ModelFile.write(out, weights);
        ModelFile.write(out, new float[] {bias});
    }

    static Sureness read(Numbers in, int views) throws IOException {
        int number = in.readInt();
        if (number != 0 && number != signs(views)) {
            throw new IOException("把握的依据有 " + number + " 项，应有 " + signs(views) + " 项");
        }
        return new Sureness(ModelFile.floats(in, number), ModelFile.floats(in, number), ModelFile.floats(in, terms(number)), ModelFile.floats(in, 1)[0]);
    }
}
