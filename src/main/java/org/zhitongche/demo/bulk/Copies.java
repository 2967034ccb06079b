package org.zhitongche.demo.bulk;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhitongche.db.Database;

/**
 * Puts the stock into the tables again and again, each time with other ids, numbers and firms and some whole weeks earlier
 * or later, quarter after quarter as it would have come. What was put in is noted in the same transaction.
 */
final class Copies {

    private static final String OWN = "(case when length(s.%1$s) = 12 then c.beginning || s.%1$s else s.%1$s end)::uuid";
    /** What no two rows may share. */
    private static final Map<String, List<String>> UNIQUE = Map.of("submission_key", List.of("key"), "supervision_order", List.of("number"),
            "arrival", List.of("key", "transport_id"));

    private final Database database;
    private final List<LoadTables.Table> tables;
    private final long seed;

    Copies(Database database, LoadTables tables, long seed) {
        this.database = database;
        this.tables = tables.list();
        this.seed = seed;
    }

    /** @param weeks by how many the copies are later than the stock @param each how many copies of each of the stock's appeals */
    record Chunk(int weeks, int quarter, int each) {}

    /** @return how many appeals there are more */
    int put(Chunk chunk) {
        Integer count = database.tx().execute(status -> {
            run("set local synchronous_commit = off");
            run("set local work_mem = '128MB'");
            int made = choose(chunk);
            events(chunk);
            tables.forEach(table -> rows(table, chunk));
            words(chunk);
            run("insert into bench.done (weeks, quarter) values (" + chunk.weeks() + ", " + chunk.quarter() + ")");
            return made;
        });
        return count == null ? 0 : count;
    }

    /** Some firms ask often, most seldom. */
    private int choose(Chunk chunk) {
        run("create temp table copy (stock bigint, beginning text, number text, uscc text, copy int) on commit drop");
        int made = database.sql().sql("""
                insert into copy
                select s.stock, substr(md5, 1, 8) || '-' || substr(md5, 9, 4) || '-4' || substr(md5, 13, 3) || '-8' || substr(md5, 16, 3) || '-',
                    s.region || '-' || to_char(s.first_received at time zone 'Asia/Shanghai' + cast(:shift as interval), 'YYYYMMDD') || '-' || nextval('bench.serial'),
                    case when s.uscc is not null then f.uscc end, c
                from bench.stock s cross join generate_series(1, :each) c
                cross join lateral (select md5(:seed || '/' || :shift || '/' || s.stock || '/' || c) as md5) m
                cross join lateral (select ('x' || substr(md5, 20, 6))::bit(24)::int / 16777216.0 as share) r
                left join bench.firm f on f.firm = 1 + floor((select count(*) from bench.firm) * share * share)
                where s.quarter = :quarter order by s.first_received, c""")
                .param("shift", shift(chunk)).param("each", chunk.each()).param("seed", String.valueOf(seed)).param("quarter", chunk.quarter()).update();
        run("create index on copy (stock)");
        run("analyze copy");
        return made;
    }

    private static String shift(Chunk chunk) {
        return chunk.weeks() * 7 + " days";
    }

    /** Days in them are moved, hours are not: whole weeks keep the hour. */
    private void events(Chunk chunk) {
        run("create temp table moved on commit drop as select e.stock_, e.seq, e.type, e.at + interval '%1$s' as at, bench.moved(e.body, %2$d) as body from bench.event e where e.stock_ in (select stock from copy)"
                .formatted(shift(chunk), chunk.weeks() * 7));
        run("create index on moved (stock_)");
        run("analyze moved");
        run("""
                insert into appeal_event (appeal_id, seq, at, type, body, hash)
                select appeal, seq, at, type, body, bench.chain(body) over (partition by appeal order by seq)
                from (select (c.beginning || lpad(e.stock_::text, 12, '0'))::uuid as appeal, e.seq, e.at, e.type,
                    convert_to(replace(replace(replace(e.body, '%s', c.beginning), '%s', c.number), '%s', coalesce(c.uscc, '')), 'UTF8') as body
                    from copy c join moved e on e.stock_ = c.stock) told""".formatted(Stock.TOKEN, Stock.NUMBER, Stock.FIRM));
    }

    private void rows(LoadTables.Table table, Chunk chunk) {
        String columns = table.columns().stream().map(LoadTables.Column::name).collect(Collectors.joining(", "));
        String values = table.columns().stream().map(column -> value(table, column, chunk)).collect(Collectors.joining(", "));
        run("insert into %s (%s) select %s from copy c join bench.%s s on s.stock_ = c.stock".formatted(table.name(), columns, values, table.name()));
    }

    private String value(LoadTables.Table table, LoadTables.Column column, Chunk chunk) {
        String name = column.name();
        if (table.name().equals("appeal") && name.equals("head")) {
            return "(select e.hash from appeal_event e where e.appeal_id = " + OWN.formatted("id") + " order by e.seq desc limit 1)";
        }
        if (table.name().equals("appeal") && (name.equals("number") || name.equals("uscc"))) {
            return "c." + name;
        }
        if (UNIQUE.getOrDefault(table.name(), List.of()).contains(name)) {
            return "s." + name + " || '/' || c.number";
        }
        if (table.name().equals("appeal_signature") && name.equals("compared")) {
            return "true"; // a copy is like its stock, and that is known
        }
        return switch (column.type()) {
            case "uuid" -> OWN.formatted(name);
            case "timestamp with time zone" -> "s." + name + " + interval '" + shift(chunk) + "'";
            case "date" -> "s." + name + " + " + chunk.weeks() * 7;
            default -> "s." + name;
        };
    }

    private void words(Chunk chunk) {
        run("""
                insert into appeal_search (appeal_id, first_received, cut, words)
                select (c.beginning || lpad(c.stock::text, 12, '0'))::uuid, k.first_received + interval '%1$s', s.cut, s.words || array_to_tsvector(array_remove(
                    array['@' || to_char(d.day, 'YYYY'), '@' || to_char(d.day, 'YYYYMM') || substr('abcc', 1 + (extract(day from d.day)::int - 1) / 10, 1), '#' || c.uscc], null))
                from copy c join bench.search s on s.stock_ = c.stock join bench.stock k on k.stock = c.stock
                cross join lateral (select k.first_received at time zone 'Asia/Shanghai' + interval '%1$s' as day) d""".formatted(shift(chunk)));
    }

    private void run(String statement) {
        database.sql().sql(statement).update();
    }
}
