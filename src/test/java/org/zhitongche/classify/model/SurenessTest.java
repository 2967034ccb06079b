package org.zhitongche.classify.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where two views agree nineteen of twenty are right, where they do not, one of two; the fusion says 0.7 of all of them. */
class SurenessTest {

    private static final double[] FUSED = {0.7, 0.2, 0.1};
    private static final float[][] AGREEING = {{1, -1, -1}, {0.5f, -1, -0.5f}};
    private static final float[][] DIFFERING = {{1, -1, -1}, {-0.5f, 0.2f, -1}};

    private static final int LENGTH = 40;
    private static final int WORDS = 12;

    private final Sureness learned = learned(400);

    @Test
    void viewsThatAgreeMakeItSurerThanTheFusionAndViewsThatDifferLessSure() {
        assertEquals(0.95, learned.told(AGREEING, FUSED, LENGTH, WORDS)[0], 0.02);
        assertEquals(0.5, learned.told(DIFFERING, FUSED, LENGTH, WORDS)[0], 0.02);
    }

    @Test
    void theOthersShareWhatIsLeftAsBeforeAndTheOrderStays() {
        double[] told = learned.told(AGREEING, FUSED, LENGTH, WORDS);
        assertEquals(1, Arrays.stream(told).sum(), 1e-9);
        assertEquals(2, told[1] / told[2], 1e-9);
        double[] near = learned.told(DIFFERING, new double[] {0.51, 0.49, 0}, LENGTH, WORDS);
        assertTrue(near[0] >= near[1]);
    }

    @Test
    void whereHardlyAnyIsWrongTheFusionStands() {
        assertSame(Sureness.NONE, learned(40));
        assertArrayEquals(FUSED, Sureness.NONE.told(AGREEING, FUSED, LENGTH, WORDS));
    }

    @Test
    void twoLabelsAreEnough() {
        assertEquals(1, learned.told(new float[][] {{1, -1}, {1, -1}}, new double[] {1, 0}, LENGTH, WORDS)[0], 0.2);
    }

    private static Sureness learned(int texts) {
        List<double[]> signs = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        for (int text = 0; text < texts; text++) {
            boolean agree = text % 2 == 0;
            signs.add(Sureness.signs(agree ? AGREEING : DIFFERING, FUSED, LENGTH, WORDS));
            right.add(agree ? text % 40 != 0 : text % 4 == 1);
        }
        return SurenessLearner.learn(signs, right);
    }
}
