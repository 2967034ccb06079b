package org.zhitongche.web;

import java.util.List;
import java.util.function.Function;

/**
 * Some rows of a long list, in keyset paging.
 *
 * @param next the cursor behind the last row, null if there is nothing more
 */
public record Slice<T>(List<T> rows, String next) {

    /** Cuts off the one row too many that was asked for to see whether there are more. */
    public static <T> Slice<T> of(List<T> oneMore, int size, Function<T, String> cursor) {
        if (oneMore.size() <= size) {
            return new Slice<>(oneMore, null);
        }
        List<T> rows = oneMore.subList(0, size);
        return new Slice<>(rows, cursor.apply(rows.get(size - 1)));
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
