package org.zhitongche.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.zhitongche.db.Database;

/** What the node still lacks for work, for {@code /health/ready}: its database, and each route that does not run. */
final class Readiness implements Supplier<List<String>> {

    private final Database database;
    private final Supplier<Map<String, Boolean>> routes;

    Readiness(Database database, Supplier<Map<String, Boolean>> routes) {
        this.database = database;
        this.routes = routes;
    }

    @Override
    public List<String> get() {
        List<String> missing = new ArrayList<>();
        if (!answers()) {
            missing.add("database");
        }
        Map<String, Boolean> running = routes.get();
        if (running.isEmpty()) {
            missing.add("routes");
        }
        running.forEach((route, runs) -> {
            if (!runs) {
                missing.add("route " + route);
            }
        });
        return missing;
    }

    private boolean answers() {
        try {
            return database.sql().sql("select 1").query(Integer.class).single() == 1;
        } catch (DataAccessException | TransactionException e) {
            return false;
        }
    }
}
