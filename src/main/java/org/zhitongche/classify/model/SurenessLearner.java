package org.zhitongche.classify.model;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.List;
import java.util.stream.IntStream;

/** Learns sureness from texts that neither the views nor the fusion had seen: a logistic regression of whether the first was right. */
final class SurenessLearner {

    /** Of right and of wrong ones; fewer teach nothing. */
    private static final int FEWEST = 50;
    private static final double TO_NOTHING = 5e-3;
    private static final double EXACT = 1e-4;
    private static final double ALWAYS_THE_SAME = 1e-4;

    static {
        Linear.disableDebugOutput();
    }

    private SurenessLearner() {}

    /** @param signs of each text @param right whether its first candidate was */
    static Sureness learn(List<double[]> signs, List<Boolean> right) {
        long wrong = right.stream().filter(each -> !each).count();
        if (wrong < FEWEST || right.size() - wrong < FEWEST) {
            return Sureness.NONE;
        }
        int number = signs.get(0).length;
        float[] mean = new float[number];
        float[] spread = new float[number];
        for (int sign = 0; sign < number; sign++) {
            int each = sign;
            double middle = signs.stream().mapToDouble(of -> of[each]).average().orElse(0);
            mean[sign] = (float) middle;
            double wide = Math.sqrt(signs.stream().mapToDouble(of -> (of[each] - middle) * (of[each] - middle)).average().orElse(0));
            spread[sign] = wide < ALWAYS_THE_SAME ? 1 : (float) wide;
        }
        return learned(problem(signs, right, mean, spread), mean, spread);
    }

    private static Problem problem(List<double[]> signs, List<Boolean> right, float[] mean, float[] spread) {
        Problem problem = new Problem();
        problem.x = signs.stream().map(of -> features(Sureness.terms(of, mean, spread))).toArray(Feature[][]::new);
        problem.y = right.stream().mapToDouble(each -> each ? 1 : 0).toArray();
        problem.l = signs.size();
        problem.n = problem.x[0].length;
        problem.bias = 1;
        return problem;
    }

    /** With what holds for all at the end. */
    private static Feature[] features(double[] terms) {
        return IntStream.rangeClosed(0, terms.length).mapToObj(term -> new FeatureNode(term + 1, term == terms.length ? 1 : terms[term])).toArray(Feature[]::new);
    }

    private static Sureness learned(Problem problem, float[] mean, float[] spread) {
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, 1 / (TO_NOTHING * problem.l), EXACT));
        double side = model.getLabels()[0] == 1 ? 1 : -1;
        double[] found = model.getFeatureWeights();
        float[] weights = new float[found.length - 1];
        for (int term = 0; term < weights.length; term++) {
            weights[term] = (float) (side * found[term]);
        }
        return new Sureness(mean, spread, weights, (float) (side * found[weights.length]));
    }
}
