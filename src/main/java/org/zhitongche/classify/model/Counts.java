package org.zhitongche.classify.model;

import java.util.Map;

/** Which terms stand in a text, in the order of their numbers, and how often. */
record Counts(int[] terms, int[] times) {

    static Counts of(Map<Integer, int[]> found) {
        int[] terms = found.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        int[] times = new int[terms.length];
        for (int i = 0; i < terms.length; i++) {
            times[i] = found.get(terms[i])[0];
        }
        return new Counts(terms, times);
    }
}
