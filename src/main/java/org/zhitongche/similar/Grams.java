package org.zhitongche.similar;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The character 3-grams of a plain text as hashes, sorted: all of them where they are few, which they are for nearly every
 * letter, else the smallest, which are a fair sample of all and the same sample in every text.
 */
public final class Grams {

    /** 2 KB a text at most. */
    static final int MOST = 512;
    private static final int SIZE = 3;

    private final int[] hashes; // as unsigned numbers, ascending, each once

    private Grams(int[] hashes) {
        this.hashes = hashes;
    }

    /** Deterministic; linear in the text, of which at most the first 20,000 characters count. */
    public static Grams of(String title, String text) {
        return ofPlain(PlainText.of(title, text));
    }

    static Grams ofPlain(String plain) {
        int[] points = plain.codePoints().toArray();
        int count = Math.max(points.length - SIZE + 1, Math.min(points.length, 1));
        int[] all = new int[count];
        for (int n = 0; n < count; n++) {
            long gram = 0;
            for (int i = n; i < Math.min(n + SIZE, points.length); i++) {
                gram = (gram << 21) | points[i];
            }
            all[n] = (int) (mix(gram) >>> 32) ^ Integer.MIN_VALUE; // flipped, so that signed order is the unsigned one
        }
        Arrays.sort(all);
        return new Grams(distinct(all));
    }

    private static int[] distinct(int[] sorted) {
        int kept = 0;
        for (int n = 0; n < sorted.length && kept < MOST; n++) {
            if (n == 0 || sorted[n] != sorted[n - 1]) {
                sorted[kept++] = sorted[n];
            }
        }
        return Arrays.copyOf(sorted, kept);
    }

    /** Spreads 64 bits: the finaliser of SplitMix64. */
    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    public int size() {
        return hashes.length;
    }

    int[] hashes() {
        return hashes;
    }

    /**
     * What both have of what either has (Jaccard), 0 to 1: exact where both are whole, else counted over the part of the
     * numbers that both samples cover.
     */
    public double likeness(Grams other) {
        int top = Math.min(covered(), other.covered());
        int both = 0;
        int either = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < hashes.length && hashes[mine] <= top || theirs < other.hashes.length && other.hashes[theirs] <= top) {
            int a = mine < hashes.length ? hashes[mine] : Integer.MAX_VALUE;
            int b = theirs < other.hashes.length ? other.hashes[theirs] : Integer.MAX_VALUE;
            both += a == b ? 1 : 0;
            either++;
            mine += a <= b ? 1 : 0;
            theirs += b <= a ? 1 : 0;
        }
        return either == 0 ? 0 : both / (double) either;
    }

    /** Up to where nothing was left out. */
    private int covered() {
        return hashes.length < MOST ? Integer.MAX_VALUE : hashes[hashes.length - 1];
    }

    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(hashes.length * Integer.BYTES);
        bytes.asIntBuffer().put(hashes);
        return bytes.array();
    }

    public static Grams read(byte[] bytes) {
        int[] hashes = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(hashes);
        return new Grams(hashes);
    }
}
