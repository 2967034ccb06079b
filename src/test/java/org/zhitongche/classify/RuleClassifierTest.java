package org.zhitongche.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhitongche.appeal.Classification;
import org.zhitongche.directory.CategoryBook;

class RuleClassifierTest {
    private static final CategoryBook BOOK = CategoryBook.read(Path.of("config/categories.yaml"));
    private final Classifier classifier = new RuleClassifier(BOOK);

    @ParameterizedTest
    @CsvSource({
        "land, 二期工业用地指标迟迟未落实, 我司二期厂房已列入规划，但建设用地指标一直没有安排，供地时间不明。",
        "forest, 项目占用林地手续办不下来, 道路拓宽涉及公益林约三亩，林地定额不足，请协调。",
        "sea, 海域使用权到期续期, 养殖用海的海域使用权证年底到期，续期材料递交两个月无答复。",
        "labour, 春节后招工难, 生产线缺普工六十名，多次招聘仍招不到人。",
        "energy, 能耗指标不足, 新上生产线能评卡在能耗指标上，节能审查无法通过。",
        "utilities, 园区频繁停电, 上月停电七次，供电部门称变压器需增容。",
        "environment, 排污许可证换证, 环评已批复，排污许可证变更迟迟未办结。",
        "loans, 银行抽贷, 流动资金贷款到期，银行不再续贷，资金周转困难。",
        "arrears, 工程款被拖欠两年, 项目早已验收，建设单位仍拖欠账款一百八十万元，请帮助清欠。",
        "policy-delivery, 技改奖补资金未到位, 去年申报的惠企政策奖励资金至今未拨付。",
        "taxes, 留抵退税进度咨询, 上季度申请的增值税留抵退税还没有到账。",
        "charges, 园区转供电加价, 物业按一块二收取电费，属于转供电加价，请查处乱收费。",
        "project-start, 重点项目推进受阻, 项目已备案，征迁未完成，项目开工时间一再推迟。",
        "construction, 竣工验收迟迟不办, 厂房已完工，消防验收通过，联合验收排不上。",
        "bidding, 招标文件排斥外地企业, 招标文件要求本地业绩，涉嫌量身定做。",
        "innovation, 高新技术企业认定咨询, 想了解高企认定条件和研发补助。",
        "upgrading, 专精特新申报, 请问小巨人企业培育的条件及数字化转型支持。",
        "intellectual-property, 商标侵权, 外地一家公司仿冒我司注册商标，请求快速维权。",
        "talent, 高层次人才认定, 引进的博士人才公寓与子女入学如何办理。",
        "social-insurance, 工伤认定时间长, 员工工伤认定申请两个月未出结果，社保补缴也未处理。",
        "licences, 营业执照经营范围变更, 窗口要求反复补材料，没有一次性告知，办证跑了多次。",
        "enforcement, 重复检查影响生产, 一个月内市场监管部门多头检查，罚款依据不清。",
        "credit, 信用修复, 处罚早已履行，信用中国仍显示失信，影响贷款。",
        "trade, 出口清关受阻, 货物在海关通关查验滞留，原产地证被退回。",
        "logistics, 货车限行, 厂区外道路货车限行，集装箱车辆白天无法进出。",
        "safety, 安全评价费用咨询, 危险化学品仓库的安评与应急预案备案如何办理。",
        "public-order, 店招被城管拆除, 户外广告审批过仍被城管要求拆除。",
        "farming, 生猪屠宰布点, 农业产业化企业申请畜禽屠宰布点。"
    })
    void ordinaryAppealsAreRecognisedWithoutDoubt(String category, String title, String text) {
        Classification found = classifier.classify(title, text);
        assertEquals(category, found.category(), () -> found.toString());
        assertTrue(found.sure(), () -> found.toString());
        assertFalse(found.reasons().isEmpty());
    }

    @Test
    void wordsOfTwoCategoriesInBalanceAreADoubt() {
        Classification found = classifier.classify("咨询", "一是商标，二是海域使用权");
        assertFalse(found.sure());
        found.candidates().forEach(each -> assertFalse(each.reasons().isEmpty(), each.category() + " has no term that a person could weigh"));
    }

    @Test
    void aTextWithoutAnyWordIsADoubtWithoutCandidates() {
        Classification found = classifier.classify("你好", "请回电");
        assertFalse(found.sure());
        assertTrue(found.candidates().isEmpty());
    }

    @Test
    void nothingAtAllIsADoubt() {
        assertFalse(classifier.classify(null, null).sure());
    }

    @Test
    void aWordSaidAHundredTimesCountsOnce() {
        assertEquals(classifier.classify("", "台风").candidates(), classifier.classify("", "台风".repeat(100)).candidates());
    }

    @Test
    void probabilitiesNeverAddUpToMoreThanOne() {
        Classification found = classifier.classify("商标与专利", "贷款、用地、税、物流、社保、招聘、停电、环评、海域、林地");
        double sum = found.candidates().stream().mapToDouble(Classification.Candidate::probability).sum();
        assertTrue(sum < 1 && sum > 0);
    }

    @Test
    void reasonsNameTheWordsAndTheirWeights() {
        Classification found = classifier.classify("商标侵权", "商标");
        assertEquals(new Classification.Reason("商标侵权", 10.0), found.reasons().get(0));
        assertEquals(new Classification.Reason("商标", 4.0), found.reasons().get(1));
        assertEquals(BOOK.version(), found.version());
    }

    @Test
    void tenMillionSignsTakeSecondsAtMost() {
        for (String sign : new String[] {"税", "土地使用", " ", "x"}) {
            String text = sign.repeat(10_000_000 / sign.length());
            assertTimeout(Duration.ofSeconds(10), () -> classifier.classify(text, text));
        }
    }
}
