package org.zhitongche.appeal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the checking of history found.
 *
 * @param counts what was looked at, by name
 * @param red    what does not hold, the first {@value #KEPT}
 * @param reds   how many there are
 * @param told   what is as it may be, but should be known, such as erased content
 */
public record VerifyReport(Map<String, Long> counts, List<Finding> red, long reds, List<Finding> told) {

    private static final int KEPT = 1000;

    public boolean green() {
        return reds == 0;
    }

    /**
     * Something for a person to look into; its words stand under {@code verify.<rule>}.
     *
     * @param rule    which check: hash, columns, sequence, head, text-changed, projection, ledger, heads-gone …
     * @param subject the appeal's number, a door, a file
     */
    public record Finding(String rule, String subject, List<Object> args) {

        @Override
        public String toString() {
            return rule + " " + subject + " " + args;
        }
    }

    /** Collects; one for a run, used by one thread. */
    public static final class Writer {

        private final Map<String, Long> counts = new LinkedHashMap<>();
        private final List<Finding> red = new ArrayList<>();
        private final List<Finding> told = new ArrayList<>();
        private long reds;

        public void count(String what, long number) {
            counts.merge(what, number, Long::sum);
        }

        public void red(String rule, String subject, Object... args) {
            reds++;
            if (red.size() < KEPT) {
                red.add(new Finding(rule, subject, List.of(args)));
            }
        }

        public void told(String rule, String subject, Object... args) {
            if (told.size() < KEPT) {
                told.add(new Finding(rule, subject, List.of(args)));
            }
        }

        VerifyReport report() {
            return new VerifyReport(new LinkedHashMap<>(counts), List.copyOf(red), reds, List.copyOf(told));
        }
    }
}
