package org.zhitongche.classify.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The fusion and the sureness, learned on what views say of texts that they had not seen, and what all three are worth: each
 * part of the texts told by a fusion and a sureness that learned from the others.
 *
 * @param unseen each text as it was told so
 */
record Calibration(Fusion fusion, Sureness sureness, List<Judged> unseen) {

    /** Learns from some texts to tell others. */
    private record Parts(float[][][] scores, int[] characters, int[] words, float[][][] inputs, int[] label, double[] weight, int[] part, int labels) {

        Fusion fusion(int[] from) {
            return FusionLearner.learn(IntStream.of(from).mapToObj(text -> inputs[text]).toArray(float[][][]::new),
                    IntStream.of(from).map(text -> label[text]).toArray(), IntStream.of(from).mapToDouble(text -> weight[text]).toArray(), labels);
        }

        Sureness sureness(double[][] probabilities, int[] from) {
            List<double[]> signs = new ArrayList<>();
            List<Boolean> right = new ArrayList<>();
            for (int text : from) {
                if (probabilities[text] != null) {
                    signs.add(Sureness.signs(scores[text], probabilities[text], characters[text], words[text]));
                    right.add(Sureness.best(probabilities[text]) == label[text]);
                }
            }
            return SurenessLearner.learn(signs, right);
        }

        int[] texts(int of, boolean in) {
            return IntStream.range(0, part.length).filter(text -> part[text] == of == in).toArray();
        }

        /** By text, each from a fusion learned from the other parts; null where there is no other. */
        double[][] probabilities(int parts) {
            double[][] probabilities = new double[part.length][];
            for (int each = 0; each < parts; each++) {
                int[] others = texts(each, false);
                if (others.length > 0 && others.length < part.length) {
                    Fusion fusion = fusion(others);
                    IntStream.of(texts(each, true)).forEach(text -> probabilities[text] = fusion.probabilities(inputs[text]));
                }
            }
            return probabilities;
        }
    }

    /**
     * @param scores     by text, view and label
     * @param characters of each text
     * @param words      of each that are known
     * @param part       each text's
     * @throws Untrainable where all texts stand in one part
     */
    static Calibration of(float[][][] scores, int[] characters, int[] words, int[] label, double[] weight, int[] part, int parts, List<String> labels) {
        Parts of = new Parts(scores, characters, words, Arrays.stream(scores).parallel().map(Fusion::inputs).toArray(float[][][]::new), label, weight, part, labels.size());
        double[][] probabilities = of.probabilities(parts);
        List<Judged> unseen = new ArrayList<>();
        for (int each = 0; each < parts; each++) {
            Sureness sureness = of.sureness(probabilities, of.texts(each, false));
            IntStream.of(of.texts(each, true)).filter(text -> probabilities[text] != null).forEach(text ->
                    unseen.add(new Judged(labels.get(label[text]), Model.ranked(labels, sureness.told(scores[text], probabilities[text], characters[text], words[text])))));
        }
        if (unseen.isEmpty()) {
            throw new Untrainable("全部文本几乎相同，没有可以区分的，无法训练");
        }
        int[] all = IntStream.range(0, part.length).toArray();
        return new Calibration(of.fusion(all), of.sureness(probabilities, all), unseen);
    }
}
