package org.zhitongche.app;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Locale;
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

    /** @param clock the one that the house runs by */
    YearRun(House house, YearClock clock, PrintWriter out) {
        this.house = house;
        this.clock = clock;
        this.out = out;
    }

    void live(YearPlan plan) {
        long began = System.nanoTime();
        DemoDirectory.Filled filled = new DemoDirectory(house.database, house.directory, house.people).fill();
        try (Pipeline inside = HousePipeline.of(house, BrokerConnections.connectTo("vm://none?create=false", null, null),
                house.settings.number(Key.MAIL_IMAP_PORT), house.settings.number(Key.MAIL_SMTP_PORT))) {
            inside.startInside();
            Year.Stages stages = new Year.Stages(inside.takeIn(), inside.acts(), house.appeals, house.supervision, house.survey, this::endWeek);
            new Year(plan, clock, house.calendar.get(), stages).run(filled.firms(), house.directory.departments(), month -> say(month, began));
        }
        endWeek();
        out.println(house.words.get("simulate.done", seconds(began)));
    }

    /** As a node does, the heads; what would be sent to people who do not exist is let go. */
    private void endWeek() {
        house.heads.write();
        house.outbox.skipAll(NOBODY);
    }

    private void say(LocalDate month, long began) {
        long appeals = house.database.sql().sql("select count(*) from appeal").query(Long.class).single();
        out.println(house.words.get("simulate.month", month, appeals, seconds(began)));
        out.flush();
    }

    private static String seconds(long began) {
        return String.format(Locale.ROOT, "%.0f", (System.nanoTime() - began) / 1e9);
    }
}
