package org.zhitongche.classify.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Made-up decided texts, enough to learn from: each names a place, a firm's wish and a matter of its label. */
final class Decided {

    static final Provenance SOURCE = new Provenance("made-up.csv", null, new Provenance.Columns(null, "text", "label"), 0, 0, 1, null,
            Instant.EPOCH, "test", 0, null);

    private static final List<String> PLACES = List.of("鼓楼区", "思明区", "芗城区", "鲤城区", "梅列区", "荔城区", "延平区", "新罗区", "蕉城区", "平潭");
    private static final List<String> WISHES = List.of("请尽快协调解决", "希望部门给个说法", "影响企业正常经营", "多次反映没有结果");
    private static final String[][] MATTERS = {
        {"税务局", "发票领用额度不够", "增值税留抵退税没有到账", "税款申报系统报错", "企业所得税汇算清缴被退回"},
        {"人社局", "职工社保缴费基数算错", "工伤认定迟迟不批", "稳岗返还补贴没有收到", "劳动合同纠纷调解无人受理"},
        {"供电公司", "厂区变压器跳闸停电", "用电增容申请没有批复", "电费账单比上月多一倍", "线路老化电压不稳"}};

    private Decided() {}

    static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (String[] matter : MATTERS) {
            for (int i = 0; i < 40; i++) {
                String text = "我司在" + PLACES.get(i % PLACES.size()) + "，" + matter[1 + i % 4] + "，" + WISHES.get(i / PLACES.size()) + "。";
                examples.add(new Example(null, text, matter[0], 1, i < 20 ? "2025-01-15" : "2025-02-15"));
            }
        }
        return examples;
    }

    static Model model() {
        return Trainer.train(examples(), SOURCE, each -> {});
    }
}
