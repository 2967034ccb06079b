package org.zhitongche.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.firm;
import static org.zhitongche.handling.Desk.lead;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Classification;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.Ground;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.Acknowledge;
import org.zhitongche.handling.AnswerDirectly;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.DoNotAccept;
import org.zhitongche.handling.ObjectToRating;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.ReviewReply;
import org.zhitongche.handling.RuleOnObjection;
import org.zhitongche.handling.RuleOnSendBack;
import org.zhitongche.handling.SendBack;
import org.zhitongche.handling.WayForward;
import org.zhitongche.handling.Withdraw;
import org.zhitongche.stats.Behind.Lasting;
import org.zhitongche.survey.Rate;
import org.zhitongche.survey.SurveyRound;
import org.zhitongche.time.Notice;
import org.zhitongche.time.WorkCalendar;
import org.zhitongche.time.Zone;

/**
 * Eight appeals, followed by hand. Thursday 5 March, 10:00: numbers 1 to 7 come in, all but two dispatched at once, due on
 * Monday 16 March 17:30; an assignment is to be acknowledged by Friday 6 March 17:30.
 */
class FiguresTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static final Period MARCH = Period.ofDays(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
    private static final UUID[] N = new UUID[9];
    private static Desk desk;
    private static Figures figures;

    @BeforeAll
    static void live() {
        desk = new Desk(db.database());
        figures = desk.figures;
        for (int n : List.of(1, 2)) {
            N[n] = desk.dispatched(lead("gx")).id();
        }
        for (int n : List.of(3, 4, 6)) {
            N[n] = desk.dispatched(lead("zr")).id();
        }
        N[5] = doubtful();
        N[7] = doubtful();
        at("03-05T11:00", () -> desk.act(department("gx"), N[1], new Acknowledge(part(1, "gx"))));
        at("03-05T12:00", () -> desk.act(department("zr"), N[3], new SendBack(part(3, "zr"), "属工信部门职责", "gx")));
        at("03-05T15:00", () -> desk.act(centre(), N[3], new RuleOnSendBack(part(3, "zr"), true, null, List.of(lead("gx")))));
        at("03-06T09:00", () -> desk.act(department("zr"), N[4], new Acknowledge(part(4, "zr"))));
        at("03-06T10:00", () -> desk.act(department("gx"), N[1], reply(1, Conclusion.A)));
        at("03-06T10:00", () -> desk.act(centre(), N[5], new AnswerDirectly("land", "请按公告办理。", List.of())));
        at("03-06T11:00", () -> desk.act(centre(), N[7], new DoNotAccept(Ground.values()[0], "已在诉讼中", "由法院裁判")));
        at("03-06T12:00", () -> desk.act(firm(), N[1], new Rate(true, true, Satisfaction.SATISFIED, null)));
        at("03-09T10:00", () -> desk.act(department("gx"), N[2], reply(2, Conclusion.A)));
        at("03-09T11:00", () -> desk.act(firm(), N[2], new Rate(true, false, Satisfaction.DISSATISFIED, "没有解决")));
        at("03-09T12:00", () -> desk.act(department("gx"), N[2], new ObjectToRating(part(2, "gx"), "已依法办结", List.of())));
        at("03-09T14:00", () -> desk.act(centre(), N[2], new RuleOnObjection(part(2, "gx"), true, "情况属实")));
        at("03-11T09:00", () -> desk.act(firm(), N[6], new Withdraw("已自行解决")));
        at("03-13T10:00", () -> N[8] = desk.dispatched(lead("zr")).id());
        at("03-17T10:00", () -> desk.act(department("gx"), N[2], reply(2, Conclusion.A)));
        at("03-17T10:00", () -> desk.act(department("gx"), N[3], reply(3, Conclusion.C)));
        at("03-17T10:00", () -> desk.act(centre(), N[3], new ReviewReply(part(3, "gx"), true, null)));
        at("03-17T11:00", () -> desk.act(firm(), N[2], new Rate(false, true, Satisfaction.BASICALLY, null)));
        at("03-18T09:00", () -> new SurveyRound(db.database(), desk.appeals, desk.clock).run());
        desk.clock.set(civil("04-01T00:00"));
    }

    @Test
    void ofDueAndDoneAreTheCohortsAndNotTheUncounted() {
        // Not accepted (7) and withdrawn (6) do not count; 1, 2, 3 and 5 are completed, 4 and 8 are not.
        assertFigure(Measure.COMPLETION, 4, 6, "66.6%");
        // Due by then: 1 to 4 on 16 March, 5 on 17 March (its clock started with its acceptance on the 6th); 8 on the 24th.
        assertFigure(Measure.COMPLETION_OF_DUE, 4, 5, "80.0%");
        // 1, 2 (its first answer counts) and 5 in time; 3 late, 4 never.
        assertFigure(Measure.ON_TIME, 3, 5, "60.0%");
        assertFigure(Measure.OVERDUE, 2, 5, "40.0%");
        assertFigure(Measure.ENDING_A, 2, 4, "50.0%");
        assertFigure(Measure.ENDING_C, 1, 4, "25.0%");
        assertFigure(Measure.ENDING_DIRECT, 1, 4, "25.0%");
        assertFigure(Measure.ENDING_B, 0, 4, "0.0%");
    }

    @Test
    void whatTheFirmsSayIsTheirLastWord() {
        assertFigure(Measure.RESOLUTION, 2, 2, "100.0%");
        assertFigure(Measure.SATISFACTION, 2, 2, "100.0%");
        assertFigure(Measure.RESPONSE, 1, 2, "50.0%");
        // Archived are 1, 2 and, since nobody answered by 13 March, 5.
        assertFigure(Measure.UNRATED, 1, 3, "33.3%");
        Question before = new Question(MARCH, civil("03-10T10:00"), Grouping.OVERALL);
        assertEquals(new Figure(Measure.RESOLUTION, 1, 2), figures.table(before).overall().get(Measure.RESOLUTION));
        // On the 9th the objection to 2's first rating was upheld: left out of these two. Its last rating nobody objected to.
        assertEquals(new Figure(Measure.RESOLUTION_UNCONTESTED, 1, 1), figures.table(before).overall().get(Measure.RESOLUTION_UNCONTESTED));
        assertEquals(new Figure(Measure.SATISFACTION_UNCONTESTED, 1, 1), figures.table(before).overall().get(Measure.SATISFACTION_UNCONTESTED));
        assertFigure(Measure.SATISFACTION_UNCONTESTED, 2, 2, "100.0%");
    }

    @Test
    void assignmentsAreCountedForThemselves() {
        // In time 1 and 4. Late: 2 twice, 3 by its second department, 8 (limit 16 March). Sent back in time: 3's first.
        assertFigure(Measure.ACKNOWLEDGED_IN_TIME, 2, 6, "33.3%");
        // By their own seven working days: 1 and 2 in time; 3 came to gx on the 5th and was answered on the 17th, a day late; 4 never. 8 is not due yet,
        // 3 at zr was sent back, 6 withdrawn, 2's rework counts apart.
        assertFigure(Measure.ANSWERED_IN_TIME, 2, 4, "50.0%");
        assertFigure(Measure.RETURN, 1, 7, "14.2%");
        assertFigure(Measure.EXTENSION, 0, 7, "0.0%");
        assertFigure(Measure.REWORK, 1, 4, "25.0%");
        // Reopened on 9 March, the rework was due on the 16th and came on the 17th.
        assertFigure(Measure.REWORK_ON_TIME, 0, 1, "0.0%");
        assertFigure(Measure.PASSINGS_ON, 1, 6, "0.16");
        FigureTable byDepartment = table(Grouping.DEPARTMENT);
        assertEquals(new Figure(Measure.ACKNOWLEDGED_IN_TIME, 1, 2), byDepartment.get("zr").get(Measure.ACKNOWLEDGED_IN_TIME));
        assertEquals(new Figure(Measure.ANSWERED_IN_TIME, 0, 1), byDepartment.get("zr").get(Measure.ANSWERED_IN_TIME));
        assertEquals(new Figure(Measure.ANSWERED_IN_TIME, 2, 3), byDepartment.get("gx").get(Measure.ANSWERED_IN_TIME));
        assertEquals(new Figure(Measure.RETURN, 1, 3), byDepartment.get("zr").get(Measure.RETURN));
        assertEquals(new Figure(Measure.COMPLETION, 0, 2), byDepartment.get("zr").get(Measure.COMPLETION));
        assertEquals(new Figure(Measure.COMPLETION, 3, 3), byDepartment.get("gx").get(Measure.COMPLETION));
        assertEquals(new Figure(Measure.COMPLETION, 1, 1), byDepartment.get("").get(Measure.COMPLETION), "no department answered 5");
    }

    @Test
    void howManyAreEnoughToBeRankedIsTheRulesToSay() {
        WorkCalendar calendar = WorkCalendar.load(Path.of("config/calendar"));
        FigureTable byDepartment = new Figures(db.database(), desk.clock, moment -> calendar, 3).table(question(Grouping.DEPARTMENT));
        assertTrue(byDepartment.get("zr").get(Measure.COMPLETION).small());
        assertFalse(byDepartment.get("gx").get(Measure.COMPLETION).small());
    }

    @Test
    void waitingIsFromTheReceiptToTheValidAnswerAndItsPartsAddUp() {
        // 1: 24 h, 5: 24 h, 2 and 3: twelve days, 288 h. The middle lies between 24 and 288.
        Waiting waiting = table(Grouping.OVERALL).overall().waiting();
        // In office hours: 1 and 5 6 h each, 2 and 3 48 h each.
        assertEquals(new Waiting(4, Duration.ofHours(156), Duration.ofHours(288), Duration.ofHours(27), Duration.ofHours(48)), waiting);
        // 3: zr 2 h, centre 3 h, gx 283 h. 2: gx 96 h, the firm 1 h until its rating, gx 191 h. 5: centre 24 h. 1: gx 24 h.
        List<Waiting.Held> held = figures.listHeld(question(Grouping.OVERALL), "");
        assertEquals("gx 594 of 3, CENTRE 27 of 2, zr 2 of 1, FIRM 1 of 1", held.stream()
                .map(h -> h.holder() + " " + h.total().toHours() + " of " + h.appeals()).collect(Collectors.joining(", ")));
        assertEquals(Duration.ofHours(24 + 24 + 288 + 288), held.stream().map(Waiting.Held::total).reduce(Duration.ZERO, Duration::plus));
        assertEquals(Duration.ofHours(283), held.get(0).median());
        // gx: 6 h of 1, 12 and 35 of 2, 45½ of 3. The centre: 6 of 5, ½ of 3's ruling from 14:30 to 15:00.
        assertEquals("gx PT98H30M, CENTRE PT6H30M, zr PT2H, FIRM PT1H", held.stream().map(h -> h.holder() + " " + h.office()).collect(Collectors.joining(", ")));
        assertEquals(List.of(Duration.ofMinutes(45 * 60 + 30), Duration.ofMinutes(46 * 60 + 42)), List.of(held.get(0).officeMedian(), held.get(0).officeP90()));
        assertEquals(Duration.ofHours(6 + 6 + 48 + 48), held.stream().map(Waiting.Held::office).reduce(Duration.ZERO, Duration::plus));
    }

    @Test
    void officeHoursAreByTheCalendarThatWasInForceAtTheCutOff() {
        // On the 20th a typhoon had closed Xiamen on the 12th: six hours of 2 and 3 that nobody knew of at a cut-off on the 18th.
        WorkCalendar before = WorkCalendar.load(Path.of("config/calendar"));
        WorkCalendar after = before.plus(Notice.parse("test.txt", "test", "document 示例防汛〔2026〕1号\npublished 2026-03-20\nclose 2026-03-12 3502 台风停工"));
        Figures both = new Figures(db.database(), desk.clock, moment -> moment.isBefore(civil("03-20T00:00")) ? before : after);
        both.round().run();
        for (int time = 0; time < 2; time++) {
            Waiting then = both.table(question(Grouping.OVERALL)).overall().waiting();
            assertEquals(Duration.ofHours(48), then.officeP90());
            assertEquals(Duration.ofHours(27), then.officeMedian());
            Waiting now = both.table(new Question(MARCH, civil("03-31T00:00"), Grouping.OVERALL)).overall().waiting();
            assertEquals(Duration.ofHours(42), now.officeP90());
            assertEquals(Duration.ofHours(24), now.officeMedian());
            both.round().remember();
        }
    }

    @Test
    void aPeriodMayBeginBeforeThereWasAnything() {
        Period ever = Period.ofDays(LocalDate.of(1, 1, 1), LocalDate.of(2026, 3, 31));
        assertEquals(asOf("03-18T10:00").figures(), figures.table(new Question(ever, civil("03-18T10:00"), Grouping.OVERALL)).overall().figures());
    }

    @Test
    void lateDaysAreTheirsWhoHeldTheMatterMeanwhile() {
        // Due on the 16th, 17:30. 3 was answered by gx on the 17th, 10:00; 4 lay with zr until the cut-off on the 18th, 10:00.
        assertEquals(List.of(new Late("zr", 1, 2, Duration.ofMinutes(40 * 60 + 30)), new Late("gx", 1, 1, Duration.ofMinutes(16 * 60 + 30))),
                figures.holdersOf(question(Grouping.OVERALL), "").late());
        assertEquals(List.of(N[4]), figures.listCases(centre(), question(Grouping.OVERALL), "", new Behind.Lateness("zr"), null, 10).stream().map(Case::appeal).toList());
        assertEquals(List.of(), figures.listCases(department("hj"), question(Grouping.OVERALL), "", new Behind.Lateness("zr"), null, 10));
    }

    @Test
    void oneGroupIsItsRowOfTheTable() {
        for (Grouping by : Grouping.values()) {
            for (FigureRow row : table(by).rows()) {
                FigureRow one = figures.find(question(by), row.key()).orElseThrow();
                assertEquals(row.figures(), one.figures(), by + " " + row.key());
                assertEquals(row.waiting(), one.waiting());
                assertEquals(row.cohort(), one.cohort());
                assertEquals(figures.holdersOf(question(by), row.key()), figures.holders(question(by)).getOrDefault(row.key(), Holders.NOBODY));
            }
            assertTrue(figures.find(question(by), "no-such").isEmpty());
        }
    }

    @Test
    void aTrendIsThePiecesOfThePeriodAtTheSameCutOff() {
        for (Trend trend : Trend.values()) {
            for (String key : List.of("gx", "zr", "")) {
                FigureTrend points = figures.trend(question(Grouping.DEPARTMENT), key, trend);
                for (FigureTrend.Point point : points.points()) {
                    FigureRow alone = figures.find(new Question(point.period(), civil("03-18T10:00"), Grouping.DEPARTMENT), key).orElse(null);
                    assertEquals(alone == null ? 0 : alone.cohort(), point.row().cohort(), trend + " " + point.period());
                    if (alone != null) {
                        assertEquals(alone.figures(), point.row().figures());
                        assertEquals(alone.waiting(), point.row().waiting());
                    }
                }
            }
        }
        Period outOfStep = Period.ofDays(LocalDate.of(2026, 2, 10), LocalDate.of(2026, 3, 11));
        assertEquals(List.of("2026-02-10..2026-02-28", "2026-03-01..2026-03-11"), Trend.MONTH.cut(outOfStep).stream()
                .map(p -> p.firstDay() + ".." + p.lastDay()).toList());
        assertEquals("2026-02-10..2026-02-15, 2026-02-16..2026-02-22, 2026-02-23..2026-03-01, 2026-03-02..2026-03-08, 2026-03-09..2026-03-11",
                Trend.WEEK.cut(outOfStep).stream().map(p -> p.firstDay() + ".." + p.lastDay()).collect(Collectors.joining(", ")));
    }

    @Test
    void aPastMomentShowsWhatWasKnownThen() {
        // On 10 March 6 was not yet withdrawn, 8 not yet there; 2 was completed on the 9th and taken back the same day.
        assertEquals(new Figure(Measure.COMPLETION, 2, 6), asOf("03-10T10:00").get(Measure.COMPLETION));
        assertEquals(new Figure(Measure.COMPLETION, 3, 6), asOf("03-09T10:30").get(Measure.COMPLETION));
        assertEquals(new Figure(Measure.ON_TIME, 0, 0), asOf("03-10T10:00").get(Measure.ON_TIME));
        // At 17:30:00.000000 of the due day it is still in time, and so not yet due.
        assertEquals(0, asOf("03-16T17:30").get(Measure.OVERDUE).denominator());
        Instant after = civil("03-16T17:30").plusNanos(1000);
        assertEquals(new Figure(Measure.OVERDUE, 2, 4),
                figures.table(new Question(MARCH, after, Grouping.OVERALL)).overall().get(Measure.OVERDUE));
    }

    @Test
    void whatIsReopenedInTheNextPeriodLeavesThePeriodsCompletionAndBothAddUp() {
        Period first = Period.ofDays(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 8));
        Period next = Period.ofDays(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 31));
        for (String cutOff : List.of("03-09T10:30", "03-10T10:00", "03-18T10:00")) {
            Figure whole = asOf(cutOff).get(Measure.COMPLETION);
            Figure one = figures.table(new Question(first, civil(cutOff), Grouping.OVERALL)).overall().get(Measure.COMPLETION);
            Figure two = figures.table(new Question(next, civil(cutOff), Grouping.OVERALL)).overall().get(Measure.COMPLETION);
            assertEquals(whole, new Figure(Measure.COMPLETION, one.numerator() + two.numerator(), one.denominator() + two.denominator()));
        }
        // 2 was accepted in the first, reopened in the second: counted as reopened where it was accepted.
        assertEquals(new Figure(Measure.REWORK, 1, 4),
                figures.table(new Question(first, civil("03-18T10:00"), Grouping.OVERALL)).overall().get(Measure.REWORK));
    }

    @Test
    void noDataIsADash() {
        Period empty = Period.ofYear(2025);
        FigureRow row = figures.table(new Question(empty, civil("03-18T10:00"), Grouping.OVERALL)).overall();
        for (Measure measure : Measure.values()) {
            assertEquals("—", row.get(measure).text(), measure.name());
            assertNull(row.get(measure).value());
        }
        assertNull(row.waiting().median());
        assertEquals(List.of(), figures.table(new Question(empty, civil("03-18T10:00"), Grouping.DEPARTMENT)).rows());
    }

    @Test
    void ratesAreRoundedDownAtTheLastDigitShown() {
        assertEquals("99.9%", new Figure(Measure.COMPLETION, 9996, 10000).text());
        assertEquals("100.0%", new Figure(Measure.COMPLETION, 10000, 10000).text());
        assertEquals("0.0%", new Figure(Measure.OVERDUE, 9, 10000).text());
        assertEquals("66.6%", new Figure(Measure.COMPLETION, 2, 3).text());
        assertEquals("1.99", new Figure(Measure.PASSINGS_ON, 1999, 1000).text());
    }

    @Test
    void smallNumbersAreMarkedAndNotRanked() {
        List<FigureRow> rows = new ArrayList<>();
        rows.add(row("few", 9, 9));
        rows.add(row("half", 10, 20));
        rows.add(row("most", 199, 200));
        rows.add(row("also-half", 20, 40));
        FigureTable table = new FigureTable(question(Grouping.DEPARTMENT), rows);
        assertEquals("most 1, half 2, also-half 2, few null", table.ranking(Measure.COMPLETION).stream()
                .map(r -> r.row().key() + " " + r.place()).collect(Collectors.joining(", ")));
        assertTrue(rows.get(0).get(Measure.COMPLETION).small());
        assertEquals("half", table.ranking(Measure.OVERDUE).get(0).row().key(), "of what is bad, the least comes first");
    }

    @Test
    void everyNumberOpensItsCases() {
        Question question = question(Grouping.OVERALL);
        for (Measure measure : Measure.values()) {
            Figure figure = table(Grouping.OVERALL).overall().get(measure);
            if (measure.isRate() && !measure.isAmount()) {
                assertEquals(figure.numerator(), cases(question, "", measure, Part.NUMERATOR).size(), measure + " numerator");
            }
            assertEquals(figure.counted(), cases(question, "", measure, Part.DENOMINATOR).size(), measure + " denominator");
        }
        assertEquals(List.of(N[8], N[4]), cases(question(Grouping.DEPARTMENT), "zr", Measure.COMPLETION, Part.DENOMINATOR)
                .stream().map(Case::appeal).toList());
        Case second = cases(question(Grouping.DEPARTMENT), "gx", Measure.REWORK_ON_TIME, Part.DENOMINATOR).get(0);
        assertEquals(N[2], second.appeal());
        assertEquals(part(2, "gx"), second.assignment());
        assertEquals(1, second.reopened());
    }

    @Test
    void aWaitingTimeOpensItsAppealsTheLongestFirstWithThePlacesOfItsMedianAndPercentile() {
        assertEquals("1 288h 48h, 2 288h 48h, 3 24h 6h, 4 24h 6h", opened(centre(), new Behind.Wait(Lasting.ELAPSED, null)));
        // Of four the middle lies between the 2nd and the 3rd: (288 + 24) ÷ 2; the 90th percentile between the 1st and the 2nd.
        assertEquals(new Spread(4, Duration.ofHours(624), new Spread.Quantile(Duration.ofHours(156), 2, 3), new Spread.Quantile(Duration.ofHours(288), 1, 2)),
                spread(new Behind.Wait(Lasting.ELAPSED, null)));
        assertEquals(new Spread.Quantile(Duration.ofHours(27), 2, 3), spread(new Behind.Wait(Lasting.OFFICE, null)).median());
        // gx: 2 for 96 and 191 h, 3 for 283 h, 1 for 24 h; the 90th percentile lies four fifths of the way from the 2nd to the 1st.
        assertEquals("1 288h 48h gx 287h 47h N2, 2 288h 48h gx 283h 45h N3, 3 24h 6h gx 24h 6h N1", openedNamed(centre(), new Behind.Wait(Lasting.ELAPSED, "gx")));
        assertEquals(new Spread(3, Duration.ofHours(594), new Spread.Quantile(Duration.ofHours(283), 2, 2),
                new Spread.Quantile(Duration.ofHours(286).plusMinutes(12), 1, 2)), spread(new Behind.Wait(Lasting.ELAPSED, "gx")));
        assertEquals(List.of(N[5], N[3]), figures.listCases(centre(), question(Grouping.OVERALL), "", new Behind.Wait(Lasting.ELAPSED, "CENTRE"), null, 9)
                .stream().map(Case::appeal).toList());
        // zr had 3 and may see it still, in its place of the whole list; whoever had none of them sees none.
        assertEquals("2 288h 48h gx 283h 45h N3", openedNamed(department("zr"), new Behind.Wait(Lasting.ELAPSED, "gx")));
        assertEquals("", opened(department("hj"), new Behind.Wait(Lasting.ELAPSED, null)));
        assertEquals(List.of(N[3]), figures.listCases(centre(), question(Grouping.DEPARTMENT), "gx", new Behind.Wait(Lasting.ELAPSED, "zr"), null, 9)
                .stream().map(Case::appeal).toList());
    }

    @Test
    void theListsOfEachHolderMakeItsFiguresAgain() {
        for (String cutOff : List.of("03-09T10:30", "03-18T10:00")) {
            Question then = new Question(MARCH, civil(cutOff), Grouping.OVERALL);
            Waiting whole = figures.table(then).overall().waiting();
            Spread waited = figures.cases(centre(), then, "", new Behind.Wait(Lasting.ELAPSED, null)).spread();
            Spread worked = figures.cases(centre(), then, "", new Behind.Wait(Lasting.OFFICE, null)).spread();
            assertEquals(whole, new Waiting(waited.count(), waited.median().length(), waited.p90().length(), worked.median().length(), worked.p90().length()));
            for (Waiting.Held held : figures.listHeld(then, "")) {
                Behind behind = new Behind.Wait(Lasting.ELAPSED, held.holder());
                List<Case> cases = figures.listCases(centre(), then, "", behind, null, 9);
                assertEquals(held.appeals(), cases.size());
                assertEquals(held.total(), cases.stream().map(each -> each.time().had().elapsed()).reduce(Duration.ZERO, Duration::plus));
                assertEquals(held.office(), cases.stream().map(each -> each.time().had().office()).reduce(Duration.ZERO, Duration::plus));
                Spread spread = figures.cases(centre(), then, "", behind).spread();
                assertEquals(held.median(), spread.median().length());
                assertEquals(held.p90(), spread.p90().length());
            }
            for (Late late : figures.holdersOf(then, "").late()) {
                List<Case> cases = figures.listCases(centre(), then, "", new Behind.Lateness(late.holder()), null, 9);
                assertEquals(late.appeals(), cases.size());
                assertEquals(late.days(), cases.stream().mapToLong(each -> each.time().days()).sum());
                assertEquals(late.elapsed(), cases.stream().map(each -> each.time().had().elapsed()).reduce(Duration.ZERO, Duration::plus));
            }
        }
    }

    @Test
    void whoMaySeeNoCaseSeesNoneBehindTheNumber() {
        Actor other = department("hj");
        assertEquals(List.of(), figures.listCases(other, question(Grouping.OVERALL), "", new Behind.Side(Measure.COMPLETION, Part.DENOMINATOR), null, 10));
        Actor own = department("zr");
        assertEquals(3, figures.listCases(own, question(Grouping.OVERALL), "", new Behind.Side(Measure.COMPLETION, Part.DENOMINATOR), null, 10).size());
    }

    @Test
    void theFutureIsRefused() {
        Question question = new Question(MARCH, civil("04-01T00:01"), Grouping.OVERALL);
        assertEquals("figures.cut-off", assertThrows(Refusal.class, () -> figures.table(question)).rule());
        assertEquals("figures.period", assertThrows(Refusal.class,
                () -> Period.ofDays(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 1))).rule());
    }

    @Test
    void everyGroupingSplitsTheSameWhole() {
        db.database().sql().sql("insert into region (code, name, level, parent, sort) values "
                + "('350000', '福建省', 'PROVINCE', null, 0), ('350200', '厦门市', 'CITY', '350000', 2)").update();
        db.database().sql().sql("insert into department (code, name, short_name, kind, region, level, sort) values "
                + "('zr', '示例自然资源局', '资源局', 'land', '350200', 'CITY', 2), ('gx', '示例工信局', '工信局', 'industry', '350200', 'CITY', 1)").update();
        for (Grouping by : Grouping.values()) {
            FigureTable table = table(by);
            for (Measure measure : Measure.values()) {
                Figure whole = table(Grouping.OVERALL).overall().get(measure);
                assertEquals(whole.numerator(), table.rows().stream().mapToLong(r -> r.get(measure).numerator()).sum(), by + " " + measure);
                assertEquals(whole.denominator(), table.rows().stream().mapToLong(r -> r.get(measure).denominator()).sum(), by + " " + measure);
            }
        }
        assertEquals(List.of("gx", "zr", ""), table(Grouping.DEPARTMENT).rows().stream().map(FigureRow::key).toList());
        assertEquals("示例工信局", table(Grouping.DEPARTMENT).get("gx").name());
        assertEquals(List.of("CITY", ""), table(Grouping.LEVEL).rows().stream().map(FigureRow::key).toList());
        assertEquals("厦门市", table(Grouping.CITY).get("350200").name());
    }

    private static void assertFigure(Measure measure, long numerator, long denominator, String text) {
        Figure figure = table(Grouping.OVERALL).overall().get(measure);
        assertEquals(new Figure(measure, numerator, denominator), figure);
        assertEquals(text, figure.text());
    }

    private static FigureRow asOf(String cutOff) {
        return figures.table(new Question(MARCH, civil(cutOff), Grouping.OVERALL)).overall();
    }

    private static Question question(Grouping by) {
        return new Question(MARCH, civil("03-18T10:00"), by);
    }

    private static FigureTable table(Grouping by) {
        return figures.table(question(by));
    }

    /** By pages of two, so that paging is shown to lose and repeat nothing. */
    private static List<Case> cases(Question question, String key, Measure measure, Part part) {
        List<Case> all = new ArrayList<>();
        List<Case> page;
        do {
            Case.Key after = all.isEmpty() ? null : all.get(all.size() - 1).key();
            page = figures.listCases(centre(), question, key, new Behind.Side(measure, part), after, 2);
            all.addAll(page);
        } while (page.size() == 2);
        return all;
    }

    private static Spread spread(Behind behind) {
        return figures.cases(centre(), question(Grouping.OVERALL), "", behind).spread();
    }

    private static String opened(Actor viewer, Behind behind) {
        return byOne(viewer, behind).stream().map(FiguresTest::waited).collect(Collectors.joining(", "));
    }

    private static String openedNamed(Actor viewer, Behind behind) {
        return byOne(viewer, behind).stream().map(each -> waited(each) + " " + behind.holder() + " " + hours(each.time().had()) + " N" + Arrays.asList(N).indexOf(each.appeal()))
                .collect(Collectors.joining(", "));
    }

    private static String waited(Case each) {
        return each.time().place() + " " + hours(each.time().waited());
    }

    private static String hours(Case.Length length) {
        return length.elapsed().toHours() + "h " + length.office().toHours() + "h";
    }

    /** A page for each: paging by length loses and repeats none. */
    private static List<Case> byOne(Actor viewer, Behind behind) {
        List<Case> all = new ArrayList<>();
        List<Case> page;
        do {
            page = figures.listCases(viewer, question(Grouping.OVERALL), "", behind, all.isEmpty() ? null : Case.Key.read(all.get(all.size() - 1).key().text()), 1);
            all.addAll(page);
        } while (!page.isEmpty());
        return all;
    }

    private static FigureRow row(String key, long numerator, long denominator) {
        return new FigureRow(key, key, denominator, java.util.Map.of(Measure.COMPLETION, new Figure(Measure.COMPLETION, numerator, denominator),
                Measure.OVERDUE, new Figure(Measure.OVERDUE, numerator, denominator)), Waiting.NONE);
    }

    private static UUID doubtful() {
        Draft draft = Desk.clear(desk.submission(UUID.randomUUID().toString(), "请问如何办理？"))
                .with(new Classification(List.of(new Classification.Candidate("land", 0.4)), List.of(), "rules", false))
                .with(Routing.NONE);
        return desk.takeIn(draft).appeal();
    }

    private static Reply reply(int n, Conclusion conclusion) {
        WayForward way = conclusion.needsWayForward() ? new WayForward("政务服务窗口", "二楼综合窗口", "0591-0000000", "工作日") : null;
        return new Reply(part(n, "gx"), conclusion, "答复如下。", null, way, List.of(), null);
    }

    private static UUID part(int n, String department) {
        return desk.partOf(N[n], department);
    }

    private static void at(String civil, Runnable what) {
        desk.clock.set(civil(civil));
        what.run();
    }

    private static Instant civil(String monthAndTime) {
        return LocalDateTime.parse("2026-" + monthAndTime).atZone(Zone.CHINA).toInstant();
    }
}
