package org.zhitongche.similar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GramsProperties {

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withCharRange('一', '龥').withCharRange('0', '9').withChars("，。 （）*ａＡ").ofMaxLength(900);
    }

    @Property(tries = 300)
    void theSameTextHasTheSameSignatureAndIsWhollyLikeItself(@ForAll("texts") String text) {
        Grams grams = Grams.of("题", text);
        assertArrayEquals(grams.toBytes(), Grams.of("题", text).toBytes());
        assertArrayEquals(Bands.of(grams), Bands.of(Grams.read(grams.toBytes())));
        assertEquals(1, grams.likeness(grams));
    }

    @Property(tries = 300)
    void likenessIsThatOfTheSetsWhereBothAreWhole(@ForAll("texts") String one, @ForAll("texts") String other) {
        Grams a = Grams.of(null, one + "共同的一段话在这里");
        Grams b = Grams.of(null, other + "共同的一段话在这里");
        assertEquals(b.likeness(a), a.likeness(b));
        if (a.size() < Grams.MOST && b.size() < Grams.MOST) {
            Set<Integer> both = members(a);
            both.retainAll(members(b));
            Set<Integer> either = members(a);
            either.addAll(members(b));
            assertEquals(both.size() / (double) either.size(), a.likeness(b), 1e-9);
        }
    }

    private static Set<Integer> members(Grams grams) {
        return IntStream.of(grams.hashes()).boxed().collect(Collectors.toCollection(HashSet::new));
    }

    @Test
    void widthCaseSpaceNumbersMasksAndNamesOfCompaniesMakeNoDifference() {
        assertEquals(PlainText.of("", "我司示例机械有限公司于2025年3月报装ＡＢ型变压器，电话139****0000，至今没有答复。谢谢！"),
            PlainText.of("", "示例纺织股份有限公司于 2026 年 11 月报装ab型变压器 电话***，至今没有答复"));
        assertEquals("于0年0月报装", PlainText.of("", "示例机械有限公司于2025年3月报装"));
    }

    @Test
    void ofALongTextASampleIsKeptThatTellsHowMuchIsShared() {
        String common = IntStream.range(0, 3_000).mapToObj(n -> Character.toString(0x4e00 + n * 7 % 15_000)).collect(Collectors.joining());
        String rest = IntStream.range(0, 1_000).mapToObj(n -> Character.toString(0x9000 - n)).collect(Collectors.joining());
        Grams whole = Grams.of(null, common + rest);
        Grams part = Grams.of(null, common);
        assertEquals(Grams.MOST, whole.size());
        assertEquals(0.75, whole.likeness(part), 0.08);
    }

    @Test
    void noTextCostsMoreThanItsBeginning() {
        String one = "啊".repeat(10_000_000);
        String many = IntStream.range(0, 100_000).mapToObj(n -> Character.toString(0x20000 + n % 40_000)).collect(Collectors.joining());
        String names = "有限公司".repeat(2_500_000);
        assertEquals(1, Grams.of(one, one).size());
        assertTrue(Grams.of(null, many).size() <= Grams.MOST);
        assertEquals(0, Grams.of(null, names).size());
        assertEquals(0, Grams.of("\ud800", "，。！").size() / 2);
        assertEquals(0, Bands.of(Grams.of(null, "。。。")).length);
    }
}
