package org.zhitongche.appeal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody looks for: one or several phrases, all of which must occur, each as it was written.
 *
 * @param phrases without what stands between them, in small letters
 */
record SearchQuestion(List<String> phrases) {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** A longer question is one for a person; its first words find enough. */
    private static final int MOST_WORDS = 40;
    private static final String WILD = "[\\\\%_]";

    static SearchQuestion of(String question) {
        List<String> phrases = new ArrayList<>();
        BETWEEN.splitAsStream(question == null ? "" : question.toLowerCase(Locale.ROOT)).filter(each -> !each.isEmpty()).forEach(phrases::add);
        return new SearchQuestion(List.copyOf(phrases));
    }

    boolean isEmpty() {
        return phrases.isEmpty();
    }

    /** All its words, as a {@code tsquery}: quoted, so that nothing in them is an operator. */
    String words() {
        Set<String> words = new LinkedHashSet<>();
        phrases.forEach(phrase -> words.addAll(wordsOf(phrase)));
        return String.join(" & ", words.stream().limit(MOST_WORDS).toList());
    }

    /** A character that stands alone is looked for at the beginning of every pair. */
    private static List<String> wordsOf(String phrase) {
        List<String> cut = List.copyOf(SearchWords.of(phrase));
        List<String> words = new ArrayList<>();
        for (String word : cut) {
            boolean single = word.codePointCount(0, word.length()) == 1 && Character.isIdeographic(word.codePointAt(0));
            boolean endOfAPair = single && cut.stream().anyMatch(other -> other.length() > word.length() && other.endsWith(word)
                    && Character.isIdeographic(other.codePointAt(0)));
            if (!endOfAPair) {
                words.add(quoted(word) + (single ? ":*" : ""));
            }
        }
        return words;
    }

    static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** Those that may have their words in other places of the text: patterns for LIKE over the text in small letters. */
    List<String> patterns() {
        return phrases.stream().filter(phrase -> wordsOf(phrase).size() > 1).map(SearchQuestion::pattern).toList();
    }

    /** Of every phrase, for whom not all texts of an entry are. */
    List<String> everyPattern() {
        return phrases.stream().map(SearchQuestion::pattern).toList();
    }

    private static String pattern(String phrase) {
        return "%" + phrase.replaceAll(WILD, "\\\\$0") + "%";
    }
}
