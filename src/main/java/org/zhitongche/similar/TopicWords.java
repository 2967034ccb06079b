package org.zhitongche.similar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What several texts say and others do not: runs of 2 to 8 characters that stand in many of them between different
 * neighbours, so that they are likely words. One that fewer than three texts of two firms have is never shown.
 */
final class TopicWords {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 8;
    private static final int BEGINNING = 600;
    private static final int WORDS = 6;
    private static final int FEWEST_TEXTS = 3;
    private static final double SHARE = 0.35;

    private TopicWords() {}

    /** A text and who said it. */
    record Said(String title, String text, String firm) {}

    private static final class Run {
        private int texts;
        private final Set<String> firms = new HashSet<>();
        private final Set<Character> before = new HashSet<>();
        private final Set<Character> after = new HashSet<>();
    }

    /** The most telling first; none where the texts have too little in common. */
    static List<String> of(List<Said> texts, List<Said> others) {
        Map<String, Run> runs = new HashMap<>();
        texts.forEach(said -> count(said, runs));
        Map<String, Integer> elsewhere = new HashMap<>();
        others.forEach(said -> runsOf(plain(said), runs.keySet()).forEach(run -> elsewhere.merge(run, 1, Integer::sum)));
        double fewest = Math.max(FEWEST_TEXTS, SHARE * texts.size());
        List<String> telling = runs.entrySet().stream().filter(run -> run.getValue().texts >= fewest && isWord(run.getValue()))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparingDouble((String run) -> -weight(run, runs.get(run), elsewhere.getOrDefault(run, 0), others.size()))
                        .thenComparing(Comparator.naturalOrder())).toList();
        return withoutParts(telling);
    }

    private static boolean isWord(Run run) {
        return run.firms.size() >= 2 && ends(run.before) && ends(run.after);
    }

    /** Where a sentence ends a word ends; else where it goes on in several ways. */
    private static boolean ends(Set<Character> neighbours) {
        return neighbours.size() >= 2 || neighbours.contains(' ');
    }

    private static double weight(String word, Run run, int elsewhere, int others) {
        return run.texts * Math.sqrt(word.length() - 1) * Math.log((others + 2.0) / (elsewhere + 1.0));
    }

    /** Of words that lie within each other the more telling one. */
    private static List<String> withoutParts(Collection<String> telling) {
        List<String> kept = new ArrayList<>();
        for (String word : telling) {
            if (kept.size() < WORDS && kept.stream().noneMatch(other -> other.contains(word) || word.contains(other) || overlap(other, word))) {
                kept.add(word);
            }
        }
        return kept;
    }

    /** The end of one is the beginning of the other: pieces of one phrase. */
    private static boolean overlap(String one, String other) {
        for (int n = 2; n < Math.min(one.length(), other.length()); n++) {
            if (one.endsWith(other.substring(0, n)) || other.endsWith(one.substring(0, n))) {
                return true;
            }
        }
        return false;
    }

    private static void count(Said said, Map<String, Run> runs) {
        String plain = plain(said);
        Set<String> seen = new HashSet<>();
        for (int from = 0; from < plain.length(); from++) {
            for (int to = from + 1; to <= Math.min(plain.length(), from + LONGEST) && isLetter(plain.charAt(to - 1)); to++) {
                if (to - from >= SHORTEST) {
                    String text = plain.substring(from, to);
                    Run run = runs.computeIfAbsent(text, any -> new Run());
                    run.before.add(from == 0 ? ' ' : plain.charAt(from - 1));
                    run.after.add(to == plain.length() ? ' ' : plain.charAt(to));
                    if (seen.add(text)) {
                        run.texts++;
                        run.firms.add(said.firm());
                    }
                }
            }
        }
    }

    private static Set<String> runsOf(String plain, Set<String> wanted) {
        Set<String> found = new HashSet<>();
        for (int from = 0; from < plain.length(); from++) {
            for (int to = from + SHORTEST; to <= Math.min(plain.length(), from + LONGEST); to++) {
                String run = plain.substring(from, to);
                if (wanted.contains(run)) {
                    found.add(run);
                }
            }
        }
        return found;
    }

    private static boolean isLetter(char sign) {
        return sign != ' ' && sign != '0' && !Character.isSurrogate(sign);
    }

    private static String plain(Said said) {
        String plain = PlainText.withBreaks(said.title(), said.text());
        return plain.substring(0, Math.min(plain.length(), BEGINNING));
    }
}
