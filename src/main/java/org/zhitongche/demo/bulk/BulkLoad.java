package org.zhitongche.demo.bulk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.zhitongche.appeal.Appeals;
import org.zhitongche.db.Database;

/**
 * Makes many years of appeals of one made-up year that went through the pipeline: each copy has its own ids, number, firm
 * and chain of events, whole weeks away from the year it was copied from. What was cut off goes on where it stood.
 */
public final class BulkLoad {

    private static final int WEEKS_A_YEAR = 52;
    private static final int QUARTERS = 4;

    private final Database database;
    private final Appeals appeals;
    private final LoadTables tables;

    public BulkLoad(Database database, Appeals appeals) {
        this.database = database;
        this.appeals = appeals;
        this.tables = new LoadTables(database);
    }

    /**
     * @param wanted appeals in all
     * @param years  over how many they are spread
     * @param end    the day up to which something is known of the made-up year
     * @param today  on which the last of the copied years ends at the latest
     */
    public record Plan(int wanted, int years, LocalDate end, LocalDate today, long seed) {}

    /** Whether the copying has begun and not come to its end. */
    public boolean isUnderWay() {
        return database.sql().sql("select to_regnamespace('bench') is not null").query(Boolean.class).single();
    }

    /** @param progress told how many appeals there are after each quarter */
    public void run(Plan plan, IntConsumer progress) {
        if (!isUnderWay()) {
            begin();
        }
        Copies copies = new Copies(database, tables, plan.seed());
        for (Copies.Chunk chunk : chunks(plan)) {
            if (!isDone(chunk)) {
                copies.put(chunk);
                progress.accept(count());
            }
        }
        new Indexes(database).makeAgain();
        light();
        database.sql().sql("delete from figure_day").update(); // its days have more appeals by now
        database.sql().sql("drop schema bench cascade").update();
        database.sql().sql("vacuum analyze").update();
    }

    private void begin() {
        database.tx().executeWithoutResult(status -> {
            new Stock(database, tables).make();
            database.sql().sql("create table bench.done (weeks int, quarter int, primary key (weeks, quarter))").update();
            database.sql().sql("create sequence bench.serial start 10000000").update();
            new Indexes(database).takeAway(Stream.concat(tables.list().stream().map(LoadTables.Table::name),
                    Stream.of("appeal_event", "appeal_search")).toList());
        });
        database.sql().sql("analyze").update();
    }

    /** When lights turn is the calendar's: weeks later there are other holidays. */
    private void light() {
        database.sql().sql("""
                select id from appeal where blue_at is not null or yellow_at is not null
                union select appeal_id from assignment where blue_at is not null or yellow_at is not null
                union select appeal_id from supervision_order where blue_at is not null or yellow_at is not null
                union select appeal_id from leader_note where blue_at is not null or yellow_at is not null""").query(UUID.class).list()
                .forEach(appeals::rebuild);
    }

    private List<Copies.Chunk> chunks(Plan plan) {
        int stock = database.sql().sql("select count(*) from bench.stock").query(Integer.class).single();
        int each = Math.max(1, Math.round((plan.wanted() - stock) / (float) (stock * plan.years())));
        int last = (int) ChronoUnit.WEEKS.between(plan.end(), plan.today());
        List<Copies.Chunk> chunks = new ArrayList<>();
        for (int year = plan.years() - 1; year >= 0; year--) {
            for (int quarter = 1; quarter <= QUARTERS; quarter++) {
                chunks.add(new Copies.Chunk(last - year * WEEKS_A_YEAR, quarter, each));
            }
        }
        return chunks;
    }

    private boolean isDone(Copies.Chunk chunk) {
        return database.sql().sql("select exists (select 1 from bench.done where weeks = ? and quarter = ?)")
                .params(chunk.weeks(), chunk.quarter()).query(Boolean.class).single();
    }

    private int count() {
        return database.sql().sql("select count(*) from appeal").query(Integer.class).single();
    }
}
