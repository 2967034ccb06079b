package org.zhitongche.stats;

import java.util.UUID;

/** Some of the facts, or all. @param rows null for all */
record Picked(FactColumns facts, int[] rows) {

    /** One of them. */
    record Row(FactColumns facts, int row) {

        UUID appeal() {
            return facts.appeal(row);
        }

        long accepted() {
            return facts.accepted[row];
        }
    }

    int size() {
        return rows == null ? facts.size : rows.length;
    }

    int row(int n) {
        return rows == null ? n : rows[n];
    }
}
