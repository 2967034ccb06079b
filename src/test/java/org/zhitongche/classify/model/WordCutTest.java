package org.zhitongche.classify.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordCutTest {

    private static final Vocabulary WORDS = mostFrequentFirst("的", "社保", "保险", "社会", "社会保险", "险种", "局");

    @Test
    void theLongerWordIsLikelierThanItsTwoHalves() {
        assertEquals(List.of("的", "社会保险", "局"), words("社会保险局的"));
    }

    @Test
    void aWordThatWouldLeaveACharacterUncoveredGivesWay() {
        assertEquals(List.of("社会", "险种"), words("社会险种"));
        assertEquals(List.of("社会保险"), words("社会保险种"));
        assertEquals(List.of("保险"), words("上保险种"));
    }

    @Test
    void whatNoWordCoversIsPassedOver() {
        assertEquals(List.of("的", "社保"), words("咨询社保缴费的事社"));
        assertEquals(List.of(), words("\uD83D\u0000zz"));
        assertEquals(List.of(), words(""));
    }

    @Test
    void howOftenEachStandsIsCounted() {
        Counts counts = Reading.WORDS.count(WORDS, "社保局的社保");
        assertEquals(List.of("的", "社保", "局"), terms(WORDS, counts));
        assertArrayEquals(new int[] {1, 2, 1}, counts.times());
    }

    @Test
    void charactersInARowAreFoundWhereTheirBeginningIsNoTerm() {
        Vocabulary known = mostFrequentFirst("社", "会保险", "社会保险");
        assertEquals(List.of("社", "会保险", "社会保险"), terms(known, Reading.SIGNS.count(known, "社会保险局")));
    }

    private static List<String> words(String text) {
        return terms(WORDS, Reading.WORDS.count(WORDS, text));
    }

    private static List<String> terms(Vocabulary known, Counts counts) {
        return IntStream.of(counts.terms()).mapToObj(known::term).toList();
    }

    private static Vocabulary mostFrequentFirst(String... terms) {
        Map<String, int[]> texts = new HashMap<>();
        for (String term : terms) {
            texts.put(term, new int[] {100 - texts.size()});
        }
        return Vocabulary.of(texts, 1, 100);
    }
}
