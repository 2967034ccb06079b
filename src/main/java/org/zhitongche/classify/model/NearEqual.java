package org.zhitongche.classify.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Groups texts that are nearly the same (Jaccard of three characters in a row at least 0.8, directly or through others),
 * so that a text is never judged by a model that learned from its twin. Two sets so alike share one of their rarest
 * members, so only texts that do are compared.
 */
final class NearEqual {

    private static final double ALIKE = 0.8;
    private static final int LENGTH = 3;

    private final int[][] sets;
    private final int[] parent;
    private final Map<Integer, List<Integer>> byRareMember = new HashMap<>();

    private NearEqual(int[][] sets) {
        this.sets = sets;
        parent = IntStream.range(0, sets.length).toArray();
    }

    /** Each text's group, by the number of one of its texts. */
    static int[] groups(List<String> plain) {
        NearEqual near = new NearEqual(rarestFirst(plain));
        IntStream.range(0, plain.size()).boxed().sorted((a, b) -> near.sets[a].length - near.sets[b].length).forEach(near::place);
        return IntStream.range(0, plain.size()).map(near::root).toArray();
    }

    private static int[][] rarestFirst(List<String> plain) {
        Map<String, Integer> numbers = new HashMap<>();
        List<Set<Integer>> members = new ArrayList<>();
        plain.forEach(text -> members.add(members(text, numbers)));
        int[] texts = new int[numbers.size()];
        members.forEach(set -> set.forEach(member -> texts[member]++));
        int[] rank = new int[texts.length];
        int[] order = IntStream.range(0, texts.length).boxed().sorted((a, b) -> texts[a] - texts[b]).mapToInt(Integer::intValue).toArray();
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
        }
        return members.stream().map(set -> set.stream().mapToInt(member -> rank[member]).sorted().toArray()).toArray(int[][]::new);
    }

    private static Set<Integer> members(String text, Map<String, Integer> numbers) {
        Set<Integer> members = new HashSet<>();
        if (text.length() < LENGTH) {
            members.add(numbers.computeIfAbsent(text, each -> numbers.size()));
        }
        for (int from = 0; from + LENGTH <= text.length(); from++) {
            members.add(numbers.computeIfAbsent(text.substring(from, from + LENGTH), each -> numbers.size()));
        }
        return members;
    }

    /** Shorter ones stand already. */
    private void place(int text) {
        int[] set = sets[text];
        int rarest = set.length - (int) Math.ceil(ALIKE * set.length) + 1;
        Set<Integer> others = new HashSet<>();
        IntStream.range(0, Math.min(rarest, set.length)).forEach(i -> others.addAll(byRareMember.getOrDefault(set[i], List.of())));
        for (int other : others) {
            if (sets[other].length >= ALIKE * set.length && root(other) != root(text) && alike(set, sets[other])) {
                parent[root(text)] = root(other);
            }
        }
        IntStream.range(0, Math.min(rarest, set.length)).forEach(i -> byRareMember.computeIfAbsent(set[i], each -> new ArrayList<>()).add(text));
    }

    private static boolean alike(int[] one, int[] other) {
        int shared = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length;) {
            int order = Integer.compare(one[i], other[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared >= ALIKE * (one.length + other.length - shared);
    }

    private int root(int text) {
        int root = text;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }
}
