package org.zhitongche.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhitongche.appeal.Classification;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.Ground;
import org.zhitongche.appeal.MayName;
import org.zhitongche.appeal.Source;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.Type;
import org.zhitongche.db.StartFailure;
import org.zhitongche.directory.CategoryBook;

class ClassifyTest {
    private static final CategoryBook BOOK = CategoryBook.read(Path.of("config/categories.yaml"));
    private final Classify step = new Classify(new RuleClassifier(BOOK), BOOK);

    @Test
    void whatTheFirmChoseDecidesWhereTheWordsDoubt() {
        Classification found = classify("请协助", "请协助处理", "taxes");
        assertEquals("taxes", found.category());
        assertTrue(found.sure());
        assertEquals("提交时所选：税费", found.reasons().get(0).term());
    }

    @Test
    void aChoiceThatTheWordsClearlyContradictIsADoubt() {
        Classification found = classify("商标侵权", "有人仿冒我司商标", "taxes");
        assertEquals("intellectual-property", found.category());
        assertFalse(found.sure());
    }

    @Test
    void anUnknownChoiceOrAGroupIsPassedOver() {
        assertTrue(classify("商标侵权", "有人仿冒我司商标", "nonsense").sure());
        assertFalse(classify("请协助", "", "funds").sure());
    }

    @Test
    void aMatterThatIsBeforeACourtIsPutBeforeAPersonHoweverClearItsCategory() {
        Classification found = classify("合同纠纷", "我司与客户的货款纠纷法院已立案，请政府做对方工作。", null);
        assertEquals(List.of(Ground.UNDER_LITIGATION), found.suspected());
        assertEquals(List.of(), classify("拖欠货款", "客户拖欠货款三百万元。", null).suspected());
    }

    @Test
    void aRepeatWithNothingNewIsSuspectedAndOneThatIsStillUnsolvedIsNot() {
        assertEquals(List.of(Ground.REPEAT), classify("用地报批", "我司上月已在本平台反映过该地块的用地报批，已收到答复，现就同一问题再次反映，请再予答复。", null).suspected());
        assertEquals(List.of(), classify("用地报批", "我司多次到窗口咨询用地报批进度，材料按要求重复补了三次，至今没有结果，请协调。", null).suspected());
    }

    @Test
    void whatIsNoGovernmentsToDecideIsSuspectedAndADisputeItCanHelpWithIsNot() {
        assertEquals(List.of(Ground.OUTSIDE_REMIT), classify("请求裁断", "本公司两名股东因分红产生股东纠纷，请政府认定哪一方应当退股并收回公章。", null).suspected());
        assertEquals(List.of(), classify("股权变更登记", "我司办理股东股权变更登记，系统提示材料不全，窗口说法不一，请明确所需材料。", null).suspected());
        assertEquals(List.of(), classify("拖欠货款", "某国有企业拖欠我司货款，合同纠纷协商未果，请协调清欠。", null).suspected());
    }

    @Test
    void whatIsAResidentsOwnIsSuspectedAndWhatAFirmNeedsForItsPeopleIsNot() {
        assertEquals(List.of(Ground.NOT_AN_ENTERPRISE_MATTER), classify("夜间噪音", "我家楼下每天晚上有人跳舞，老人无法休息，小区物业不管，请处理。", null).suspected());
        assertEquals(List.of(), classify("员工子女入学", "我司引进的技术人员子女今年入学，提供哪些材料可以按人才政策办理？员工宿舍周边的公交也请考虑。", null).suspected());
    }

    @Test
    void aGroundThatDoesNotExistStopsTheStart() {
        assertThrows(StartFailure.class, () -> new Grounds(Map.of("NONSENSE", List.of("x"))));
    }

    @Test
    void stoppedProductionAndDangerAreToldFromTheTextAndAreNoDoubt() {
        Classification found = classify("商标侵权", "有人仿冒我司商标，订单流失，我司已经停产，库房还发生过火灾。", null);
        assertEquals(List.of("priority.safety", "priority.stopped"), found.urgent());
        assertTrue(found.sure());
        assertEquals(List.of(), classify("商标侵权", "有人仿冒我司商标。", null).urgent());
        assertThrows(StartFailure.class, () -> new Urgent(Map.of("listed", List.of("白名单"))));
    }

    @Test
    void aFailingClassifierLeavesItToAPerson() {
        Classify failing = new Classify((title, text) -> {
            throw new IllegalStateException("broken model");
        }, BOOK);
        assertSame(Classification.NONE, failing.classify(draft("商标", "商标", "taxes")).classification());
    }

    private Classification classify(String title, String text, String chosen) {
        return step.classify(draft(title, text, chosen)).classification();
    }

    static Draft draft(String title, String text, String chosen) {
        return Draft.of(new Submission(UUID.randomUUID(), Door.WEB, null, "示例", true, null, Source.WEB, Type.ASSISTANCE,
                title, text, null, null, null, "350200", chosen, List.of(), MayName.HANDLER_ONLY, List.of(), null, null,
                List.of(), Instant.EPOCH, null));
    }
}
