package org.zhitongche.stats;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** Of each row several entries, each of them a code with one number or two; those of a row stand from {@code from[row]} to before {@code from[row + 1]}. */
final class Entries {

    /** Whatever the code. */
    static final int ALL = -2;

    final int[] from;
    final int[] code;
    final long[] first;
    final long[] second;

    private Entries(int rows, int entries, boolean two) {
        from = new int[rows + 1];
        code = new int[entries];
        first = new long[entries];
        second = new long[two ? entries : 0];
    }

    /** @param second null where there is one number only */
    static <E> Entries of(List<Fact> facts, Function<Fact, List<E>> entries, ToIntFunction<E> code, ToLongFunction<E> first, ToLongFunction<E> second) {
        Entries all = new Entries(facts.size(), facts.stream().mapToInt(fact -> entries.apply(fact).size()).sum(), second != null);
        int next = 0;
        for (int row = 0; row < facts.size(); row++) {
            for (E each : entries.apply(facts.get(row))) {
                all.code[next] = code.applyAsInt(each);
                all.first[next] = first.applyAsLong(each);
                if (second != null) {
                    all.second[next] = second.applyAsLong(each);
                }
                next++;
            }
            all.from[row + 1] = next;
        }
        return all;
    }

    boolean has(int row) {
        return from[row] < from[row + 1];
    }

    boolean names(int row, int wanted) {
        for (int n = from[row]; n < from[row + 1]; n++) {
            if (code[n] == wanted) {
                return true;
            }
        }
        return false;
    }

    /** What a row's entries of that code add up to. @param wanted ALL for those of any */
    long firstOf(int row, int wanted) {
        return sum(row, wanted, first);
    }

    long secondOf(int row, int wanted) {
        return sum(row, wanted, second);
    }

    private long sum(int row, int wanted, long[] numbers) {
        long sum = 0;
        for (int n = from[row]; n < from[row + 1]; n++) {
            sum += wanted == ALL || code[n] == wanted ? numbers[n] : 0;
        }
        return sum;
    }

    long bytes() {
        return (long) (from.length + code.length) * Integer.BYTES + (long) (first.length + second.length) * Long.BYTES;
    }
}
