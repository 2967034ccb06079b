package org.zhitongche.appeal;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a text for searching: Latin words and numbers whole, Chinese in single characters' pairs, and the last character of
 * each run alone, so that every character begins some word. No extension is needed.
 */
public final class SearchWords {

    static final Set<Change.TextKind> SEARCHED = Set.of(Change.TextKind.TITLE, Change.TextKind.TEXT, Change.TextKind.SLIP,
            Change.TextKind.REPLY, Change.TextKind.SUPPLEMENT);

    /** A firm is not to learn by searching what stands in an answer that was not released to it. */
    private static final Set<Change.TextKind> FIRMS_OWN = Set.of(Change.TextKind.TITLE, Change.TextKind.TEXT, Change.TextKind.SUPPLEMENT);

    /** Beyond this a text is found by its beginning; keeps the index entry below PostgreSQL's 1 MB. */
    private static final int LONGEST = 20_000;
    private static final int LONGEST_WORD = 60;

    private final Set<String> words = new LinkedHashSet<>();
    private final StringBuilder latin = new StringBuilder();
    private int before = -1;

    private SearchWords() {}

    public static Set<String> of(String text) {
        SearchWords cut = new SearchWords();
        text.codePoints().limit(LONGEST).forEach(cut::take);
        cut.end();
        return cut.words;
    }

    /** Without single characters, for comparing one text with another. */
    static Set<String> pairs(String text) {
        Set<String> words = of(text);
        words.removeIf(word -> word.codePointCount(0, word.length()) == 1 && Character.isIdeographic(word.codePointAt(0)));
        return words;
    }

    /** The texts by which a viewer finds what he may see. */
    static Set<Change.TextKind> searchedBy(Actor viewer) {
        return viewer.is(Actor.Kind.FIRM) ? FIRMS_OWN : SEARCHED;
    }

    private void take(int point) {
        if (Character.isIdeographic(point)) {
            endLatin();
            if (before >= 0) {
                words.add(Character.toString(before) + Character.toString(point));
            }
            before = point;
            return;
        }
        endIdeographs();
        if (Character.isLetterOrDigit(point)) {
            latin.appendCodePoint(Character.toLowerCase(point));
        } else {
            endLatin();
        }
    }

    private void end() {
        endIdeographs();
        endLatin();
    }

    private void endIdeographs() {
        if (before >= 0) {
            words.add(Character.toString(before));
            before = -1;
        }
    }

    private void endLatin() {
        if (!latin.isEmpty() && latin.length() <= LONGEST_WORD) {
            words.add(latin.toString().toLowerCase(Locale.ROOT));
        }
        latin.setLength(0);
    }
}
