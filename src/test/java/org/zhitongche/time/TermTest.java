package org.zhitongche.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermTest {

    @Test
    void aTermIsReadAsTheRulesWriteIt() {
        assertEquals(Term.workingDays(7), Term.parse("7wd"));
        assertEquals(Term.calendarDays(30), Term.parse("30d"));
        assertEquals(Term.sameDay(), Term.parse("sameday"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7wd", "30d", "sameday"})
    void aTermIsWrittenAsItIsRead(String text) {
        assertEquals(text, Term.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "wd", "0wd", "-1d", "1.5wd", "7 wd", "99999d", "tomorrow"})
    void whatIsNoTermIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Term.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"7wd, 4wd", "1wd, 1wd", "2wd, 1wd", "15wd, 8wd", "30d, 15d", "sameday, sameday"})
    void aHalfIsRoundedUp(String term, String half) {
        assertEquals(Term.parse(half), Share.HALF.of(Term.parse(term)));
    }
}
