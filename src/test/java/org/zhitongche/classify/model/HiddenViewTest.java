package org.zhitongche.classify.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two terms mean one label, two the other; a third label stands nowhere. */
class HiddenViewTest {

    private static final int TEXTS = 40;
    private static final HiddenView VIEW = learned(10);

    @Test
    void aTermSpeaksForTheLabelUnderWhichItStood() {
        float[] scores = VIEW.scores(text(0));
        assertTrue(scores[0] > scores[1] && scores[0] > scores[2]);
        assertEquals(0, scores[0] + scores[1] + scores[2], 1e-4);
    }

    @Test
    void whatEachTermGaveMakesUpTheScoreBesideWhatTheUnitsStartWith() {
        float[] parts = VIEW.parts(text(0, 2), 0);
        assertTrue(parts[0] > 0 && parts[1] < 0);
        assertTrue(VIEW.parts(text(0), 0)[0] > 0);
    }

    @Test
    void itIsTheSameEachTime() {
        assertArrayEquals(VIEW.scores(text(1, 2)), learned(10).scores(text(1, 2)));
    }

    /** Of three known terms the third is not looked at, nor is anything beyond. */
    @Test
    void onlyTheMostFrequentTermsAreLookedAt() {
        HiddenView view = learned(2);
        assertArrayEquals(view.scores(text()), view.scores(text(2)));
        assertEquals(1, view.parts(text(3), 0).length);
        assertEquals(0, view.parts(text(3), 0)[0]);
    }

    private static HiddenView learned(int most) {
        List<Counts> counted = IntStream.range(0, TEXTS).mapToObj(text -> text(text % 4)).toList();
        int[] label = IntStream.range(0, TEXTS).map(text -> text % 4 / 2).toArray();
        return HiddenLearner.learn(new HiddenRecipe("hidden", Reading.WORDS, most, 8),
                new Learning(4, 3, counted, label, IntStream.range(0, TEXTS).toArray()));
    }

    private static Counts text(int... terms) {
        return new Counts(terms, IntStream.of(terms).map(term -> 1).toArray());
    }
}
