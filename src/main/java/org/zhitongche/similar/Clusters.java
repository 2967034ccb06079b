package org.zhitongche.similar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Groups texts by the rare things that they say: 3-grams weigh by how few texts have them, and a text joins the group it is
 * most like on average. One pass over texts that are bounded in number and size, through lists that are bounded in length.
 */
final class Clusters {

    /** Mean cosine at which a text belongs to a group; docs/similar.md. */
    private static final double BELONGS = 0.06;
    /** A gram that more than this share of all texts have says nothing. */
    private static final double COMMON = 0.1;
    /** Among fewer texts than this nothing is called rarer than among so many. */
    private static final int FEW = 1_000;
    /** Texts of one gram that are looked at. */
    private static final int POSTINGS = 300;

    private final List<Grams> texts;
    private final int[] all; // grams of all texts, sorted, to count by
    private final double known;
    private final double[] lengths;
    private final Map<Integer, List<Integer>> having = new HashMap<>();
    private final int[] groupOf;
    private final List<Integer> sizes = new ArrayList<>();

    /** @param texts to be grouped, in their order @param earlier only to know what is rare */
    Clusters(List<Grams> texts, List<Grams> earlier) {
        this.texts = texts;
        all = Stream.concat(texts.stream(), earlier.stream()).flatMapToInt(text -> Arrays.stream(text.hashes())).sorted().toArray();
        known = Math.max(FEW, texts.size() + earlier.size());
        lengths = texts.stream().mapToDouble(this::length).toArray();
        groupOf = new int[texts.size()];
        for (int n = 0; n < groupOf.length; n++) {
            int group = nearest(texts.get(n), lengths[n]);
            groupOf[n] = group < 0 ? sizes.size() : group;
            if (group < 0) {
                sizes.add(1);
            } else {
                sizes.set(group, sizes.get(group) + 1);
            }
            index(n);
        }
    }

    /** Texts of each group by their numbers. */
    List<List<Integer>> groups() {
        Map<Integer, List<Integer>> groups = IntStream.range(0, groupOf.length).boxed()
                .collect(Collectors.groupingBy(n -> groupOf[n], TreeMap::new, Collectors.toList()));
        return List.copyOf(groups.values());
    }

    /** The group of {@link #groups} that a further text belongs to, -1 for none. */
    int groupOf(Grams text) {
        return nearest(text, length(text));
    }

    private int nearest(Grams text, double length) {
        double[] dots = new double[sizes.size()];
        for (int gram : text.hashes()) {
            double weight = weight(gram);
            if (weight > 0) {
                for (int other : having.getOrDefault(gram, List.of())) {
                    dots[groupOf[other]] += weight * weight / lengths[other];
                }
            }
        }
        int nearest = -1;
        double most = BELONGS;
        for (int group = 0; group < dots.length; group++) {
            double mean = dots[group] / length / sizes.get(group);
            if (mean >= most) {
                most = mean;
                nearest = group;
            }
        }
        return nearest;
    }

    private void index(int text) {
        for (int gram : texts.get(text).hashes()) {
            if (weight(gram) > 0) {
                List<Integer> same = having.computeIfAbsent(gram, any -> new ArrayList<>());
                if (same.size() < POSTINGS) {
                    same.add(text);
                }
            }
        }
    }

    private double length(Grams text) {
        double squares = Arrays.stream(text.hashes()).mapToDouble(gram -> rarity(often(gram))).map(weight -> weight * weight).sum();
        return Math.sqrt(Math.max(squares, 1));
    }

    /** 0 where it joins nobody: nobody else has it, or everybody. */
    private double weight(int gram) {
        int often = often(gram);
        return often < 2 ? 0 : rarity(often);
    }

    private double rarity(int often) {
        return often > COMMON * known ? 0 : Math.log(known / Math.max(often, 1));
    }

    private int often(int gram) {
        return below(gram, true) - below(gram, false);
    }

    private int below(int gram, boolean included) {
        int from = 0;
        int to = all.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (all[middle] < gram || included && all[middle] == gram) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
