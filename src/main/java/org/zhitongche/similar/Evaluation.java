package org.zhitongche.similar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.IntBinaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhitongche.similar.AllPairs.Pair;
import org.zhitongche.similar.Paraphrases.Strength;
import org.zhitongche.similar.Paraphrases.Telling;

/**
 * How well like texts find each other, held against a truth that knows nothing of bands or plain texts. The search is the
 * house's own: the same signatures, bands and cap, only in memory.
 */
public final class Evaluation {

    /** The truth of near-equal texts: what they have in common of their raw 3-grams. */
    public static final double NEAR_EQUAL = 0.8;
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final double LEAST = 0.3;

    /**
     * At one threshold.
     *
     * @param found pairs
     * @param right of these, those that are true
     * @param truth pairs there are
     */
    public record Row(double threshold, int found, int right, int truth) {

        /** NaN where nothing was found. */
        public double precision() {
            return found == 0 ? Double.NaN : right / (double) found;
        }

        public double recall() {
            return truth == 0 ? Double.NaN : right / (double) truth;
        }
    }

    private final List<String> texts;
    private final List<Grams> grams;
    private final List<Pair> found;

    public Evaluation(List<String> texts) {
        this.texts = List.copyOf(texts);
        grams = texts.stream().map(text -> Grams.of(null, text)).toList();
        found = search();
    }

    public static Evaluation of(List<Telling> tellings) {
        return new Evaluation(tellings.stream().map(Telling::text).toList());
    }

    public int texts() {
        return texts.size();
    }

    /** Pairs whose raw texts, without white space, have 0.8 of their 3-grams in common: found by trying all. */
    public Set<Long> nearEqual() {
        List<Grams> raw = texts.stream().map(text -> Grams.ofPlain(text.replaceAll("\\s+", ""))).toList();
        return AllPairs.atLeast(NEAR_EQUAL, raw.stream().map(Grams::hashes).toList(), (a, b) -> raw.get(a).likeness(raw.get(b)))
                .stream().map(Evaluation::key).collect(Collectors.toSet());
    }

    /** Of near-equal pairs those that a person would call the same matter: with the same numbers (of a house, an order, a car). */
    public Set<Long> sameNumbers(Set<Long> nearEqual) {
        return nearEqual.stream().filter(pair -> numbers((int) (pair >>> 32)).equals(numbers(pair.intValue()))).collect(Collectors.toSet());
    }

    private List<String> numbers(int text) {
        return NUMBER.matcher(texts.get(text)).results().map(MatchResult::group).sorted().toList();
    }

    /** Pairs of one matter. */
    public static Set<Long> sameMatter(List<Telling> tellings) {
        return pairs(tellings, (a, b) -> tellings.get(a).matter() == tellings.get(b).matter() ? 1 : 0);
    }

    /** Pairs of a first telling, which stands right before the others, and its telling in that strength. */
    public static Set<Long> toldAgain(List<Telling> tellings, Strength strength) {
        int each = Strength.values().length + 1;
        return pairs(tellings, (a, b) -> a % each == 0 && b / each == a / each && tellings.get(b).strength() == strength ? 1 : 0);
    }

    private static Set<Long> pairs(List<Telling> tellings, IntBinaryOperator wanted) {
        Set<Long> pairs = new HashSet<>();
        int near = Strength.values().length + 1;
        for (int a = 0; a < tellings.size(); a++) {
            for (int b = a + 1; b < Math.min(tellings.size(), a + near); b++) {
                if (wanted.applyAsInt(a, b) == 1) {
                    pairs.add(key(new Pair(a, b, 1)));
                }
            }
        }
        return pairs;
    }

    public List<Row> against(Set<Long> truth, double... thresholds) {
        return Arrays.stream(thresholds).mapToObj((DoubleFunction<Row>) threshold -> {
            List<Pair> enough = found.stream().filter(pair -> pair.likeness() >= threshold).toList();
            return new Row(threshold, enough.size(), (int) enough.stream().filter(pair -> truth.contains(key(pair))).count(), truth.size());
        }).toList();
    }

    /** Share of the pairs found between two thresholds for which the texts' other values agree: what the words alone do not say. */
    public double agreeing(List<String> values, double from, double to) {
        List<Pair> between = found.stream().filter(pair -> pair.likeness() >= from && pair.likeness() < to).toList();
        return between.stream().filter(pair -> values.get(pair.first()).equals(values.get(pair.second()))).count() / (double) between.size();
    }

    /** Of all pairs that are at least so alike by their signatures, the share that share a band and are found. */
    public double foundByBands(double threshold) {
        List<Pair> all = AllPairs.atLeast(threshold, grams.stream().map(Grams::hashes).toList(), (a, b) -> grams.get(a).likeness(grams.get(b)));
        return found.stream().filter(pair -> pair.likeness() >= threshold).count() / (double) all.size();
    }

    /** As the database does it: of each band the latest that have it too, then all of these by their signatures. */
    private List<Pair> search() {
        Map<Integer, Deque<Integer>> having = new HashMap<>();
        List<Pair> pairs = new ArrayList<>();
        for (int n = 0; n < grams.size(); n++) {
            Set<Integer> candidates = new HashSet<>();
            for (int band : Bands.of(grams.get(n))) {
                Deque<Integer> same = having.computeIfAbsent(band, any -> new ArrayDeque<>());
                candidates.addAll(same);
                same.addFirst(n);
                if (same.size() > Search.CAP) {
                    same.removeLast();
                }
            }
            for (int other : candidates) {
                double likeness = grams.get(n).likeness(grams.get(other));
                if (likeness >= LEAST && grams.get(n).size() >= Search.SHORTEST && grams.get(other).size() >= Search.SHORTEST) {
                    pairs.add(new Pair(other, n, likeness));
                }
            }
        }
        return pairs;
    }

    private static long key(Pair pair) {
        return ((long) pair.first() << 32) | pair.second();
    }
}
