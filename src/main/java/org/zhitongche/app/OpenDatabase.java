package org.zhitongche.app;

import java.nio.file.Path;
import java.util.Optional;
import org.zhitongche.db.Database;
import org.zhitongche.db.EmbeddedPostgres;

/** The database as the settings say: one that runs somewhere, the embedded one, or the embedded one of a running node. */
record OpenDatabase(Database database, EmbeddedPostgres embedded) implements AutoCloseable {

    private static final int POOL_OF_A_COMMAND = 4;

    static OpenDatabase own(Settings settings) {
        if (!settings.embeddedDatabase()) {
            return migrated(external(settings, settings.number(Key.DATABASE_POOL)), null);
        }
        EmbeddedPostgres server = EmbeddedPostgres.start(folder(settings), options(settings));
        try {
            return migrated(Database.open(server.jdbcUrl(), server.user(), server.password(), settings.number(Key.DATABASE_POOL)), server);
        } catch (RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    static OpenDatabase beside(Settings settings) {
        if (!settings.embeddedDatabase()) {
            return migrated(external(settings, POOL_OF_A_COMMAND), null);
        }
        Optional<EmbeddedPostgres.Attached> running = EmbeddedPostgres.attach(folder(settings), options(settings));
        return running.map(at -> migrated(Database.open(at.jdbcUrl(), at.user(), at.password(), POOL_OF_A_COMMAND), null))
                .orElseGet(() -> own(settings));
    }

    private static Database external(Settings settings, int pool) {
        return Database.open(settings.get(Key.DATABASE_URL), settings.get(Key.DATABASE_USER), settings.get(Key.DATABASE_PASSWORD), pool);
    }

    private static OpenDatabase migrated(Database database, EmbeddedPostgres server) {
        try {
            database.migrate();
            return new OpenDatabase(database, server);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Path folder(Settings settings) {
        return settings.path(Key.DATA_DIR).resolve("postgres");
    }

    private static EmbeddedPostgres.Options options(Settings settings) {
        return EmbeddedPostgres.Options.defaults().onPort(settings.number(Key.DATABASE_PORT));
    }

    @Override
    public void close() {
        database.close();
        if (embedded != null) {
            embedded.stop();
        }
    }
}
