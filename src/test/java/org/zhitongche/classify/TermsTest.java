package org.zhitongche.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TermsTest {
    private final Terms terms = new Terms(List.of("土地", "土地使用税", "税", "使用", "VOCs", "地使", "技改", "技改贷"));

    @Test
    void aLongerWordSwallowsThoseWithinIt() {
        assertEquals(Set.of("土地使用税"), found("交了土地使用税"));
        assertEquals(Set.of("技改贷"), found("技改贷"));
    }

    @Test
    void aWordThatStandsAloneElsewhereStillCounts() {
        assertEquals(Set.of("土地使用税", "土地"), found("土地使用税与土地"));
        assertEquals(Set.of("技改", "技改贷"), found("技改，技改贷"));
    }

    @Test
    void aLongerWordThatBreaksOffLeavesTheShorterOnes() {
        assertEquals(Set.of("土地", "地使"), found("土地使"));
        assertEquals(Set.of("土地", "地使", "使用"), found("土地使用权"));
    }

    @Test
    void caseWidthAndWhiteSpaceMakeNoDifference() {
        assertEquals(Set.of("VOCs", "土地"), found("ｖｏｃｓ、土\n 　地"));
    }

    @Test
    void nothingIsFoundInNothing() {
        assertEquals(Set.of(), found(""));
        assertEquals(Set.of(), found("土"));
    }

    private Set<String> found(String text) {
        return terms.in(text).stream().mapToObj(terms::word).collect(Collectors.toSet());
    }
}
