package org.zhitongche.demo.bulk;

import java.util.List;
import java.util.Set;
import org.zhitongche.db.Database;

/** The tables that hold what became of appeals, and their columns, as the schema has them. */
final class LoadTables {

    /** What others would have been told is not made up; the index of words is made of its own parts; copies are like nothing but each other. */
    private static final Set<String> LEFT_OUT = Set.of("outbox", "outgoing_mail", "site_message", "verification", "access_log", "action",
            "appeal_event", "appeal_search", "attachment", "alarm", "arrival_replay", "appeal_pair", "reply_signature", "figure_change");

    private final Database database;

    LoadTables(Database database) {
        this.database = database;
    }

    record Column(String name, String type) {}

    record Table(String name, List<Column> columns) {

        /** By which a row belongs to its appeal. */
        String key() {
            return name.equals("appeal") ? "id" : "appeal_id";
        }
    }

    List<Table> list() {
        return database.sql().sql("""
                select table_name from information_schema.columns where table_schema = 'public'
                and (column_name = 'appeal_id' or table_name = 'appeal' and column_name = 'id') order by table_name""")
                .query(String.class).list().stream().filter(name -> !LEFT_OUT.contains(name)).map(name -> new Table(name, columns(name))).toList();
    }

    /** Where an id of an appeal's own may stand first. */
    List<Table> withIds() {
        return list().stream().filter(table -> table.columns().contains(new Column("id", "uuid"))).toList();
    }

    private List<Column> columns(String table) {
        return database.sql().sql("""
                select column_name, data_type from information_schema.columns where table_schema = 'public' and table_name = ?
                and is_generated = 'NEVER' and identity_generation is null order by ordinal_position""").param(table)
                .query((row, n) -> new Column(row.getString(1), row.getString(2))).list();
    }
}
