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
    void aGroundThatDoesNotExistStopsTheStart() {
        assertThrows(StartFailure.class, () -> new Grounds(Map.of("NONSENSE", List.of("x"))));
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

    private static Draft draft(String title, String text, String chosen) {
        return Draft.of(new Submission(UUID.randomUUID(), Door.WEB, null, "示例", true, null, Source.WEB, Type.ASSISTANCE,
                title, text, null, null, null, "350200", chosen, List.of(), MayName.HANDLER_ONLY, List.of(), null, null,
                List.of(), Instant.EPOCH, null));
    }
}
