package org.zhitongche.stats;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.Desk;

/** Whatever happens, in whichever order: every figure at every moment is what a slow count over the events says. */
class FiguresProperties {

    private static final int DAYS = 14;
    private static TestDatabase db;
    private static Desk desk;

    @BeforeContainer
    static void open() {
        db = new TestDatabase();
        desk = new Desk(db.database());
    }

    @AfterContainer
    static void close() {
        db.afterAll(null);
    }

    /** Each run has months of its own, so that its period holds its appeals and no others. */
    @Property(tries = 4, shrinking = ShrinkingMode.OFF, generation = GenerationMode.RANDOMIZED)
    void everyFigureIsWhatTheEventsSay(@ForAll long seed) {
        RandomRun run = new RandomRun(desk, seed).live(DAYS, 3, 30);
        Instant end = run.start.plus(Duration.ofDays(DAYS));
        Period whole = new Period(run.start, end);
        Period half = new Period(run.start.plus(Duration.ofDays(3)), run.start.plus(Duration.ofDays(8)));
        for (int day = 2; day <= DAYS; day += 4) {
            run.compare(desk.figures, whole, run.start.plus(Duration.ofDays(day)));
            run.compare(desk.figures, half, run.start.plus(Duration.ofDays(day)));
        }
        desk.clock.set(run.start.plus(Duration.ofDays(60)));
    }
}
