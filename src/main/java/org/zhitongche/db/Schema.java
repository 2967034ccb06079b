package org.zhitongche.db;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database tells of its own tables, for copying them whole. Names come quoted where they need it. */
final class Schema {
    record Table(String name, String columns) {}

    record ForeignKey(String table, String name, String definition) {}

    private final JdbcClient sql;

    Schema(Database database) {
        sql = database.sql();
    }

    /** Version and checksum of each migration. */
    List<String> listSteps() {
        return sql.sql("select version || ':' || checksum from flyway_schema_history where version is not null order by installed_rank")
                .query(String.class).list();
    }

    boolean isEmpty() {
        return sql.sql("select count(*) from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace")
                .query(Long.class).single() == 0;
    }

    /** All but Flyway's own; without generated columns, which make themselves. */
    List<Table> listTables() {
        return sql.sql("""
                select quote_ident(c.relname) as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
                from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and c.relname <> 'flyway_schema_history'
                  and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                group by c.relname order by c.relname
                """).query(Table.class).list();
    }

    List<ForeignKey> listForeignKeys() {
        return sql.sql("""
                select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
                from pg_constraint
                where contype = 'f' and conparentid = 0 and connamespace = current_schema()::regnamespace
                order by conrelid, conname
                """).query(ForeignKey.class).list();
    }

    /** Those used at least once. */
    Map<String, Long> sequences() {
        return sql.sql("""
                select quote_ident(sequencename), last_value from pg_sequences
                where schemaname = current_schema() and last_value is not null order by sequencename
                """).query((row, n) -> Map.entry(row.getString(1), row.getLong(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
