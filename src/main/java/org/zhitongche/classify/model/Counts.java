package org.zhitongche.classify.model;

import java.util.Arrays;

/** Which terms stand in a text, in the order of their numbers, and how often. */
record Counts(int[] terms, int[] times) {

    /** Of these only the terms with a number below it. */
    Counts first(int most) {
        int end = Arrays.binarySearch(terms, most);
        int number = end < 0 ? -end - 1 : end;
        return number == terms.length ? this : new Counts(Arrays.copyOf(terms, number), Arrays.copyOf(times, number));
    }

    /** @param found the terms as they stand, {@code number} of them; put in order */
    static Counts of(int[] found, int number) {
        Arrays.sort(found, 0, number);
        int[] terms = new int[number];
        int[] times = new int[number];
        int last = -1;
        for (int i = 0; i < number; i++) {
            if (last < 0 || terms[last] != found[i]) {
                terms[++last] = found[i];
            }
            times[last]++;
        }
        return new Counts(Arrays.copyOf(terms, last + 1), Arrays.copyOf(times, last + 1));
    }
}
