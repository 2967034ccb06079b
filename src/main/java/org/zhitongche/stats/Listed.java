package org.zhitongche.stats;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * The appeals behind a number, in the order of their list.
 *
 * @param rows    by order, the largest first
 * @param order   by what they stand in order
 * @param time    what the list tells of an appeal's time; null where it is of no time
 * @param spread  of the lengths that the number is made of; null where it is of no time
 * @param counted tells the assignments that are counted; null where appeals are
 */
record Listed(List<Picked.Row> rows, ToLongFunction<Picked.Row> order, Function<Picked.Row, Case.Time> time, Spread spread, Counted counted) {

    static final Comparator<UUID> AS_STORED = Comparator.<UUID>comparingLong(id -> id.getMostSignificantBits() ^ Long.MIN_VALUE)
            .thenComparingLong(id -> id.getLeastSignificantBits() ^ Long.MIN_VALUE);

    /** Whether an assignment of an appeal, as seen at the cut-off, is behind the number. */
    interface Counted {
        boolean is(Picked.Row row, Seen seen);
    }

    static Listed newest(List<Picked.Row> rows, Counted counted) {
        return new Listed(ordered(rows, Picked.Row::accepted), Picked.Row::accepted, null, null, counted);
    }

    /** @param length of each, in microseconds */
    static Listed longest(List<Picked.Row> rows, ToLongFunction<Picked.Row> length, Function<Picked.Row, Case.Time> time) {
        Lengths lengths = new Lengths();
        rows.forEach(row -> lengths.add(length.applyAsLong(row)));
        return new Listed(ordered(rows, length), length, time, Spread.of(lengths), null);
    }

    private static List<Picked.Row> ordered(List<Picked.Row> rows, ToLongFunction<Picked.Row> order) {
        return rows.stream().sorted(Comparator.comparingLong(order).thenComparing(Picked.Row::appeal, AS_STORED).reversed()).toList();
    }

    /** How many come before a page that begins after this one. */
    int before(Case.Key after) {
        return (int) rows.stream().takeWhile(row -> isBefore(row, after)).count();
    }

    private boolean isBefore(Picked.Row row, Case.Key after) {
        int compared = Long.compare(order.applyAsLong(row), after.order());
        return compared > 0 || compared == 0 && AS_STORED.compare(row.appeal(), after.appeal()) > 0;
    }
}
