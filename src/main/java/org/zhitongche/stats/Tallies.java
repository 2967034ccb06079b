package org.zhitongche.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Tallies by number, made when something is counted there. */
final class Tallies {

    private final Numbered<Sides> sides;
    private final int enough;
    private Tally[] all = new Tally[64];

    /** @param enough as in {@link Figure} */
    Tallies(Numbered<Sides> sides, int enough) {
        this.sides = sides;
        this.enough = enough;
    }

    /** @param at negative leaves it out */
    void add(int at, FactColumns facts, int row) {
        if (at >= 0) {
            get(at).add(facts, row);
        }
    }

    /** @param part the number of an assignment's sides */
    void add(int at, int part) {
        if (at >= 0) {
            get(at).add(part);
        }
    }

    private Tally get(int at) {
        if (at >= all.length) {
            all = Arrays.copyOf(all, Math.max(2 * all.length, at + 1));
        }
        if (all[at] == null) {
            all[at] = new Tally(sides, enough);
        }
        return all[at];
    }

    Optional<Tally> find(int at) {
        return at < all.length ? Optional.ofNullable(all[at]) : Optional.empty();
    }

    void forEach(BiConsumer<Integer, Tally> each) {
        for (int at = 0; at < all.length; at++) {
            if (all[at] != null) {
                each.accept(at, all[at]);
            }
        }
    }
}
