package org.zhitongche.classify.model;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;

/** The terms a model knows, numbered from 0, the most frequent first. */
final class Vocabulary {

    private static final int MOST = 1_000_000;
    private static final int MOST_CHARACTERS = 10_000_000;
    /** In no term: what is read has no white space. */
    private static final char BETWEEN = '\n';

    private final char[] signs;
    /** Where each term ends, and BETWEEN stands. */
    private final int[] ends;
    private final Prefixes prefixes = new Prefixes();

    private Vocabulary(char[] signs, int[] ends) {
        this.signs = signs;
        this.ends = ends;
        for (int term = 0; term < ends.length; term++) {
            prefixes.put(signs, begin(term), ends[term], term);
        }
    }

    /** Those in the order of their frequency that stand in at least {@code rarest} texts, at most so many. */
    static Vocabulary of(Map<String, int[]> texts, int rarest, int most) {
        StringBuilder signs = new StringBuilder();
        int[] ends = texts.entrySet().stream().filter(term -> term.getValue()[0] >= rarest)
                .sorted(Map.Entry.<String, int[]>comparingByValue((a, b) -> b[0] - a[0]).thenComparing(Map.Entry.comparingByKey()))
                .limit(most).mapToInt(term -> signs.append(term.getKey()).append(BETWEEN).length() - 1).toArray();
        return new Vocabulary(signs.toString().toCharArray(), ends);
    }

    int size() {
        return ends.length;
    }

    String term(int number) {
        return new String(signs, begin(number), ends[number] - begin(number));
    }

    Prefixes prefixes() {
        return prefixes;
    }

    private int begin(int number) {
        return number == 0 ? 0 : ends[number - 1] + 1;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(ends.length);
        out.writeInt(signs.length);
        ByteBuffer bytes = ByteBuffer.allocate(signs.length * Character.BYTES);
        bytes.asCharBuffer().put(signs);
        out.write(bytes.array());
    }

    static Vocabulary read(Numbers in) throws IOException {
        int terms = ModelFile.size(in, MOST);
        int characters = ModelFile.size(in, MOST_CHARACTERS);
        in.claim((long) terms * Integer.BYTES + (long) characters * Character.BYTES);
        int[] ends = new int[terms];
        char[] signs = new char[characters];
        byte[] bytes = new byte[Character.BYTES * signs.length];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asCharBuffer().get(signs);
        int found = 0;
        for (int i = 0; i < signs.length; i++) {
            if (signs[i] == BETWEEN && found++ < ends.length) {
                ends[found - 1] = i;
            }
        }
        if (found != ends.length) {
            throw new IOException("词表有 " + found + " 个词，应有 " + ends.length + " 个");
        }
        return new Vocabulary(signs, ends);
    }
}
