package org.zhitongche.appeal;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Cuts a text for searching: Latin words and numbers whole, Chinese in single characters' pairs. No extension is needed. */
public final class SearchWords {

    static final Set<Change.TextKind> SEARCHED = Set.of(Change.TextKind.TITLE, Change.TextKind.TEXT,
            Change.TextKind.REPLY, Change.TextKind.SUPPLEMENT);

    /** Beyond this a text is found by its beginning; keeps the index entry below PostgreSQL's 1 MB. */
    private static final int LONGEST = 20_000;

    private SearchWords() {}

    public static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        StringBuilder latin = new StringBuilder();
        int before = -1;
        int[] points = text.codePoints().limit(LONGEST).toArray();
        for (int point : points) {
            if (Character.isIdeographic(point)) {
                flush(latin, words);
                if (before >= 0) {
                    words.add(Character.toString(before) + Character.toString(point));
                }
                before = point;
            } else {
                before = -1;
                if (Character.isLetterOrDigit(point)) {
                    latin.appendCodePoint(Character.toLowerCase(point));
                } else {
                    flush(latin, words);
                }
            }
        }
        flush(latin, words);
        return words;
    }

    /** The words of a question, all of which must occur; quoted, so that nothing in them is an operator. */
    static String query(String question) {
        return of(question).stream().map(word -> "'" + word.replace("'", "''") + "'").collect(Collectors.joining(" & "));
    }

    private static void flush(StringBuilder latin, Set<String> words) {
        if (!latin.isEmpty() && latin.length() <= 60) {
            words.add(latin.toString().toLowerCase(Locale.ROOT));
        }
        latin.setLength(0);
    }
}
