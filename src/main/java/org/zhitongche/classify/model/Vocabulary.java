package org.zhitongche.classify.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** The terms a model knows, numbered from 0. */
final class Vocabulary {

    private static final int MOST = 5_000_000;
    private static final int MOST_CHARACTERS = 50_000_000;
    /** In no term: what is read has no white space. */
    private static final String BETWEEN = "\n";

    private final String[] terms;
    private final Map<String, Integer> numbers;

    private Vocabulary(String[] terms) {
        this.terms = terms;
        numbers = new HashMap<>(terms.length * 2);
        for (int i = 0; i < terms.length; i++) {
            numbers.put(terms[i], i);
        }
    }

    /** Those in the order of their frequency that stand in at least {@code rarest} texts, at most so many. */
    static Vocabulary of(Map<String, int[]> texts, int rarest, int most) {
        return new Vocabulary(texts.entrySet().stream().filter(term -> term.getValue()[0] >= rarest)
                .sorted(Map.Entry.<String, int[]>comparingByValue((a, b) -> b[0] - a[0]).thenComparing(Map.Entry.comparingByKey()))
                .limit(most).map(Map.Entry::getKey).toArray(String[]::new));
    }

    int size() {
        return terms.length;
    }

    String term(int number) {
        return terms[number];
    }

    /** How often each known term stands in the text. */
    Counts count(Reading reading, String plain) {
        Map<Integer, int[]> found = new HashMap<>();
        reading.terms(plain, term -> {
            Integer number = numbers.get(term);
            if (number != null) {
                found.computeIfAbsent(number, n -> new int[1])[0]++;
            }
        });
        return Counts.of(found);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(terms.length);
        String all = String.join(BETWEEN, terms);
        out.writeInt(all.length());
        out.writeChars(all);
    }

    static Vocabulary read(DataInput in) throws IOException {
        int number = ModelFile.size(in, MOST);
        byte[] all = new byte[Character.BYTES * ModelFile.size(in, MOST_CHARACTERS)];
        in.readFully(all);
        String[] terms = number == 0 ? new String[0] : ByteBuffer.wrap(all).asCharBuffer().toString().split(BETWEEN, -1);
        if (terms.length != number) {
            throw new IOException("词表有 " + terms.length + " 个词，应有 " + number + " 个");
        }
        return new Vocabulary(terms);
    }
}
