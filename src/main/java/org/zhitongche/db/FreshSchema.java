package org.zhitongche.db;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The migrations run once more aside, to tell the rows they make themselves from those that work has left. */
final class FreshSchema implements AutoCloseable {
    private static final String NAME = "restore_fresh";

    private final JdbcClient sql;

    FreshSchema(Database database) {
        sql = database.sql();
        close();
        new Migrations(database.dataSource()).runIn(NAME);
    }

    /** The first table that holds a row no migration made. */
    Optional<Schema.Table> findUsed(List<Schema.Table> tables) {
        return tables.stream().filter(this::used).findFirst();
    }

    @Override
    public void close() {
        sql.sql("drop schema if exists " + NAME + " cascade").update();
    }

    private boolean used(Schema.Table table) {
        String fresh = NAME + "." + table.name();
        boolean known = sql.sql("select to_regclass(:fresh) is not null").param("fresh", fresh).query(Boolean.class).single();
        String ownRows = "select (%s)::text from %s".formatted(row(table), table.name());
        String made = known ? " except all select (%s)::text from %s".formatted(row(table), fresh) : "";
        return sql.sql("select exists (" + ownRows + made + ")").query(Boolean.class).single();
    }

    private static String row(Schema.Table table) {
        return "row(" + table.columns() + ")";
    }
}
