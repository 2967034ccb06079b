package org.zhitongche.classify.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainerTest {

    @Test
    void nothingIsLearnedFromNothing() {
        assertTrue(refusal(List.of()).contains("没有一条"));
    }

    @Test
    void nothingIsLearnedFromOneLabelAlone() {
        assertTrue(refusal(List.of(example("停电", "供电公司"), example("又停电", "供电公司"))).contains("只有一个类别“供电公司”"));
    }

    @Test
    void nothingIsLearnedWhereEachLabelStandsOnce() {
        assertTrue(refusal(List.of(example("停电", "供电公司"), example("退税", "税务局"))).contains("只有一条"));
    }

    @Test
    void aColumnThatIsNoLabelIsRecognised() {
        assertTrue(refusal(IntStream.range(0, 2_001).mapToObj(i -> example("停电", "单号" + i)).toList()).contains("--label"));
        assertTrue(refusal(List.of(example("停电", "长".repeat(300)), example("退税", "税务局"))).contains("--label"));
    }

    @Test
    void nothingIsLearnedWhereAllTextsAreTheSameWhateverTheirLabels() {
        assertTrue(refusal(IntStream.range(0, 40).mapToObj(i -> example("请协调解决", i % 2 == 0 ? "税务局" : "供电公司")).toList()).contains("几乎相同"));
    }

    @Test
    void labelsThatLookLikeCodeAreLabelsAsOthers() {
        List<String> odd = List.of("=cmd|'/c calc'!A1", "<script>alert(1)</script>", "a\nb", "\u202Eabc", " ");
        List<Example> examples = new ArrayList<>(Decided.examples());
        odd.forEach(label -> IntStream.range(0, 10).forEach(i -> examples.add(example(i + "号" + "紫橙青灰粉".charAt(odd.indexOf(label)) + "色气球飞走", label))));
        Model model = ModelFile.read(ModelFile.bytes(Trainer.train(examples, Decided.SOURCE, each -> {})));
        assertTrue(model.labels().containsAll(odd));
        assertEquals(odd.get(1), model.classify(null, "橙色气球飞走").get(0).label());
    }

    /** What a class that was merged away had is told to be what is left; it is never proposed again. */
    @Test
    void aClassThatIsGoneWhenItIsLearnedAnewIsNotProposedAnyMore() {
        List<Example> left = Decided.examples().stream().filter(each -> !each.label().equals("供电公司")).toList();
        List<Model.Candidate> told = Trainer.train(left, Decided.SOURCE, each -> {}).classify(null, "变压器跳闸停电");
        assertEquals(2, told.size());
        assertTrue(told.stream().noneMatch(each -> each.label().equals("供电公司")));
        assertTrue(refusal(left.stream().filter(each -> each.label().equals("税务局")).toList()).contains("只有一个类别"));
    }

    @Test
    void aLabelThatStandsOnceAmongOthersIsNoHindrance() {
        List<Example> examples = new ArrayList<>(Decided.examples());
        examples.add(example("垃圾无人清运", "城管局"));
        Model model = Trainer.train(examples, Decided.SOURCE, each -> {});
        assertEquals(4, model.labels().size());
        assertEquals("供电公司", model.classify(null, "变压器跳闸停电").get(0).label());
    }

    @Test
    void textsWithoutAWordAreNoHindrance() {
        List<Example> examples = new ArrayList<>(Decided.examples());
        examples.add(example("", "税务局"));
        examples.add(example("\uD83D\u0000", "税务局"));
        assertEquals("供电公司", Trainer.train(examples, Decided.SOURCE, each -> {}).classify(null, "停电").get(0).label());
    }

    /** Eight matters, each decided for two or three firms: no view has seen the matter of a part, and few of its words elsewhere. */
    @Test
    void aHandfulOfTextsIsUnderstoodInWhateverOrderTheyCome() {
        List<Example> few = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String firm = "甲乙丙丁戊己庚辛壬癸".charAt(i / 2) + "公司反映";
            few.add(i % 2 == 0 ? example(firm + List.of("增值税退税没有到账", "发票额度不够用", "报税系统打不开", "税控盘无法注销").get(i / 2 % 4), "税务局")
                    : example(firm + List.of("厂区停电半天", "变压器容量不够", "电费多收了", "电压不稳烧坏设备").get(i / 2 % 4), "供电公司"));
        }
        for (int order = 0; order < 30; order++) {
            Collections.shuffle(few, new Random(order));
            Model model = Trainer.train(few, Decided.SOURCE, each -> {});
            assertEquals("税务局", model.classify(null, "子公司的税控盘注销不了").get(0).label(), "order " + order);
            assertEquals("供电公司", model.classify(null, "子公司的电费不对").get(0).label(), "order " + order);
        }
    }

    @Test
    void theSameExamplesMakeTheSameModel() {
        String text = "线路老化，发票也不够";
        assertEquals(Decided.model().classify(null, text), Decided.model().classify(null, text));
    }

    /** Half say so, half the opposite: whose examples count more decides. */
    @Test
    void whatCountsMoreDecides() {
        List<Example> examples = new ArrayList<>(Decided.examples());
        String places = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉";
        for (int i = 0; i < places.length(); i++) {
            boolean odd = i % 2 == 1;
            examples.add(new Example(null, places.charAt(i) + "园区班车停运", odd ? "人社局" : "税务局", odd ? 5 : 1, null));
        }
        assertEquals("人社局", Trainer.train(examples, Decided.SOURCE, each -> {}).classify(null, "园区班车停运").get(0).label());
    }

    private static Example example(String text, String label) {
        return new Example(null, text, label);
    }

    private static String refusal(List<Example> examples) {
        return assertThrows(Untrainable.class, () -> Trainer.train(examples, Decided.SOURCE, each -> {})).getMessage();
    }
}
