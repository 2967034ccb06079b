package org.zhitongche.classify.model;

import java.util.Arrays;

/**
 * A text cut into known words so that together they are likeliest. How likely a word is follows from its place among the known
 * ones (Zipf), so a model needs no dictionary beside it; a character that no word covers stands alone and is passed over.
 */
final class WordCut {

    /** Costlier than any word. */
    private static final float UNKNOWN = 20;

    private final Vocabulary known;
    private final String plain;
    /** For each place in the text the cheapest way there: its cost, where its last word began and which it is. */
    private final float[] cost;
    private final int[] began;
    private final int[] word;

    WordCut(Vocabulary known, String plain) {
        this.known = known;
        this.plain = plain;
        cost = new float[plain.length() + 1];
        began = new int[cost.length];
        word = new int[cost.length];
        Arrays.fill(cost, 1, cost.length, Float.MAX_VALUE);
        for (int from = 0; from < plain.length(); from++) {
            reach(from, from + 1, Prefixes.NONE, UNKNOWN);
            words(from);
        }
    }

    private void words(int from) {
        long run = Prefixes.START;
        int term = Prefixes.BEGINNING;
        for (int to = from; to < plain.length() && term != Prefixes.NONE; to++) {
            run = Prefixes.after(run, plain.charAt(to));
            term = known.prefixes().get(run);
            if (term >= 0) {
                reach(from, to + 1, term, (float) Math.log((term + 2.0) * Math.log(known.size() + 2.0)));
            }
        }
    }

    private void reach(int from, int to, int term, float more) {
        if (cost[from] + more < cost[to]) {
            cost[to] = cost[from] + more;
            began[to] = from;
            word[to] = term;
        }
    }

    Counts counts() {
        int[] found = new int[plain.length()];
        int number = 0;
        for (int to = plain.length(); to > 0; to = began[to]) {
            if (word[to] >= 0) {
                found[number++] = word[to];
            }
        }
        return Counts.of(found, number);
    }
}
