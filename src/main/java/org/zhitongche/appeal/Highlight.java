package org.zhitongche.appeal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where the words that somebody looks for stand in a text. */
public final class Highlight {

    /** @param hit it is one of the words looked for, as the text writes it */
    public record Piece(String text, boolean hit) {}

    private final Pattern wanted;

    private Highlight(Pattern wanted) {
        this.wanted = wanted;
    }

    /** @param question as it was typed; null or empty for none, in which case nothing is a hit */
    public static Highlight of(String question) {
        List<String> phrases = SearchQuestion.of(question).phrases();
        return new Highlight(phrases.isEmpty() ? null : Pattern.compile(
                phrases.stream().sorted((a, b) -> b.length() - a.length()).map(Pattern::quote).collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** The whole text in pieces, none of them empty. */
    public List<Piece> in(String text) {
        List<Piece> pieces = new ArrayList<>();
        int done = 0;
        if (wanted != null) {
            for (Matcher hit = wanted.matcher(text); hit.find(); done = hit.end()) {
                add(pieces, text.substring(done, hit.start()), false);
                add(pieces, hit.group(), true);
            }
        }
        add(pieces, text.substring(done), false);
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, boolean hit) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, hit));
        }
    }
}
