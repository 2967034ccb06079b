package org.zhitongche.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Erase;
import org.zhitongche.appeal.Verify;
import org.zhitongche.appeal.VerifyReport;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.Desk;
import org.zhitongche.intake.Ledger;

/** Two hundred appeals, each handled as a die falls, over two months: every figure at every moment is what the events say. */
class FiguresOverARandomRunTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static final long SEED = 20260305;
    private static Desk desk;
    private static RandomRun run;

    @BeforeAll
    static void live() {
        desk = new Desk(db.database());
        run = new RandomRun(desk, SEED).live(40, 5, 40);
    }

    @Test
    void everyFigureAtEveryMomentIsWhatTheEventsSay() {
        Figures figures = desk.figures;
        Instant end = Desk.START.plus(Duration.ofDays(40));
        Period whole = new Period(Desk.START.minus(Duration.ofDays(1)), end);
        Period middle = new Period(Desk.START.plus(Duration.ofDays(10)), Desk.START.plus(Duration.ofDays(20)));
        List<String> wholeSoFar = everyFigure(figures, whole, middle, 4);
        figures.round().packMissing();
        figures.round().run();
        figures.round().remember();
        assertEquals(wholeSoFar, everyFigure(figures, whole, middle, 4), "all packed");
        db.database().sql().sql("delete from figure_day").update();
        everyFigure(figures, whole, middle, 20);
        FigureRow last = figures.table(new Question(whole, end, Grouping.OVERALL)).overall();
        assertTrue(last.get(Measure.SATISFACTION).denominator() - last.get(Measure.SATISFACTION_UNCONTESTED).denominator() > 2,
                "the run is too tame to tell anything about objections");
        Set<String> late = figures.holdersOf(new Question(whole, end, Grouping.OVERALL), "").late().stream().map(Late::holder).collect(Collectors.toSet());
        assertTrue(late.containsAll(Set.of("CENTRE", "gx", "zr", "hj")), "the run is too tame to tell whose late days are whose");
        for (Measure measure : List.of(Measure.ON_TIME, Measure.OVERDUE, Measure.ANSWERED_IN_TIME, Measure.RETURN, Measure.REWORK, Measure.REWORK_ON_TIME,
                Measure.PASSINGS_ON, Measure.UNRATED, Measure.ENDING_DIRECT, Measure.ENDING_TERMINATED, Measure.EXTENSION, Measure.PROMISES_KEPT, Measure.PROMISES_UNANSWERED,
                Measure.ARREARS_CLEARED, Measure.ARREARS_SETTLED, Measure.ARREARS_CLEARANCE)) {
            assertTrue(figures.table(new Question(whole, end, Grouping.OVERALL)).overall().get(measure).numerator() > 2,
                    "the run is too tame to tell anything about " + measure);
        }
    }

    /** @return what the figures said, in words */
    private static List<String> everyFigure(Figures figures, Period whole, Period middle, int step) {
        List<String> said = new ArrayList<>();
        for (Period period : List.of(whole, middle)) {
            for (int days = 0; days <= 40; days += step) {
                run.compare(figures, period, Desk.START.plus(Duration.ofDays(days)));
                Question question = new Question(period, Desk.START.plus(Duration.ofDays(days)), Grouping.DEPARTMENT);
                said.add(figures.table(question).rows() + " " + new TreeMap<>(figures.holders(question)));
            }
        }
        return said;
    }

    @Test
    void whatBecomesOfADepartmentOrOfWhatAFirmSaidChangesNoFigureOfThePast() {
        Instant end = Desk.START.plus(Duration.ofDays(40));
        Period whole = new Period(Desk.START.minus(Duration.ofDays(1)), end);
        List<String> before = known(whole, end);
        desk.clock.set(end.plus(Duration.ofHours(1)));
        assertTrue(desk.handOver("gx", "zr") > 3);
        assertEquals(before, known(whole, end), "a department was merged into another");
        desk.clock.advance(Duration.ofSeconds(1));
        Instant merged = desk.clock.instant();
        FigureRow now = overall(whole, merged);
        assertTrue(new Erase(db.database(), new Blobs(db.database(), desk.clock), desk.appeals).firm(Desk.FIRM, Actor.SYSTEM).texts() > 100);
        assertEquals(before, known(whole, end), "what a firm said was erased");
        assertEquals(now, overall(whole, merged), "as known before, and counted after it");
        desk.clock.advance(Duration.ofSeconds(1));
        assertEquals(now, overall(whole, desk.clock.instant()), "content gone, counts the same");
        desk.figures.round().run();
        desk.figures.round().remember();
        assertEquals(before, known(whole, end), "packed again");
        assertEquals(now, overall(whole, desk.clock.instant()));
        assertEquals(List.of(), verify().red());
    }

    /** By department and of the whole, at moments from the beginning to the end. */
    private static List<String> known(Period whole, Instant end) {
        List<String> said = new ArrayList<>();
        for (Instant at = Desk.START; !at.isAfter(end); at = at.plus(Duration.ofDays(8))) {
            for (Grouping by : List.of(Grouping.DEPARTMENT, Grouping.OVERALL)) {
                Question question = new Question(whole, at, by);
                said.add(desk.figures.table(question).rows() + " " + new TreeMap<>(desk.figures.holders(question)));
            }
        }
        return said;
    }

    private static FigureRow overall(Period whole, Instant at) {
        return desk.figures.table(new Question(whole, at, Grouping.OVERALL)).overall();
    }

    private static VerifyReport verify() {
        return new Verify(db.database(), new Blobs(db.database(), desk.clock), desk.terms, List.of(new Ledger(db.database(), desk.clock, List::of))).run();
    }

    @Test
    void whatTheRunLeftVerifiesAndTheLedgerHolds() {
        VerifyReport report = verify();
        assertEquals(List.of(), report.red(), "seed " + SEED);
        assertEquals(run.appeals(), report.counts().get("appeals"));
    }
}
