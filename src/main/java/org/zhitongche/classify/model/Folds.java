package org.zhitongche.classify.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Deals texts into parts of about one size, by chance but the same each time, near-equal ones into one part. */
final class Folds {

    private Folds() {}

    /** Each text's part, from 0. */
    static int[] deal(List<String> plain, int parts, long seed) {
        int[] group = NearEqual.groups(plain);
        Map<Integer, List<Integer>> texts = new LinkedHashMap<>();
        for (int text = 0; text < group.length; text++) {
            texts.computeIfAbsent(group[text], each -> new ArrayList<>()).add(text);
        }
        List<List<Integer>> shuffled = new ArrayList<>(texts.values());
        Collections.shuffle(shuffled, new Random(seed));
        int[] part = new int[group.length];
        int[] size = new int[parts];
        for (List<Integer> together : shuffled) {
            int smallest = smallest(size);
            together.forEach(text -> part[text] = smallest);
            size[smallest] += together.size();
        }
        return part;
    }

    private static int smallest(int[] size) {
        int smallest = 0;
        for (int part = 1; part < size.length; part++) {
            smallest = size[part] < size[smallest] ? part : smallest;
        }
        return smallest;
    }
}
