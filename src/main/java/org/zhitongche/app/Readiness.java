package org.zhitongche.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.zhitongche.db.Database;

/** What the node still lacks for work, for {@code /health/ready}: its database, and each route that does not run. */
final class Readiness implements Supplier<List<String>> {

    private static final int PATIENCE_MS = 1_500;

    private final Database database;
    private final Supplier<Map<String, Boolean>> routes;
    private CompletableFuture<Boolean> open;

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

    /** Who asks must hear before he gives up himself, and a database that is away lets one wait longer than that. */
    private boolean answers() {
        try {
            return question().get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** One at a time: those who ask while it is open wait for the same answer. */
    private synchronized CompletableFuture<Boolean> question() {
        if (open == null || open.isDone()) {
            open = new CompletableFuture<>();
            CompletableFuture<Boolean> asked = open;
            Thread thread = new Thread(() -> asked.complete(ask()), "readiness");
            thread.setDaemon(true);
            thread.start();
        }
        return open;
    }

    private boolean ask() {
        try {
            return database.sql().sql("select 1").query(Integer.class).single() == 1;
        } catch (RuntimeException away) {
            return false;
        }
    }
}
