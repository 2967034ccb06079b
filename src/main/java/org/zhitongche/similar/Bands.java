package org.zhitongche.similar;

/**
 * MinHash in bands: two texts share a band with the probability likeness^{@link #ROWS}, so of {@link #BANDS} bands like
 * texts share at least one almost surely, and unlike ones almost never. docs/similar.md has the numbers.
 */
public final class Bands {

    static final int ROWS = 3;
    static final int BANDS = 32;
    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final long[] FACTORS = new long[ROWS * BANDS];
    private static final long[] SUMMANDS = new long[ROWS * BANDS];

    static {
        for (int n = 0; n < FACTORS.length; n++) {
            FACTORS[n] = Grams.mix(SEED * (2L * n + 1)) | 1;
            SUMMANDS[n] = Grams.mix(SEED * (2L * n + 2));
        }
    }

    private Bands() {}

    /** One hash a band; none for a text without letters. */
    public static int[] of(Grams grams) {
        int[] hashes = grams.hashes();
        if (hashes.length == 0) {
            return new int[0];
        }
        int[] bands = new int[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long all = band + 1;
            for (int row = 0; row < ROWS; row++) {
                all = Grams.mix(all * SEED + smallest(hashes, band * ROWS + row));
            }
            bands[band] = (int) (all >>> 32);
        }
        return bands;
    }

    private static int smallest(int[] hashes, int function) {
        long factor = FACTORS[function];
        long summand = SUMMANDS[function];
        int smallest = Integer.MAX_VALUE;
        for (int hash : hashes) {
            smallest = Math.min(smallest, (int) ((hash * factor + summand) >>> 33));
        }
        return smallest;
    }
}
