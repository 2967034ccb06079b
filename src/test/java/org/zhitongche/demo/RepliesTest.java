package org.zhitongche.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.directory.CategoryBook;

class RepliesTest {

    private static final String UNIT = "350200-natural-resources";

    private static List<String> hundred(Replies replies, String category) {
        return IntStream.range(0, 100).mapToObj(n -> replies.write(n, UNIT, category, Conclusion.A, false)).toList();
    }

    @Test
    void theSameYearAnswersInTheSameWordsAndAnotherOneInOthers() {
        assertEquals(hundred(new Replies(1), "land"), hundred(new Replies(1), "land"));
        assertNotEquals(hundred(new Replies(1), "land"), hundred(new Replies(2), "land"));
        Replies replies = new Replies(1);
        assertNotEquals(replies.write(7, UNIT, "land", Conclusion.A, false), replies.write(7, UNIT, "land", Conclusion.A, true));
    }

    @Test
    void everyCategoryAndConclusionHasWordsOfItsOwn() {
        Replies replies = new Replies(1);
        Set<String> said = new HashSet<>();
        CategoryBook.read(Path.of("config/categories.yaml")).rules().stream().filter(rule -> !rule.isGroup()).forEach(rule -> {
            for (Conclusion conclusion : Conclusion.values()) {
                String text = replies.write(1, UNIT, rule.code(), conclusion, false);
                assertTrue(text.length() > 60 && !text.contains("{"), text);
                assertTrue(said.add(text), rule.code() + " says what another category does: " + text);
            }
        });
    }

    /** As the supervisor's page compares them: 3-grams of letters, numbers left out, at least 80% in common. */
    @Test
    void aFewOfADepartmentsRepliesReadNearlyTheSame() {
        int alike = 0;
        for (int year = 1; year <= 10; year++) {
            List<Set<String>> grams = hundred(new Replies(year), "land").stream().map(RepliesTest::grams).toList();
            alike += (int) IntStream.range(0, 100).filter(one -> IntStream.range(0, 100).anyMatch(other -> other != one
                    && like(grams.get(one), grams.get(other)))).count();
        }
        assertTrue(alike >= 10 && alike <= 80, alike + " of 1,000");
    }

    private static boolean like(Set<String> one, Set<String> other) {
        long common = one.stream().filter(other::contains).count();
        return common >= 0.8 * (one.size() + other.size() - common);
    }

    private static Set<String> grams(String text) {
        String plain = text.replaceAll("\\d+", "0").replaceAll("[^0\\p{IsAlphabetic}]", "");
        Set<String> grams = new HashSet<>();
        for (int at = 0; at + 3 <= plain.length(); at++) {
            grams.add(plain.substring(at, at + 3));
        }
        return grams;
    }
}
