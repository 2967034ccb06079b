package org.zhitongche.classify.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Texts of chance over thirty terms, of which each label but the last has some that it likes. */
class LinearLearnerTest {

    private static final int TEXTS = 300;
    private static final int TERMS = 30;
    private static final int LABELS = 3;
    private static final LinearRecipe RECIPE = new LinearRecipe("linear", Reading.WORDS, Weighting.IDF, 0.5, 0.5);

    private final Random random = new Random(7);
    private final int[] label = IntStream.range(0, TEXTS).map(text -> text % 2).toArray();
    private final List<Counts> counted = IntStream.of(label).mapToObj(this::text).toList();

    @Test
    void aLabelOfWhichThereIsNoTextIsNeverLikely() {
        LinearView view = LinearLearner.learn(RECIPE, new Learning(TERMS, LABELS, counted, label, IntStream.range(0, TEXTS).toArray()));
        for (int text = 0; text < TEXTS; text++) {
            float[] scores = view.scores(counted.get(text));
            assertTrue(scores[2] < Math.max(scores[0], scores[1]));
        }
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
