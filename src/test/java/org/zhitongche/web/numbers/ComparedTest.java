package org.zhitongche.web.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.zhitongche.stats.Figure;
import org.zhitongche.stats.FigureRow;
import org.zhitongche.stats.FigureTable;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Measure;
import org.zhitongche.stats.Period;
import org.zhitongche.stats.Question;
import org.zhitongche.web.SiteUnderTest;

class ComparedTest {

    private static final Question QUESTION = new Question(Period.ofDays(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 5)),
        Instant.parse("2026-03-05T04:00:00Z"), Grouping.DEPARTMENT);

    /** A group a number: so many of twenty are completed; nothing is known of those below nought. */
    private static Compared compared(LongStream completed) {
        List<FigureRow> rows = completed.mapToObj(n -> new FigureRow("u" + n, "单位" + n, Math.max(0, n),
            Map.of(Measure.COMPLETION, new Figure(Measure.COMPLETION, Math.max(0, n), n < 0 ? 0 : 20)), null)).toList();
        return Compared.of(new FigureTable(QUESTION, rows), Measure.COMPLETION,
            new Spoken(SiteUnderTest.WORDS, null));
    }

    private static List<String> names(List<Compared.Line> lines) {
        return lines.stream().map(Compared.Line::name).toList();
    }

    @Test
    void theTableBesideTheChartHoldsTheGroupsThatAreDrawnAndTheRestFollows() {
        Compared compared = compared(LongStream.rangeClosed(-3, 20));
        assertEquals(IntStream.iterate(20, n -> n - 1).limit(20).mapToObj(n -> "单位" + n).toList(), names(compared.drawn()));
        assertEquals(List.of("单位0", "单位-3", "单位-2", "单位-1"), names(compared.rest()));
        assertTrue(compared.chart().contains("单位1\"") && !compared.chart().contains("单位0\""), compared.chart());
    }

    @Test
    void nothingIsDrawnWhereNothingIsCounted() {
        Compared compared = compared(LongStream.of(-2, -1));
        assertEquals("", compared.chart());
        assertEquals(2, compared.rest().size());
    }
}
