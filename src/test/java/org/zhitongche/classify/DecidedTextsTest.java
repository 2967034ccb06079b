package org.zhitongche.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhitongche.classify.Decision.Said;
import org.zhitongche.classify.Decision.Why;
import org.zhitongche.classify.model.Example;

class DecidedTextsTest {

    private static final Instant NOW = Instant.parse("2026-03-05T02:00:00Z");

    /** Four times now, twice after 180 days, once from 360 days on. */
    @Test
    void whatWasChosenLatelyCountsMostAndNothingLessThanOnce() {
        List<Example> texts = texts(Predicts.CATEGORY, decision("hy", 0, Why.DISPATCHED), decision("hy", 180, Why.SENT_BACK),
                decision("hy", 360, Why.RULED), decision("hy", 3_600, Why.MERGED));
        assertEquals(List.of(4.0, 2.0, 1.0, 1.0), texts.stream().map(Example::weight).toList());
        assertEquals("sea", texts.get(0).label());
        assertEquals("2026-03-05", texts.get(0).date());
    }

    @Test
    void whereNobodyChoseItCountsOnceHoweverNew() {
        assertEquals(1, texts(Predicts.CATEGORY, decision("hy", 0, Why.ANSWERED)).get(0).weight());
    }

    @Test
    void aDirectAnswerTeachesNoLead() {
        assertEquals(List.of("hy"), texts(Predicts.LEAD, decision("hy", 1, Why.DISPATCHED), decision(null, 1, Why.DIRECT)).stream().map(Example::label).toList());
    }

    private static List<Example> texts(Predicts predicts, Decision... decisions) {
        return DecidedTexts.of(List.of(decisions), predicts, NOW);
    }

    private static Decision decision(String lead, int daysAgo, Why why) {
        return new Decision(UUID.randomUUID(), "F1", "用海", "海域使用权证到期了。", "350000", "sea", lead, NOW.minus(Duration.ofDays(daysAgo)), why,
                new Said("land", 0.4, "zr", "rules", false));
    }
}
