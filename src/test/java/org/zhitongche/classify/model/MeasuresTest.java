package org.zhitongche.classify.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuresTest {

    /** Decided a, a, b, b; proposed a (0.9), b (0.8), b (0.6), c (0.5) with b third. */
    private static final List<Judged> JUDGED = List.of(
            judged("a", "a", 0.9, "b", "c"), judged("a", "b", 0.8, "a", "c"), judged("b", "b", 0.6, "a", "c"), judged("b", "c", 0.5, "a", "b"));

    private static final Measures FOUND = Measures.of(JUDGED, 0.95);

    @Test
    void theFirstIsRightInTwoOfFourAndAmongThreeInAll() {
        assertEquals(0.5, FOUND.top1());
        assertEquals(1, FOUND.top3());
    }

    /** a: decided 2, proposed 1, right 1 → 2/3; b: 2, 2, 1 → 1/2; c is never decided. */
    @Test
    void macroF1IsTheMeanOverTheLabelsThatOccur() {
        assertEquals((2.0 / 3 + 0.5) / 2, FOUND.macroF1(), 1e-12);
    }

    /** Each stands in a bin of its own: |0.9−1| + |0.8−0| + |0.6−1| + |0.5−0| = 1.8, over four. */
    @Test
    void theCalibrationErrorIsTheMeanDistanceOfWhatWasSaidFromWhatWas() {
        assertEquals(0.45, FOUND.ece(), 1e-12);
    }

    @Test
    void onlyTheSurestMayBeDecidedAtThisPrecision() {
        assertEquals(0.75, FOUND.toPeople());
        assertEquals(0.9, FOUND.line());
        assertEquals(0, Measures.of(JUDGED, 0.5).toPeople());
    }

    @Test
    void whereNoLineReachesThePrecisionAllGoToPeople() {
        Measures found = Measures.of(List.of(judged("a", "b", 0.9, "a", "c")), 0.95);
        assertEquals(1, found.toPeople());
        assertEquals(1.01, found.line());
    }

    /** Of two texts with one confidence, one wrong, none can be decided alone. */
    @Test
    void textsOfOneConfidenceStandOnOneSideOfTheLine() {
        assertEquals(1, Measures.of(List.of(judged("a", "a", 0.7, "b", "c"), judged("b", "a", 0.7, "b", "c")), 0.95).toPeople());
    }

    /** Of 200 told to be a the 190 surest are right, of 100 told to be b all: b alone is too few for a line of its own. */
    @Test
    void aLabelHasALineOfItsOwnWhereEnoughTextsWereToldToBeIt() {
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            judged.add(judged(i < 190 ? "a" : "c", "a", 0.99 - i * 0.001, "b", "c"));
        }
        for (int i = 0; i < 100; i++) {
            judged.add(judged("b", "b", 0.7 - i * 0.001, "a", "c"));
        }
        List<Line> lines = Line.of(judged).stream().filter(each -> each.precision() == 0.98).toList();
        assertEquals(Arrays.asList(null, "a"), lines.stream().map(Line::label).toList());
        assertEquals(0.99 - 192 * 0.001, lines.get(1).from(), 1e-9);
        assertEquals(0.99 - 192 * 0.001, lines.get(0).from(), 1e-9);
    }

    @Test
    void confusedPairsAreCountedMostFrequentFirst() {
        Confusion confusion = new Confusion(JUDGED);
        assertEquals(List.of(new Confusion.Pair("a", "b", 1), new Confusion.Pair("b", "c", 1)), confusion.pairs());
        assertEquals(new Confusion.Row("b", 2, 2, 1), confusion.rows().get(1));
    }

    private static Judged judged(String decided, String first, double confidence, String second, String third) {
        return new Judged(decided, List.of(new Model.Candidate(first, confidence), new Model.Candidate(second, 0.1), new Model.Candidate(third, 0.05)));
    }
}
