package org.zhitongche.app;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhitongche.appeal.SearchIndex;
import org.zhitongche.calendar.CalendarImport;
import org.zhitongche.stats.FigureRound;

/** What a node does beside its work: the heads of all histories written outside the database, old deliveries pruned, the model in force taken, figures packed, open cases counted on a new calendar, the rules of dispatch checked. */
final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    /** How long a node may work on by the model it knows when another has been put in force, in seconds. */
    private static final int MODEL_LOOKED_FOR = 2;
    /** For a version recorded on a page, or one whose import was cut off; in seconds. */
    private static final int CALENDAR_LOOKED_FOR = 2;
    private static final int PRUNED_AT_ONCE = 5_000;
    /** How long what changed may be read from the spans themselves, in seconds. */
    private static final int FIGURES_PACKED = 60;

    private final House house;
    private final FigureRound figures;
    /** Days that were never packed are looked for once: new ones come with a change. */
    private boolean packed;
    private final ScheduledExecutorService thread = Executors.newScheduledThreadPool(3, work -> {
        Thread made = new Thread(work, "housekeeping");
        made.setDaemon(true);
        return made;
    });

    Housekeeping(House house) {
        this.house = house;
        this.figures = house.figures.round();
    }

    Housekeeping start() {
        thread.scheduleWithFixedDelay(() -> tryTo("write the heads", house.heads::write), 10, 10, TimeUnit.MINUTES);
        thread.scheduleWithFixedDelay(() -> tryTo("prune the outbox", () -> house.outbox.prune(PRUNED_AT_ONCE)), 5, 60, TimeUnit.MINUTES);
        thread.scheduleWithFixedDelay(() -> tryTo("look for the models in force", house::lookForModels), MODEL_LOOKED_FOR, MODEL_LOOKED_FOR, TimeUnit.SECONDS);
        thread.scheduleWithFixedDelay(() -> tryTo("count the weeks of agreement", house::countWeeks), 2, 60, TimeUnit.MINUTES);
        thread.scheduleWithFixedDelay(() -> tryTo("pack the days of figures", this::packFigures), 1, FIGURES_PACKED, TimeUnit.SECONDS);
        thread.scheduleWithFixedDelay(() -> tryTo("check the rules of dispatch", () -> DispatchCheck.run(house)), 1, 1, TimeUnit.DAYS);
        CalendarImport calendar = house.calendarImport();
        thread.scheduleWithFixedDelay(() -> tryTo("count open cases on a new calendar", calendar::run), CALENDAR_LOOKED_FOR, CALENDAR_LOOKED_FOR, TimeUnit.SECONDS);
        thread.schedule(() -> tryTo("cut the search index anew", this::cutAnew), 1, TimeUnit.SECONDS);
        return this;
    }

    /** After an upgrade; what is not cut anew yet is not found. */
    private void cutAnew() {
        SearchIndex index = new SearchIndex(house.database);
        while (index.cutAnew() > 0 && !thread.isShutdown()) {
            // until all entries are as this release makes them
        }
    }

    private void packFigures() {
        if (!packed) {
            figures.packMissing();
            packed = true;
        }
        figures.run();
        figures.remember();
    }

    /** The next round tries again, whatever it was: what leaves here would end the rounds without a word. */
    private static void tryTo(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            LOG.warn("could not {}", what, e);
        }
    }

    /** The last heads are written when all doors are closed. */
    @Override
    public void close() {
        thread.shutdownNow();
        tryTo("write the heads", house.heads::write);
    }
}
