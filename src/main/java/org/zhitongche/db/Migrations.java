package org.zhitongche.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schema's steps in {@code db/migration}, applied at start. */
final class Migrations {
    private static final String FOLDER = "classpath:db/migration";

    private final DataSource dataSource;

    Migrations(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    private FluentConfiguration configuration() {
        return Flyway.configure().dataSource(dataSource).locations(FOLDER)
                .ignoreMigrationPatterns(new String[0]).validateMigrationNaming(true);
    }

    /** Makes the schema of that name and everything in it. */
    void runIn(String schema) {
        configuration().schemas(schema).load().migrate();
    }

    /** Flyway takes most of a second to get ready; where every step was taken already it is not asked. */
    void run() {
        if (known().equals(taken())) {
            return;
        }
        Flyway flyway = configuration().load();
        try {
            flyway.migrate();
        } catch (FlywayValidateException e) {
            refuseNewerSchema(flyway);
            throw new StartFailure("the schema does not match this release's migrations (" + firstLines(e) + ")",
                    "start the release that wrote it, or restore a backup", e);
        } catch (FlywayException e) {
            throw new StartFailure("the schema could not be brought to this release (" + firstLines(e) + ")",
                    "correct the cause and start again; nothing of the failed step was kept", e);
        }
    }

    private static void refuseNewerSchema(Flyway flyway) {
        MigrationInfo[] all = flyway.info().all();
        boolean newer = Arrays.stream(all).anyMatch(step -> step.getState().name().startsWith("FUTURE"));
        if (newer) {
            String known = Arrays.stream(all).filter(step -> step.getState().isResolved())
                    .reduce((first, second) -> second).map(step -> step.getVersion().toString()).orElse("none");
            throw new StartFailure("the schema is at version " + flyway.info().current().getVersion()
                    + ", newer than the " + known + " this release knows", "start the newer release, or restore a backup made by this one");
        }
    }

    /** The steps of this release, by file name. */
    private static Set<String> known() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FOLDER + "/V*.sql"))
                    .map(Resource::getFilename).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The steps that were taken; none where there is no schema yet. */
    private Set<String> taken() {
        JdbcClient sql = JdbcClient.create(dataSource);
        boolean there = sql.sql("select to_regclass('flyway_schema_history') is not null").query(Boolean.class).single();
        return there ? Set.copyOf(sql.sql("select script from flyway_schema_history where success and version is not null")
                .query(String.class).list()) : Set.of();
    }

    private static String firstLines(FlywayException e) {
        return e.getMessage().strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
