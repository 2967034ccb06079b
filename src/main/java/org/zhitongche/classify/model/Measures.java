package org.zhitongche.classify.model;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well a model did on texts with known labels.
 *
 * @param texts     how many
 * @param top1      share whose first candidate is right
 * @param top3      share with the right label among the first three
 * @param macroF1   mean over the labels that occur, each counting the same
 * @param ece       expected calibration error of the first candidate, ten bins of equal width
 * @param precision the wanted one
 * @param toPeople  the least share of texts that must go to people so that the rest is right with that precision
 * @param line      the confidence from which on the rest is decided; above 1 where no line reaches the precision
 */
public record Measures(int texts, double top1, double top3, double macroF1, double ece, double precision, double toPeople, double line) {

    private static final int BINS = 10;
    private static final double NEVER = 1.01;

    public static Measures of(List<Judged> judged, double precision) {
        int texts = judged.size();
        double top1 = judged.stream().filter(Judged::right).count() / (double) texts;
        double top3 = judged.stream().filter(each -> within(each, 3)).count() / (double) texts;
        List<Judged> surest = surest(judged);
        int decided = decided(surest, precision);
        return new Measures(texts, top1, top3, macroF1(judged), ece(judged), precision, 1 - decided / (double) texts, line(surest, decided));
    }

    /** The confidence from which on the wanted share is right; above 1 where there is none. */
    static double line(List<Judged> judged, double precision) {
        List<Judged> surest = surest(judged);
        return line(surest, decided(surest, precision));
    }

    private static List<Judged> surest(List<Judged> judged) {
        return judged.stream().sorted(Comparator.comparingDouble(Judged::confidence).reversed()).toList();
    }

    private static double line(List<Judged> surest, int decided) {
        return decided == 0 ? NEVER : surest.get(decided - 1).confidence();
    }

    private static boolean within(Judged each, int first) {
        return each.proposed().stream().limit(first).anyMatch(candidate -> candidate.label().equals(each.label()));
    }

    /** The most of the surest texts among which the wanted share is right. Texts of one confidence stand on one side. */
    private static int decided(List<Judged> surest, double precision) {
        int right = 0;
        int most = 0;
        for (int i = 0; i < surest.size(); i++) {
            right += surest.get(i).right() ? 1 : 0;
            boolean lastOfItsConfidence = i + 1 == surest.size() || surest.get(i + 1).confidence() < surest.get(i).confidence();
            most = lastOfItsConfidence && right >= precision * (i + 1) ? i + 1 : most;
        }
        return most;
    }

    private static double macroF1(List<Judged> judged) {
        Map<String, int[]> counts = new HashMap<>();
        Set<String> occurring = new HashSet<>();
        for (Judged each : judged) {
            occurring.add(each.label());
            count(counts, each.label())[0]++;
            count(counts, each.first())[1]++;
            count(counts, each.label())[2] += each.right() ? 1 : 0;
        }
        return occurring.stream().map(counts::get).mapToDouble(count -> 2.0 * count[2] / (count[0] + count[1])).average().orElse(0);
    }

    /** Decided so, proposed so, both. */
    private static int[] count(Map<String, int[]> counts, String label) {
        return counts.computeIfAbsent(label, each -> new int[3]);
    }

    private static double ece(List<Judged> judged) {
        return Reliability.bins(judged, BINS).stream().mapToDouble(bin -> bin.texts() * Math.abs(bin.confidence() - bin.right())).sum()
                / judged.size();
    }
}
