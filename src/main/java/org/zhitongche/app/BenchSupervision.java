package org.zhitongche.app;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.zhitongche.supervision.Oversight;
import org.zhitongche.supervision.Watch;
import org.zhitongche.time.Light;
import org.zhitongche.time.WorkCalendar;
import org.zhitongche.time.Zone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Rounds of supervision, the daily digest and the supervisor's page where very many cases are open and few of them fall due,
 * beside a bare SELECT by primary key: what they cost must not grow with what is only open.
 */
@Command(name = "supervision", mixinStandardHelpOptions = true, description = "rounds, the digest and the supervisor's page over very many open cases, beside a bare SELECT by primary key")
final class BenchSupervision implements Callable<Integer> {

    private static final int TIMES = 50;

    @Option(names = "--cases", defaultValue = "100000", description = "open cases (default: ${DEFAULT-VALUE})")
    private int cases;
    @Option(names = "--due", defaultValue = "200", description = "of them overdue, due today, and with a light that turns; so many each (default: ${DEFAULT-VALUE})")
    private int due;
    @Mixin
    private BenchOptions options;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        try (BenchFolder folder = options.folder();
             House house = House.open(Settings.load(options.common.config, Map.of(), folder.sets()), real -> now::get)) {
            fill(house, now);
            BenchTable table = new BenchTable(house.database);
            bare(house, table);
            table.measure("监督轮次，没有到时的", TIMES, n -> house.supervision.run());
            now.set(now.get().plus(Duration.ofHours(1)));
            table.measure("监督轮次，%d 件转灯".formatted(due), 1, n -> house.supervision.run());
            table.measure("每日提醒", 1, n -> house.digests.run());
            Oversight oversight = new Oversight(house.database, house.clock);
            table.measure("督办页，30 天", TIMES, n -> oversight.page(new Oversight.Span(30, null)));
            table.measure("督办页，365 天", TIMES, n -> oversight.page(new Oversight.Span(365, null)));
            table.measure("督办页，超期的案件", TIMES, n -> oversight.listCases(new Oversight.Question(Watch.RED, null, null, new Oversight.Span(30, null)), null, 51));
            table.print(spec.commandLine().getOut(), options.json);
        }
        return 0;
    }

    /** Wednesday at ten: some became overdue yesterday, some are due today, some have a light that turns within the hour, all others are only open. */
    private void fill(House house, AtomicReference<Instant> now) {
        BenchOpenCases open = new BenchOpenCases(house);
        WorkCalendar calendar = house.calendar.get();
        LocalDate today = LocalDate.of(2026, 5, 27);
        Instant ten = Zone.at(today, LocalTime.of(10, 0));
        make(open, now, sevenDaysBefore(calendar, calendar.previousWorkingDay(today, null)), due, EnumSet.allOf(Light.class));
        make(open, now, sevenDaysBefore(calendar, today), due, EnumSet.of(Light.BLUE, Light.YELLOW));
        // To be acknowledged within today: nine office hours, of which half are over at half past ten.
        now.set(Zone.at(calendar.previousWorkingDay(today, null), LocalTime.of(12, 0)));
        open.make(due, false, Set.of());
        make(open, now, ten.minus(Duration.ofMinutes(30)), cases - 3 * due, Set.of());
        now.set(ten);
        house.supervision.run();
    }

    private static Instant sevenDaysBefore(WorkCalendar calendar, LocalDate day) {
        LocalDate start = day;
        for (int n = 0; n < 7; n++) {
            start = calendar.previousWorkingDay(start, null);
        }
        return Zone.at(start, LocalTime.of(10, 0));
    }

    private static void make(BenchOpenCases open, AtomicReference<Instant> now, Instant at, int cases, Set<Light> turned) {
        now.set(at);
        open.make(cases, true, Set.copyOf(turned.stream().filter(light -> light != Light.NONE).toList()));
    }

    private static void bare(House house, BenchTable table) {
        List<UUID> some = house.database.sql().sql("select id from appeal limit 5000").query(UUID.class).list();
        Random die = new Random(1);
        table.measure("SELECT 按主键", TIMES * 20, n -> house.database.sql().sql("select number from appeal where id = ?")
                .param(some.get(die.nextInt(some.size()))).query(String.class).single());
    }
}
