package org.zhitongche.classify.model;

/**
 * Which term a run of characters is, asked character by character, so that no piece of a text is ever copied. A run stands
 * for itself by a number of 64 bits; that two runs of a model share one is less likely than that its bytes go wrong.
 */
final class Prefixes {

    /** No term begins so. */
    static final int NONE = -2;
    /** Terms begin so, but none ends here. */
    static final int BEGINNING = -1;
    /** Before the first character. */
    static final long START = 0;

    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final int SMALLEST = 16;

    private long[] runs = new long[SMALLEST];
    private int[] found = new int[SMALLEST];
    private int shift = Long.SIZE - 4;
    private int size;

    /** The run with one character more. */
    static long after(long run, char sign) {
        return (run + sign + 1) * FACTOR;
    }

    /** The number of the term that is the run, {@link #BEGINNING} or {@link #NONE}. */
    int get(long run) {
        int at = slot(run);
        return runs[at] == run ? found[at] : NONE;
    }

    void put(char[] signs, int from, int to, int number) {
        long run = START;
        for (int i = from; i < to; i++) {
            run = after(run, signs[i]);
            put(run, i + 1 == to ? number : BEGINNING);
        }
    }

    private void put(long run, int number) {
        int at = slot(run);
        if (runs[at] == run) {
            found[at] = Math.max(found[at], number);
            return;
        }
        runs[at] = run;
        found[at] = number;
        if (++size * 2 > runs.length) {
            grow();
        }
    }

    private void grow() {
        long[] oldRuns = runs;
        int[] oldFound = found;
        runs = new long[oldRuns.length * 2];
        found = new int[runs.length];
        shift--;
        for (int i = 0; i < oldRuns.length; i++) {
            if (oldRuns[i] != START) {
                int at = slot(oldRuns[i]);
                runs[at] = oldRuns[i];
                found[at] = oldFound[i];
            }
        }
    }

    /** Where the run stands or would stand. */
    private int slot(long run) {
        int at = (int) (run * FACTOR >>> shift);
        while (runs[at] != run && runs[at] != START) {
            at = at + 1 & runs.length - 1;
        }
        return at;
    }
}
