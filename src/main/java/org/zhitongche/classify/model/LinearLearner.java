package org.zhitongche.classify.model;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Learns a linear view: a support vector machine a label against the rest, by dual coordinate descent as liblinear does
 * (Hsieh and others 2008, L2 loss), but for all labels at once. So each text's terms are fetched once for all labels, whose
 * weights lie side by side; label by label the same takes several times as long.
 */
final class LinearLearner {

    private static final float EXACT_ENOUGH = 0.1f;
    private static final int MOST_ROUNDS = 60;
    private static final int SEED = 1;

    private final LinearRecipe recipe;
    private final Learning learning;
    private final int labels;
    private final float[] global;
    /** By place in what is learned from: its terms and their values. */
    private final int[][] terms;
    private final float[][] values;
    /** Label by label within term by term. */
    private final float[] weights;
    /** Label by label within text by text: how much the text holds the border. */
    private final float[] holds;
    /** By label: what a text of the label is allowed to give way, and of the others. */
    private final float[] giveMine;
    private final float giveOthers;
    private final float[] scores;
    private final float[] moves;
    private float worst;

    private LinearLearner(LinearRecipe recipe, Learning learning) {
        this.recipe = recipe;
        this.learning = learning;
        labels = learning.labels();
        global = recipe.weighting().weights(learning);
        terms = IntStream.of(learning.from()).mapToObj(text -> learning.counted().get(text).terms()).toArray(int[][]::new);
        values = IntStream.of(learning.from()).mapToObj(text -> recipe.weighting().values(learning.counted().get(text), global)).toArray(float[][]::new);
        weights = new float[learning.terms() * labels];
        holds = new float[terms.length * labels];
        giveOthers = (float) (0.5 / recipe.cost());
        giveMine = giveMine();
        scores = new float[labels];
        moves = new float[labels];
    }

    static LinearView learn(LinearRecipe recipe, Learning learning) {
        LinearLearner learner = new LinearLearner(recipe, learning);
        learner.descend();
        return LinearView.of(recipe, learner.global, learner.weights, learner.labels);
    }

    private float[] giveMine() {
        int[] texts = learning.textsByLabel();
        float[] give = new float[labels];
        for (int label = 0; label < labels; label++) {
            double othersToMine = (terms.length - texts[label]) / (double) Math.max(1, texts[label]);
            give[label] = (float) (giveOthers / Math.pow(othersToMine, recipe.balance()));
        }
        return give;
    }

    private void descend() {
        int[] order = IntStream.range(0, terms.length).toArray();
        Random random = new Random(SEED);
        worst = Float.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && worst > EXACT_ENOUGH; round++) {
            shuffle(order, random);
            worst = 0;
            for (int text : order) {
                score(text);
                if (hold(text)) {
                    move(text);
                }
            }
        }
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int text = order[i];
            order[i] = order[other];
            order[other] = text;
        }
    }

    private void score(int text) {
        Arrays.fill(scores, 0);
        for (int i = 0; i < terms[text].length; i++) {
            float value = values[text][i];
            int row = terms[text][i] * labels;
            for (int label = 0; label < labels; label++) {
                scores[label] += value * weights[row + label];
            }
        }
    }

    /** Whether the borders must move, and by how much. */
    private boolean hold(int text) {
        float square = square(values[text]);
        int mine = learning.label()[learning.from()[text]];
        boolean moved = false;
        for (int label = 0; label < labels; label++) {
            int at = text * labels + label;
            float side = label == mine ? 1 : -1;
            float give = label == mine ? giveMine[label] : giveOthers;
            float slope = side * scores[label] - 1 + give * holds[at];
            float held = Math.max(0, holds[at] - slope / (square + give));
            worst = Math.max(worst, holds[at] == 0 ? -slope : Math.abs(slope));
            moves[label] = side * (held - holds[at]);
            moved |= held != holds[at];
            holds[at] = held;
        }
        return moved;
    }

    private static float square(float[] values) {
        float square = 0;
        for (float value : values) {
            square += value * value;
        }
        return square;
    }

    private void move(int text) {
        for (int i = 0; i < terms[text].length; i++) {
            float value = values[text][i];
            int row = terms[text][i] * labels;
            for (int label = 0; label < labels; label++) {
                weights[row + label] += value * moves[label];
            }
        }
    }
}
