package org.zhitongche.classify.model;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Learns the fusion on scores of texts that the views had not seen, so that its probabilities are calibrated: the
 * likelihood of the decided labels, by gradient ascent with a step of its own for each weight (Adam). A conditional
 * logit of so few weights stands in none of the libraries at hand. No view's word for a label is ever made one against it:
 * weights that may not fall below nothing keep a stack of learners from believing its inputs the other way round where there
 * is little to learn from (L. Breiman, Stacked Regressions, 1996).
 */
final class FusionLearner {

    private static final int ROUNDS = 120;
    private static final double STEP = 0.08;
    private static final double TO_THE_MEAN = 0.05;
    private static final double BIAS_TO_ZERO = 0.002;
    private static final double TOWARDS_RARE = 0.1;
    /** Each view keeps a word, whatever a few texts say of it. */
    private static final double LEAST = 0.05;

    private final float[][][] inputs;
    private final int[] label;
    private final double[] counting;
    private final int labels;
    private final int width;
    /** By input and label, the bias last. */
    private final double[] weights;
    private final double[] mean;
    private final double[] square;

    private FusionLearner(float[][][] inputs, int[] label, double[] weight, int labels) {
        this.inputs = inputs;
        this.label = label;
        double average = Arrays.stream(weight).average().orElse(1);
        counting = Arrays.stream(weight).map(each -> each / average).toArray();
        this.labels = labels;
        width = inputs[0].length;
        weights = new double[(width + 1) * labels];
        Arrays.fill(weights, 0, width * labels, 2.0 / width);
        mean = new double[weights.length];
        square = new double[weights.length];
    }

    /**
     * @param inputs by text, input and label
     * @param weight how much each text counts
     */
    static Fusion learn(float[][][] inputs, int[] label, double[] weight, int labels) {
        FusionLearner learner = new FusionLearner(inputs, label, weight, labels);
        for (int round = 1; round <= ROUNDS; round++) {
            learner.step(learner.gradient(), round);
        }
        return learner.fusion().shifted(learner.towardsRare());
    }

    /** Rare labels a little before frequent ones: nothing is lost by it, and each label counts the same in the macro-F1. */
    private float[] towardsRare() {
        float[] shift = new float[labels];
        for (int text = 0; text < label.length; text++) {
            shift[label[text]] += (float) (counting[text] / label.length);
        }
        for (int each = 0; each < labels; each++) {
            shift[each] = (float) (-TOWARDS_RARE * Math.log((shift[each] * label.length + 1) / (label.length + labels)));
        }
        return shift;
    }

    private Fusion fusion() {
        float[][] found = new float[width][labels];
        float[] bias = new float[labels];
        for (int i = 0; i < weights.length; i++) {
            (i < width * labels ? found[i / labels] : bias)[i % labels] = (float) weights[i];
        }
        return new Fusion(found, bias);
    }

    private double[] gradient() {
        Fusion now = fusion();
        double[] sum = IntStream.range(0, inputs.length).parallel().collect(() -> new double[weights.length],
                (into, text) -> add(into, text, now.probabilities(inputs[text])), FusionLearner::join);
        return regularised(sum);
    }

    private void add(double[] into, int text, double[] probabilities) {
        for (int each = 0; each < labels; each++) {
            double off = counting[text] * (probabilities[each] - (label[text] == each ? 1 : 0));
            if (Math.abs(off) < 1e-6) {
                continue;
            }
            for (int input = 0; input < width; input++) {
                into[input * labels + each] += off * inputs[text][input][each];
            }
            into[width * labels + each] += off;
        }
    }

    private static void join(double[] into, double[] other) {
        for (int i = 0; i < into.length; i++) {
            into[i] += other[i];
        }
    }

    /** A label with few texts keeps near the mean of all. */
    private double[] regularised(double[] sum) {
        double[] gradient = new double[weights.length];
        for (int input = 0; input <= width; input++) {
            double total = 0;
            double average = 0;
            for (int each = 0; each < labels; each++) {
                total += sum[input * labels + each];
                average += weights[input * labels + each] / labels;
            }
            for (int each = 0; each < labels; each++) {
                int at = input * labels + each;
                double own = sum[at] / inputs.length * labels;
                gradient[at] = input == width ? own + BIAS_TO_ZERO * weights[at]
                        : own + TO_THE_MEAN * (weights[at] - average) + total / inputs.length;
            }
        }
        return gradient;
    }

    private void step(double[] gradient, int round) {
        for (int i = 0; i < weights.length; i++) {
            mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
            square[i] = 0.99 * square[i] + 0.01 * gradient[i] * gradient[i];
            weights[i] -= STEP * mean[i] / (1 - Math.pow(0.9, round)) / (Math.sqrt(square[i] / (1 - Math.pow(0.99, round))) + 1e-8);
            weights[i] = i < width * labels ? Math.max(LEAST, weights[i]) : weights[i];
        }
    }
}
