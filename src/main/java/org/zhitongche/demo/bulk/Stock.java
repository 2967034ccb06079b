package org.zhitongche.demo.bulk;

import java.util.List;
import java.util.stream.Collectors;
import org.zhitongche.db.Database;

/**
 * The made-up year as something to copy: every id of an appeal's own becomes a number, in rows and in the bytes of events,
 * behind which each copy puts a beginning of its own.
 */
final class Stock {

    /** In an event's bytes before an id's number, in place of what each copy has there. */
    static final String TOKEN = "ffffffff-ffff-4fff-8fff-";
    static final String NUMBER = "~number~";
    static final String FIRM = "~uscc~";

    private static final int DIGITS = 12;

    private final Database database;
    private final LoadTables tables;

    Stock(Database database, LoadTables tables) {
        this.database = database;
        this.tables = tables;
    }

    void make() {
        database.tx().executeWithoutResult(status -> {
            run("create schema bench");
            number();
            tables.list().forEach(this::copy);
            events();
            days();
            words();
            firms();
        });
    }

    private void number() {
        String ids = tables.withIds().stream().map(table -> "select " + table.key() + " as appeal, id from " + table.name())
                .collect(Collectors.joining(" union "));
        run("create table bench.id as select id, appeal, row_number() over (order by appeal, id) as k from (" + ids + ") own where appeal is not null");
        run("create unique index on bench.id (id)");
        run("create index on bench.id (appeal)");
        run("""
                create table bench.stock as select a.id, i.k as stock, a.number, a.uscc, a.region, a.first_received,
                    extract(quarter from a.first_received at time zone 'Asia/Shanghai') as quarter
                from appeal a join bench.id i on i.id = a.id""");
    }

    /** A row's own ids as twelve digits; what is nobody's own stays. */
    private void copy(LoadTables.Table table) {
        List<String> columns = table.columns().stream().map(column -> !column.type().equals("uuid") ? "t." + column.name()
                : "coalesce((select lpad(i.k::text, %d, '0') from bench.id i where i.id = t.%2$s), t.%2$s::text) as %2$s".formatted(DIGITS, column.name())).toList();
        run("create table bench." + table.name() + " as select (select k from bench.id where id = t." + table.key() + ") as stock_, "
                + String.join(", ", columns) + " from " + table.name() + " t where t." + table.key() + " is not null");
        run("create index on bench." + table.name() + " (stock_)");
    }

    /** As text, to put other ids, numbers and days in. */
    private void events() {
        run("create table bench.event as select i.k as stock_, e.seq, e.at, e.type, convert_from(e.body, 'UTF8') as body "
                + "from appeal_event e join bench.id i on i.id = e.appeal_id");
        run("""
                create function bench.told(body text, appeal uuid, number text, uscc text) returns text language plpgsql as $$
                declare own record;
                begin
                    for own in select id, k from bench.id i where i.appeal = told.appeal loop
                        body := replace(body, own.id::text, '%s' || lpad(own.k::text, %d, '0'));
                    end loop;
                    body := replace(body, '"' || number || '"', '"%s"');
                    return case when uscc is null then body else replace(body, '"' || uscc || '"', '"%s"') end;
                end $$""".formatted(TOKEN, DIGITS, NUMBER, FIRM));
        run("update bench.event e set body = bench.told(e.body, s.id, s.number, s.uscc) from bench.stock s where s.stock = e.stock_");
        run("create index on bench.event (stock_, seq)");
        run("create function bench.link(before bytea, body bytea) returns bytea language sql immutable as 'select sha256(before || body)'");
        run("create aggregate bench.chain(bytea) (sfunc = bench.link, stype = bytea, initcond = '\\x" + "00".repeat(32) + "')");
    }

    /** Days are moved all at once, since one may become another. */
    private void days() {
        run("""
                create function bench.moved(body text, days int) returns text language plpgsql as $$
                declare day text;
                begin
                    for day in select distinct (regexp_matches(body, '(\\d{4}-\\d{2}-\\d{2})(?=[T"])', 'g'))[1] loop
                        body := replace(body, day, translate((day::date + days)::text, '-', chr(1)));
                    end loop;
                    return translate(body, chr(1), '-');
                end $$""");
    }

    /** With the departments' marks; those of the month and the firm are each copy's own. */
    private void words() {
        run("""
                create table bench.search as select i.k as stock_, s.cut, array_to_tsvector(array(
                    select word from unnest(tsvector_to_array(s.words)) word where word !~ '^[@#=]')) as words
                from appeal_search s join bench.id i on i.id = s.appeal_id""");
        run("create index on bench.search (stock_)");
    }

    /** Very many firms: those of the demo, over and over, under other codes. */
    private void firms() {
        run("""
                insert into enterprise (uscc, name, name_key, region, industry, size, tier, tags, white_listed)
                select left(e.uscc, 8) || lpad((n * 1000 + row_number() over (partition by n order by e.uscc))::text, 10, '0'), e.name || '（' || n || '）', e.name_key || n,
                    e.region, e.industry, e.size, e.tier, e.tags, false
                from enterprise e cross join generate_series(1, 500) n""");
        run("create table bench.firm as select uscc, row_number() over (order by uscc) as firm from enterprise");
        run("create unique index on bench.firm (firm)");
    }

    private void run(String statement) {
        database.sql().sql(statement).update();
    }
}
