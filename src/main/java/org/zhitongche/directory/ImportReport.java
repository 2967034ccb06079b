package org.zhitongche.directory;

import java.util.List;

/** What an import did: with problems nothing was taken over, unless bad rows were to be skipped. */
public record ImportReport(int read, int imported, List<Problem> problems) {

    /**
     * A row that breaks a rule.
     *
     * @param row   as the file counts
     * @param field our name of it, or that of a column that nobody knows
     * @param label as a person reads it
     */
    public record Problem(long row, String field, String label, String rule) {
        @Override
        public String toString() {
            return "第" + row + "行 " + label + "：" + rule;
        }
    }
}
