package org.zhitongche.classify.model;

import java.util.Arrays;
import java.util.Map;

/** Which terms stand in a text, in the order of their numbers, and how often. */
record Counts(int[] terms, int[] times) {

    /** Of these only the terms with a number below it. */
    Counts first(int most) {
        int end = Arrays.binarySearch(terms, most);
        int number = end < 0 ? -end - 1 : end;
        return number == terms.length ? this : new Counts(Arrays.copyOf(terms, number), Arrays.copyOf(times, number));
    }

    static Counts of(Map<Integer, int[]> found) {
        int[] terms = found.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        int[] times = new int[terms.length];
        for (int i = 0; i < terms.length; i++) {
            times[i] = found.get(terms[i])[0];
        }
        return new Counts(terms, times);
    }
}
