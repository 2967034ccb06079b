package org.zhitongche.classify.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhitongche.appeal.Classification.Reason;

/** What each term said for or against a label, with pieces of words left to the words. */
final class Explanation {

    private static final int LOOKED_AT = 200;

    private final Map<String, Double> said = new HashMap<>();

    void add(Vocabulary vocabulary, Counts counts, float[] parts, double slope) {
        for (int i = 0; i < parts.length; i++) {
            String term = vocabulary.term(counts.terms()[i]);
            if (term.length() > 1 && parts[i] != 0) {
                said.merge(term, parts[i] * slope, Double::sum);
            }
        }
    }

    /** Terms that lie within each other speak as one, the strongest; at most so many, strongest first. */
    List<Reason> strongest(int most) {
        List<Reason> chosen = new ArrayList<>();
        said.entrySet().stream().sorted(Comparator.comparingDouble((Map.Entry<String, Double> each) -> -Math.abs(each.getValue()))
                .thenComparing(Map.Entry::getKey)).limit(LOOKED_AT).forEach(each -> {
                    if (chosen.size() < most && chosen.stream().noneMatch(reason -> overlap(reason.term(), each.getKey()))) {
                        chosen.add(new Reason(each.getKey(), Math.round(each.getValue() * 1000) / 1000.0));
                    }
                });
        return chosen;
    }

    /** One within the other, or the end of one the beginning of the other by two signs. */
    private static boolean overlap(String one, String other) {
        return one.contains(other) || other.contains(one) || joins(one, other) || joins(other, one);
    }

    private static boolean joins(String one, String other) {
        return one.length() > 2 && other.length() > 2 && one.endsWith(other.substring(0, 2));
    }
}
