package org.zhitongche.classify.model;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Random;
import java.util.stream.IntStream;

/** Learns a linear view: a support vector machine a label against the rest. */
final class LinearLearner {

    private static final double EXACT_ENOUGH = 0.1;
    private static final int SEED = 1;

    static {
        Linear.disableDebugOutput();
    }

    private final LinearRecipe recipe;
    private final Learning learning;
    private final Feature[][] texts;
    private final float[] global;
    /** Label by label within term by term. */
    private final float[] weights;

    private LinearLearner(LinearRecipe recipe, Learning learning) {
        this.recipe = recipe;
        this.learning = learning;
        global = recipe.weighting().weights(learning);
        texts = IntStream.of(learning.from()).mapToObj(text -> features(learning.counted().get(text))).toArray(Feature[][]::new);
        weights = new float[learning.terms() * learning.labels()];
    }

    static LinearView learn(LinearRecipe recipe, Learning learning) {
        LinearLearner learner = new LinearLearner(recipe, learning);
        int[] of = learning.textsByLabel();
        IntStream.range(0, learning.texts() == 0 ? 0 : of.length).parallel().forEach(label -> learner.learn(label, of[label]));
        return LinearView.of(recipe, learner.global, learner.weights, of.length);
    }

    private Feature[] features(Counts counts) {
        float[] values = recipe.weighting().values(counts, global);
        return IntStream.range(0, values.length).filter(i -> values[i] != 0)
                .mapToObj(i -> new FeatureNode(counts.terms()[i] + 1, values[i])).toArray(Feature[]::new);
    }

    private void learn(int label, int mine) {
        double[] sides = IntStream.of(learning.from()).mapToDouble(text -> learning.label()[text] == label ? 1 : -1).toArray();
        Model model = Linear.train(problem(sides), parameter(mine, sides.length - mine));
        double sign = model.getLabels()[0] > 0 ? 1 : -1;
        double[] found = model.getFeatureWeights();
        for (int term = 0; term < learning.terms(); term++) {
            weights[term * learning.labels() + label] = (float) (sign * found[term]);
        }
    }

    private Problem problem(double[] sides) {
        Problem problem = new Problem();
        problem.l = texts.length;
        problem.n = learning.terms();
        problem.x = texts;
        problem.y = sides;
        problem.bias = -1;
        return problem;
    }

    /** A label of which there is no text here is as unlikely for all of them. */
    private Parameter parameter(int mine, int others) {
        Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, recipe.cost(), EXACT_ENOUGH);
        if (mine > 0 && others > 0) {
            parameter.setWeights(new double[] {Math.pow(others / (double) mine, recipe.balance()), 1}, new int[] {1, -1});
        }
        parameter.setRandom(new Random(SEED));
        return parameter;
    }
}
