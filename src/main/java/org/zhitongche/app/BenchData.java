package org.zhitongche.app;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.zhitongche.demo.bulk.BulkLoad;
import org.zhitongche.demo.year.YearClock;
import org.zhitongche.demo.year.YearPlan;
import org.zhitongche.time.Zone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Very many appeals, into data of their own: a made-up year through the pipeline first, then copies of it. */
@Command(name = "data", mixinStandardHelpOptions = true, description = "makes very many appeals over several years, into data by name, to measure on")
final class BenchData implements Callable<Integer> {

    private static final int YEAR = 2022;
    private static final int OPEN_OF_THOUSAND = 20;

    @Option(names = "--appeals", paramLabel = "NUMBER", defaultValue = "1000000", description = "about so many in all (default: ${DEFAULT-VALUE})")
    private int appeals;
    @Option(names = "--years", paramLabel = "NUMBER", defaultValue = "10", description = "over so many years (default: ${DEFAULT-VALUE})")
    private int years;
    @Option(names = "--stock", paramLabel = "NUMBER", defaultValue = "1500", description = "accepted ones of the year that is copied (default: ${DEFAULT-VALUE})")
    private int stock;
    @Option(names = "--seed", paramLabel = "NUMBER", defaultValue = "1", description = "the same seed gives the same data (default: ${DEFAULT-VALUE})")
    private long seed;
    @Option(names = "--into", paramLabel = "NAME", required = true, description = "name of the data; what was cut off there goes on")
    private String into;
    @Mixin
    private Common common;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        // Each is copied by itself, so none is merged with another.
        YearPlan plan = new YearPlan(YEAR, stock, stock - stock * OPEN_OF_THOUSAND / 1000, 0, seed);
        long start = System.nanoTime();
        if (!NamedData.exists(common.own(), into)) {
            YearClock clock = new YearClock(Zone.startOf(plan.firstDay()));
            try (House house = House.open(NamedData.fresh(common.own(), into), real -> clock)) {
                new YearRun(house, clock, out).live(plan);
            }
        }
        try (House house = House.open(NamedData.existing(common.own(), into), real -> real)) {
            new BulkLoad(house.database, house.appeals).run(new BulkLoad.Plan(appeals, years, plan.cutOff(), Zone.dateOf(house.clock.instant()), seed),
                    count -> say(out, house, count, start));
            house.heads.write();
            say(out, house, house.database.sql().sql("select count(*) from appeal").query(Integer.class).single(), start);
        }
        return 0;
    }

    private static void say(PrintWriter out, House house, int count, long start) {
        long bytes = house.database.sql().sql("select pg_database_size(current_database())").query(Long.class).single();
        out.printf(Locale.ROOT, "%d 件诉求，%.1f GB，用时 %d 秒%n", count, bytes / 1e9, (System.nanoTime() - start) / 1_000_000_000);
        out.flush();
    }
}
