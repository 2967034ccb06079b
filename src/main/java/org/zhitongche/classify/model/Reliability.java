package org.zhitongche.classify.model;

import java.util.ArrayList;
import java.util.List;

/** Whether what is said with a probability is right as often. */
public final class Reliability {

    private Reliability() {}

    /**
     * Texts whose first candidate has about one probability.
     *
     * @param from       lower border of the probability
     * @param confidence its mean, 0 where there are no texts
     * @param right      share that was right, 0 where there are no texts
     */
    public record Bin(double from, int texts, double confidence, double right) {}

    public static List<Bin> bins(List<Judged> judged, int number) {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            int bin = i;
            List<Judged> within = judged.stream().filter(each -> Math.min(number - 1, (int) (each.confidence() * number)) == bin).toList();
            bins.add(new Bin((double) i / number, within.size(), within.stream().mapToDouble(Judged::confidence).average().orElse(0),
                    within.stream().mapToDouble(each -> each.right() ? 1 : 0).average().orElse(0)));
        }
        return bins;
    }
}
