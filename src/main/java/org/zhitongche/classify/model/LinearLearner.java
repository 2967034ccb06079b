package org.zhitongche.classify.model;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Learns a linear view: a support vector machine a label against the rest, on as many processors as there are. */
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

    private LinearLearner(LinearRecipe recipe, Learning learning) {
        this.recipe = recipe;
        this.learning = learning;
        global = recipe.weighting().weights(learning);
        texts = IntStream.of(learning.from()).mapToObj(text -> features(learning.counted().get(text))).toArray(Feature[][]::new);
    }

    static LinearView learn(LinearRecipe recipe, Learning learning) {
        LinearLearner learner = new LinearLearner(recipe, learning);
        float[][] weights = IntStream.range(0, learning.labels()).parallel().mapToObj(learner::weights).toArray(float[][]::new);
        return LinearView.of(recipe, learner.global, weights);
    }

    private Feature[] features(Counts counts) {
        float[] values = recipe.weighting().values(counts, global);
        return IntStream.range(0, values.length).filter(i -> values[i] != 0)
                .mapToObj(i -> new FeatureNode(counts.terms()[i] + 1, values[i])).toArray(Feature[]::new);
    }

    private float[] weights(int label) {
        double[] sides = IntStream.of(learning.from()).mapToDouble(text -> learning.label()[text] == label ? 1 : -1).toArray();
        long mine = Arrays.stream(sides).filter(side -> side > 0).count();
        float[] weights = new float[learning.terms()];
        if (mine == 0 || mine == sides.length) {
            return weights;
        }
        Model model = Linear.train(problem(sides), parameter((sides.length - mine) / (double) mine));
        double sign = model.getLabels()[0] > 0 ? 1 : -1;
        double[] found = model.getFeatureWeights();
        for (int term = 0; term < weights.length; term++) {
            weights[term] = (float) (sign * found[term]);
        }
        return weights;
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

    private Parameter parameter(double othersToMine) {
        Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, recipe.cost(), EXACT_ENOUGH);
        parameter.setWeights(new double[] {Math.pow(othersToMine, recipe.balance()), 1}, new int[] {1, -1});
        parameter.setRandom(new Random(SEED));
        return parameter;
    }
}
