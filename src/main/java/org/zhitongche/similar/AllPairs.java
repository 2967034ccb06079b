package org.zhitongche.similar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * Every pair of sets that is at least so alike, exactly and without an index that could miss one: two sets of likeness t
 * share one of the rarest (1 − t) of either's members, so only those that do are compared.
 */
final class AllPairs {

    /** Numbers of two texts, the smaller first, and how alike they are. */
    record Pair(int first, int second, double likeness) {}

    private AllPairs() {}

    static List<Pair> atLeast(double least, List<int[]> sets, ToDoubleBiFunction<Integer, Integer> likeness) {
        List<int[]> rarest = rarestFirst(sets);
        Map<Integer, List<Integer>> having = new HashMap<>();
        List<List<Integer>> candidates = new ArrayList<>();
        for (int n = 0; n < sets.size(); n++) {
            int[] set = rarest.get(n);
            int prefix = set.length - (int) Math.ceil(least * set.length) + 1;
            int number = n;
            candidates.add(IntStream.range(0, Math.min(prefix, set.length)).boxed()
                    .flatMap(i -> having.getOrDefault(set[i], List.of()).stream()).distinct().toList());
            IntStream.range(0, Math.min(prefix, set.length)).forEach(i -> having.computeIfAbsent(set[i], any -> new ArrayList<>()).add(number));
        }
        return IntStream.range(0, sets.size()).parallel().boxed()
                .flatMap(n -> candidates.get(n).stream().map(other -> new Pair(other, n, likeness.applyAsDouble(other, n))))
                .filter(pair -> pair.likeness() >= least).toList();
    }

    private static List<int[]> rarestFirst(List<int[]> sets) {
        Map<Integer, Integer> often = new HashMap<>();
        sets.forEach(set -> Arrays.stream(set).forEach(member -> often.merge(member, 1, Integer::sum)));
        return sets.stream().map(set -> Arrays.stream(set).boxed()
                .sorted((a, b) -> often.get(a).equals(often.get(b)) ? a.compareTo(b) : often.get(a).compareTo(often.get(b)))
                .mapToInt(Integer::intValue).toArray()).toList();
    }
}
