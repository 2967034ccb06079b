package org.zhitongche.app;

import java.io.PrintWriter;
import java.time.LocalDate;
import org.zhitongche.app.YearWatch.Work;
import org.zhitongche.db.StartFailure;
import org.zhitongche.demo.DemoDirectory;
import org.zhitongche.demo.year.Year;
import org.zhitongche.demo.year.YearClock;
import org.zhitongche.demo.year.YearPlan;
import org.zhitongche.doors.Pipeline;
import org.zhitongche.parts.BrokerConnections;

/** The made-up year on an empty house: its routes between the doors, the demo's directory, no door open. */
final class YearRun {

    private static final String NOBODY = "simulated";

    private final House house;
    private final YearClock clock;
    private final PrintWriter out;
    private final YearWatch watch = new YearWatch();

    /** @param clock the one that the house runs by */
    YearRun(House house, YearClock clock, PrintWriter out) {
        this.house = house;
        this.clock = clock;
        this.out = out;
    }

    void live(YearPlan plan) {
        if (!house.people.isEmpty()) { // as where root's data lie elsewhere and outlived their folder
            throw new StartFailure("the database of that name is not empty", "choose another name");
        }
        DemoDirectory.Filled filled = new DemoDirectory(house.database, house.directory, house.people).fill();
        try (Pipeline inside = HousePipeline.of(house, BrokerConnections.connectTo("vm://none?create=false", null, null),
                house.settings.number(Key.MAIL_IMAP_PORT), house.settings.number(Key.MAIL_SMTP_PORT))) {
            inside.startInside();
            new Year(plan, clock, house.calendar.get(), stages(inside)).run(filled.firms(), house.directory.departments(), this::say);
        }
        endWeek();
        out.println(house.words.get("simulate.done", watch.all(), watch.spentOn(Work.TAKE_IN), watch.spentOn(Work.ACT),
                watch.spentOn(Work.ROUNDS), watch.spentOn(Work.WEEKLY)));
    }

    private Year.Stages stages(Pipeline inside) {
        return new Year.Stages(submission -> watch.time(Work.TAKE_IN, () -> inside.takeIn().takeIn(submission)),
                request -> watch.time(Work.ACT, () -> inside.acts().act(request)), house.appeals,
                () -> watch.time(Work.ROUNDS, house.supervision::run), () -> watch.time(Work.ROUNDS, house.survey::run),
                work -> house.database.tx().executeWithoutResult(status -> work.run()), this::endWeek);
    }

    /** As a node does, the heads; what would be sent to people who do not exist is let go. */
    private void endWeek() {
        watch.time(Work.WEEKLY, () -> house.heads.write() + house.outbox.skipAll(NOBODY));
    }

    private void say(LocalDate month) {
        long appeals = house.database.sql().sql("select count(*) from appeal").query(Long.class).single();
        out.println(house.words.get("simulate.month", month, appeals, watch.all()));
        out.flush();
    }
}
