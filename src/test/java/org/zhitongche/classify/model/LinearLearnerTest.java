package org.zhitongche.classify.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Texts of chance over thirty terms, of which each label has some that it likes. */
class LinearLearnerTest {

    private static final int TEXTS = 300;
    private static final int TERMS = 30;
    private static final int LABELS = 3;
    private static final LinearRecipe RECIPE = new LinearRecipe("linear", Reading.WORDS, Weighting.IDF, 0.5, 0.5);

    private final Random random = new Random(7);
    private final int[] label = IntStream.range(0, TEXTS).map(text -> text % 10 == 0 ? 2 : text % 2).toArray();
    private final List<Counts> counted = IntStream.of(label).mapToObj(this::text).toList();
    private final Learning learning = new Learning(TERMS, LABELS, counted, label, IntStream.range(0, TEXTS).toArray());

    @Test
    void theBordersAreThoseOfLiblinear() {
        LinearView view = LinearLearner.learn(RECIPE, learning);
        double[][] borders = IntStream.range(0, LABELS).mapToObj(each -> liblinear(each, view.global())).toArray(double[][]::new);
        double off = 0;
        for (int text = 0; text < TEXTS; text++) {
            float[] scores = view.scores(counted.get(text));
            float[] values = Weighting.IDF.values(counted.get(text), view.global());
            for (int each = 0; each < LABELS; each++) {
                double score = 0;
                for (int i = 0; i < values.length; i++) {
                    score += values[i] * borders[each][counted.get(text).terms()[i]];
                }
                off = Math.max(off, Math.abs(score - scores[each]));
            }
        }
        assertTrue(off < 0.05, "off by " + off);
    }

    @Test
    void aLabelOfWhichThereIsNoTextIsNeverLikely() {
        int[] without = IntStream.of(label).map(each -> each == 2 ? 0 : each).toArray();
        float[] scores = LinearLearner.learn(RECIPE, new Learning(TERMS, LABELS, counted, without, learning.from())).scores(counted.get(0));
        assertTrue(scores[2] < scores[0] && scores[2] < scores[1]);
        assertEquals(LABELS, scores.length);
    }

    /** Weights by term, as exact as liblinear makes them. */
    private double[] liblinear(int of, float[] global) {
        Linear.disableDebugOutput();
        Problem problem = new Problem();
        problem.l = TEXTS;
        problem.n = TERMS;
        problem.bias = -1;
        problem.x = counted.stream().map(counts -> features(counts, global)).toArray(Feature[][]::new);
        problem.y = IntStream.of(label).mapToDouble(each -> each == of ? 1 : -1).toArray();
        long mine = IntStream.of(label).filter(each -> each == of).count();
        Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, RECIPE.cost(), 1e-4);
        parameter.setWeights(new double[] {Math.pow((TEXTS - mine) / (double) mine, RECIPE.balance()), 1}, new int[] {1, -1});
        de.bwaldvogel.liblinear.Model model = Linear.train(problem, parameter);
        double sign = model.getLabels()[0] > 0 ? 1 : -1;
        return Arrays.stream(model.getFeatureWeights()).map(weight -> sign * weight).toArray();
    }

    private static Feature[] features(Counts counts, float[] global) {
        float[] values = Weighting.IDF.values(counts, global);
        return IntStream.range(0, values.length).mapToObj(i -> new FeatureNode(counts.terms()[i] + 1, values[i])).toArray(Feature[]::new);
    }

    private Counts text(int of) {
        List<Integer> found = new ArrayList<>();
        for (int term = 0; term < TERMS; term++) {
            if (random.nextDouble() < (term % LABELS == of ? 0.3 : 0.15)) {
                found.add(term);
            }
        }
        return Counts.of(found.stream().mapToInt(Integer::intValue).toArray(), found.size());
    }
}
