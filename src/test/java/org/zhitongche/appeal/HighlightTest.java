package org.zhitongche.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HighlightTest {

    private static String marked(String question, String text) {
        return Highlight.of(question).in(text).stream().map(piece -> piece.hit() ? "[" + piece.text() + "]" : piece.text()).collect(Collectors.joining());
    }

    @Test
    void everyWordIsMarkedWhereverItStandsAndAsTheTextWritesIt() {
        assertEquals("[用地]报批和[5G基站][用地]", marked("用地 5g基站", "用地报批和5G基站用地"));
    }

    @Test
    void theLongerOfTwoWordsIsMarkedWhole() {
        assertEquals("[工业用地]、[用地]", marked("用地 工业用地", "工业用地、用地"));
    }

    @Test
    void withoutWordsNothingIsMarked() {
        assertEquals("用地（.*）", marked(null, "用地（.*）"));
        assertEquals("用地（.*）", marked(".*", "用地（.*）"));
    }
}
