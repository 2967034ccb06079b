package org.zhitongche.demo.bulk;

import java.util.List;
import org.zhitongche.db.Database;

/** What slows down putting many rows in: taken away first, made again afterwards, and known in between. */
final class Indexes {

    private final Database database;

    Indexes(Database database) {
        this.database = database;
    }

    /** Keys stay: the copies look each other up by them. */
    void takeAway(List<String> tables) {
        database.sql().sql("""
                create table bench.again as
                select 0 as step, 'drop index ' || i.indexrelid::regclass as away, pg_get_indexdef(i.indexrelid) as again
                from pg_index i where i.indrelid = any (:tables::regclass[]) and not i.indisprimary
                    and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)
                union all
                select 1, format('alter table %s drop constraint %I', conrelid::regclass, conname),
                    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                from pg_constraint where contype = 'f' and conrelid = any (:tables::regclass[])""")
                .param("tables", tables.toArray(String[]::new)).update();
        database.sql().sql("select away from bench.again order by step desc").query(String.class).list()
                .forEach(statement -> database.sql().sql(statement).update());
    }

    void makeAgain() {
        for (String statement : database.sql().sql("select again from bench.again order by step").query(String.class).list()) {
            database.tx().executeWithoutResult(status -> {
                database.sql().sql("set local maintenance_work_mem = '512MB'").update();
                database.sql().sql(statement).update();
                database.sql().sql("delete from bench.again where again = ?").param(statement).update();
            });
        }
    }
}
