package org.zhitongche.classify.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrialTest {

    private final Trial trial = new Trial(Decided.SOURCE, each -> {});

    @Test
    void nearEqualTextsAreOneGroup() {
        String long_ = "我司在鼓楼区的厂房昨天夜里忽然停电，至今没有恢复，请尽快派人";
        int[] group = NearEqual.groups(List.of(long_, long_ + "修", "发票额度不够", "停"));
        assertEquals(group[0], group[1]);
        assertNotEquals(group[0], group[2]);
        assertNotEquals(group[2], group[3]);
    }

    /** Eight of ten threes in common are 0.8; seven of eleven are not. */
    @Test
    void theBorderOfNearEqualIsEightTenths() {
        assertEquals(1, IntStream.of(NearEqual.groups(List.of("甲乙丙丁戊己庚辛壬癸", "甲乙丙丁戊己庚辛壬癸子丑"))).distinct().count());
        assertEquals(2, IntStream.of(NearEqual.groups(List.of("甲乙丙丁戊己庚辛壬癸", "甲乙丙丁戊己庚辛壬癸子丑寅"))).distinct().count());
    }

    @Test
    void partsAreAlikeInSizeTheSameEachTimeAndKeepTwinsTogether() {
        List<String> texts = IntStream.range(0, 100).mapToObj(i -> "第" + "一二三四五六七八九十".charAt(i / 10) + "园区" + "甲乙丙丁戊己庚辛壬癸".charAt(i % 10)).toList();
        int[] part = Folds.deal(texts, 5, 1);
        assertEquals(List.of(20L, 20L, 20L, 20L, 20L), IntStream.range(0, 5).mapToObj(each -> IntStream.of(part).filter(p -> p == each).count()).toList());
        org.junit.jupiter.api.Assertions.assertArrayEquals(part, Folds.deal(texts, 5, 1));
    }

    @Test
    void eachTextIsJudgedOnceByAModelThatDidNotSeeIt() {
        List<Judged> judged = trial.byFolds(Decided.examples(), 3);
        assertEquals(120, judged.size());
        assertTrue(Measures.of(judged, 0.95).top1() > 0.9);
    }

    @Test
    void laterMonthsAreJudgedByWhatCameBefore() {
        List<Trial.Month> months = trial.byDate(Decided.examples());
        assertEquals(1, months.size());
        assertEquals("202502", months.get(0).month());
        assertEquals(60, months.get(0).learned());
        assertEquals(60, months.get(0).judged().size());
    }

    @Test
    void aDateThatIsNoneIsTold() {
        assertTrue(assertThrows(Untrainable.class, () -> trial.byDate(List.of(new Example(null, "停电", "供电公司", 1, "昨天")))).getMessage().contains("昨天"));
    }
}
