package org.zhitongche.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.calendar.CalendarImport;
import org.zhitongche.calendar.Proposed;
import org.zhitongche.db.Database;
import org.zhitongche.time.WorkCalendar;
import org.zhitongche.time.Zone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A closure that moves every open case: trying it out, and putting it in force, beside a loop that only writes a row for each. */
@Command(name = "calendar", mixinStandardHelpOptions = true, description = "recounting open cases on another calendar, beside a bare loop")
final class BenchCalendar implements Callable<Integer> {

    private static final int BATCH = 500;

    @Option(names = "--cases", defaultValue = "100000", description = "open cases (default: ${DEFAULT-VALUE})")
    private int cases;
    @Mixin
    private BenchOptions options;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        options.common.settings();
        try (BenchFolder folder = options.folder();
             House house = House.open(Settings.load(options.common.config, Map.of(), folder.sets()), Function.identity())) {
            new BenchOpenCases(house).make(cases, false, Set.of());
            Path closure = closure(folder, house);
            CalendarImport imports = house.calendarImport();
            double bare = seconds(() -> bare(house.database));
            double tried = seconds(() -> imports.preview(Proposed.of(closure)));
            BenchCpu before = BenchCpu.now(house.database);
            double applied = seconds(() -> imports.apply(Proposed.of(closure), "bench"));
            print(bare, tried, applied, BenchCpu.now(house.database).since(before));
        }
        return 0;
    }

    /** The working day after today, so that every case's limits move. */
    private static Path closure(BenchFolder folder, House house) throws IOException {
        WorkCalendar calendar = house.calendar.get();
        Instant now = house.clock.instant();
        LocalDate today = Zone.dateOf(now);
        return Files.writeString(folder.log().resolveSibling("closure.txt"), "document bench\npublished " + today + "\nclose "
                + calendar.nextWorkingDay(today, null) + " 35 bench\n");
    }

    /** Reads each case's events, writes one row and changes one, on as many threads. */
    private void bare(Database database) {
        database.sql().sql("create table bench_event (appeal_id uuid primary key, body bytea not null)").update();
        database.sql().sql("create table bench_case as select id, due_at from appeal").update();
        database.sql().sql("create unique index on bench_case (id)").update();
        List<UUID> all = database.sql().sql("select id from appeal order by id").query(UUID.class).list();
        List<UUID[]> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BATCH) {
            batches.add(all.subList(from, Math.min(from + BATCH, all.size())).toArray(UUID[]::new));
        }
        batches.parallelStream().forEach(ids -> database.tx().executeWithoutResult(status -> {
            database.sql().sql("select body, hash from appeal_event where appeal_id = any (?)").param(ids).query((row, n) -> row.getBytes(1)).list();
            database.sql().sql("insert into bench_event select id, decode(repeat('ab', 400), 'hex') from unnest(?::uuid[]) as t (id)").param(ids).update();
            database.sql().sql("update bench_case set due_at = due_at + interval '1 day' where id = any (?)").param(ids).update();
        }));
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private void print(double bare, double tried, double applied, BenchCpu used) {
        PrintWriter out = spec.commandLine().getOut();
        if (options.json) {
            out.println(EventCodec.JSON.createObjectNode().put("cases", cases).put("bareSeconds", bare).put("triedSeconds", tried)
                    .put("appliedSeconds", applied).put("programSeconds", used.program() / 1e9).put("databaseSeconds", used.database() / 1e9).toPrettyString());
        } else {
            out.printf(Locale.ROOT, "%d 件未办结诉求　裸循环 %.1f 秒　试算 %.1f 秒　启用并重算 %.1f 秒（含等待各节点换用新日历 4 秒；处理器时间 程序 %.1f 秒、数据库 %.1f 秒）%n",
                    cases, bare, tried, applied, used.program() / 1e9, used.database() / 1e9);
        }
        out.flush();
    }
}
