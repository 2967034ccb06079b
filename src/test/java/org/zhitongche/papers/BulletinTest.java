package org.zhitongche.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.lead;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.Reply;
import org.zhitongche.stats.FigureRow;
import org.zhitongche.stats.FigureTable;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Measure;
import org.zhitongche.stats.Part;
import org.zhitongche.stats.Period;
import org.zhitongche.stats.Question;

/** Twelve appeals of March, eight of them answered. */
class BulletinTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final Instant END = Instant.parse("2026-03-31T16:00:00Z");
    private static PaperHouse house;

    @BeforeAll
    static void live() {
        house = new PaperHouse(db.database());
        for (int n = 0; n < 12; n++) {
            UUID appeal = house.takeIn("示例机械有限公司", "第" + n + "件", "请协调第" + n + "件。", lead(n < 11 ? PaperHouse.LEAD : PaperHouse.OTHER));
            if (n < 8) {
                house.lead(appeal, new Reply(house.part(appeal), Conclusion.A, "第" + n + "件已经办结。", null, null, List.of(), null));
            }
        }
        house.on("2026-04-02");
    }

    private static FigureTable table(Grouping by) {
        return house.desk.figures.table(new Question(Period.ofDays(MARCH.atDay(1), MARCH.atEndOfMonth()), END, by));
    }

    private static String row(String name, FigureRow row) {
        return name + row.cohort() + List.of(Measure.COMPLETION, Measure.ON_TIME, Measure.OVERDUE, Measure.RESOLUTION, Measure.SATISFACTION).stream()
                .map(measure -> BulletinFacts.text(row.get(measure))).collect(Collectors.joining());
    }

    @Test
    void itsNumbersAreThoseOfTheFiguresToTheDigit() {
        String said = PaperHouse.said(house.pdf(house.papers.bulletin(MARCH, null)));
        assertTrue(said.contains("2026年3月1日至2026年3月31日受理的诉求，统计截止时点为2026年3月31日24:00"), said);
        FigureRow whole = table(Grouping.OVERALL).overall();
        assertEquals("66.6%", whole.get(Measure.COMPLETION).text());
        assertTrue(said.contains("受理诉求12件，办结率66.6%"), said);
        for (Measure measure : Measure.values()) {
            String name = TestPapers.WORDS.get("measure." + measure.key());
            String line = name + BulletinFacts.text(whole.get(measure)) + whole.get(measure).side(Part.NUMERATOR) + whole.get(measure).side(Part.DENOMINATOR);
            assertTrue(said.contains(PaperHouse.bare(line)), () -> line + " is not in\n" + said);
        }
        table(Grouping.DEPARTMENT).rows().forEach(row -> assertTrue(said.contains(row(row.name(), row)),
                () -> row(row.name(), row) + " is not in\n" + said));
        table(Grouping.CITY).rows().forEach(row -> assertTrue(said.contains(row(row.name(), row)), () -> row(row.name(), row) + " is not in\n" + said));
    }

    @Test
    void smallDenominatorsAreMarkedAndOfNothingNothingIsSaid() {
        FigureRow other = table(Grouping.DEPARTMENT).get(PaperHouse.OTHER);
        assertEquals("0.0%＊", BulletinFacts.text(other.get(Measure.COMPLETION)));
        assertEquals("—", BulletinFacts.text(other.get(Measure.SATISFACTION)));
        assertEquals("66.6%", BulletinFacts.text(table(Grouping.CITY).get("350200").get(Measure.COMPLETION)));
    }

    @Test
    void theSameMonthAndCutOffIsTheSameBulletin() {
        Paper bulletin = house.papers.bulletin(MARCH, null);
        assertEquals(bulletin.number(), house.papers.bulletin(MARCH, END).number());
        assertNotEquals(bulletin.number(), house.papers.bulletin(MARCH, END.plusSeconds(60)).number());
    }

    @Test
    void aMonthThatIsNotOverHasNone() {
        assertEquals("paper.month-open", assertThrows(Refusal.class, () -> house.papers.bulletin(YearMonth.of(2026, 4), null)).rule());
        assertEquals("paper.cut-off-early", assertThrows(Refusal.class, () -> house.papers.bulletin(MARCH, END.minusSeconds(1))).rule());
    }
}
