package org.zhitongche.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CreditCodeTest {

    @Test
    void theExampleOfTheStandardIsValid() {
        assertTrue(CreditCode.isValid("91350100M000100Y43"));
    }

    @Test
    void anyOtherCheckCharacterIsRefused() {
        for (char c : "012456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
            assertFalse(CreditCode.isValid("91350100M000100Y4" + c), String.valueOf(c));
        }
    }

    @Test
    void twoExchangedCharactersAreFound() {
        assertTrue(CreditCode.findError("91350100M000010Y43").orElseThrow().contains("校验位不符"));
    }

    @Test
    void theErrorNamesTheRule() {
        assertEquals("统一社会信用代码应为18位（GB 32100-2015），实为3位", CreditCode.findError("123").orElseThrow());
        assertTrue(CreditCode.findError("91350100M00O100Y43").orElseThrow().startsWith("统一社会信用代码第12位“O”不合规定"));
        assertEquals("统一社会信用代码为空", CreditCode.findError(" ").orElseThrow());
    }

    @Test
    void theCheckCharacterCompletesTheFirst17() {
        assertEquals("91350100M000100Y43", CreditCode.complete("91350100M000100Y4"));
    }

    @Test
    void fullWidthAndSpacedCodesAreReadAsTheyAreMeant() {
        assertEquals("91350100M000100Y43", CreditCode.normalise(" ９１３５０１００ m000100y43 "));
    }
}
