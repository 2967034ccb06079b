package org.zhitongche.classify.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrialTest {

    private final Trial trial = new Trial(Decided.SOURCE, each -> {});
    private final List<String> lines = new ArrayList<>();
    private final Trial told = new Trial(Decided.SOURCE, lines::add);

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

    /** January knows one label; what February and January know together is judged by March. */
    @Test
    void aMonthBeforeWhichNothingCanBeLearnedIsNamedAndTheOthersAreJudged() {
        List<Example> examples = new ArrayList<>();
        Decided.examples().forEach(each -> {
            boolean tax = each.label().equals("税务局");
            List.of(tax ? "2025-01-15" : "2025-02-15", "2025-03-15").forEach(day -> examples.add(new Example(null, each.text(), each.label(), 1, day)));
        });
        assertEquals(List.of("202503"), told.byDate(examples.stream().filter(each -> !each.date().startsWith("2025-03") || each.label().equals("税务局")).toList())
                .stream().map(Trial.Month::month).toList());
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("202502 没有检验：由之前的 40 条学不成，") && line.contains("只有一个类别“税务局”")), lines.toString());
        List<Example> two = examples.stream().filter(each -> !each.date().startsWith("2025-03")).toList();
        assertTrue(assertThrows(Untrainable.class, () -> told.byDate(two)).getMessage().startsWith("202502 没有检验"));
    }

    /** All of one label stand in one part: what is left for it to be judged by knows the other alone. */
    @Test
    void aPartWithoutWhichOneLabelIsLeftIsNamedAndTheOthersAreJudged() {
        List<Example> examples = new ArrayList<>(Decided.examples().stream().filter(each -> each.label().equals("税务局")).toList());
        for (int i = 0; i < 20; i++) {
            examples.add(new Example(null, "厂区变压器跳闸停电，请尽快派人来修", "供电公司"));
        }
        List<Judged> judged = told.byFolds(examples, 2);
        assertTrue(judged.size() >= 20 && judged.size() < examples.size() && judged.stream().allMatch(each -> each.label().equals("税务局")), judged.size() + "");
        assertTrue(lines.stream().anyMatch(line -> line.contains("/2 份没有检验：由其余各份学不成，") && line.contains("只有一个类别“税务局”")), lines.toString());
    }

    @Test
    void aDateThatIsNoneIsTold() {
        assertTrue(assertThrows(Untrainable.class, () -> trial.byDate(List.of(new Example(null, "停电", "供电公司", 1, "昨天")))).getMessage().contains("昨天"));
    }
}
