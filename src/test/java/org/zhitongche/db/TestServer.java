package org.zhitongche.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The server that all tests of one run share, with a migrated database to copy from. */
final class TestServer {
    private static final String PREFIX = "zhitongche-test-";
    private static final String TEMPLATE = "template_migrated";
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static TestServer instance;

    private final EmbeddedPostgres postgres;

    private TestServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
        postgres.administer("create database " + TEMPLATE + " owner " + postgres.user());
        try (Database database = Database.open(url(TEMPLATE), user(), password(), 2)) {
            database.migrate();
        }
    }

    static synchronized TestServer get() {
        if (instance == null) {
            sweep();
            Path folder = temporaryFolder();
            EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, EmbeddedPostgres.Options.defaults().withoutFsync());
            endWithThisProcess(postgres.pid(), folder);
            instance = new TestServer(postgres);
        }
        return instance;
    }

    String newMigrated() {
        return newFrom(TEMPLATE);
    }

    String newEmpty() {
        return newFrom("template0");
    }

    void drop(String database) {
        postgres.administer("drop database if exists " + database + " with (force)");
    }

    String url(String database) {
        return postgres.jdbcUrl(database);
    }

    String user() {
        return postgres.user();
    }

    String password() {
        return postgres.password();
    }

    private String newFrom(String template) {
        String name = "test_" + COUNTER.incrementAndGet();
        postgres.administer("create database " + name + " template " + template + " strategy file_copy owner " + postgres.user());
        return name;
    }

    static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory(PREFIX);
            Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A shell waits for the end of its input, which comes however this process ends, and then takes server and folder away. */
    private static void endWithThisProcess(long pid, Path folder) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "cat >/dev/null; kill -QUIT $0; sleep 1; rm -rf \"$1\"", Long.toString(pid), folder.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes away what a run left whose waiting shell was killed with it. */
    private static void sweep() {
        try (Stream<Path> folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            List<Path> old = folders.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .filter(TestServer::isOld).toList();
            old.forEach(TestServer::takeAway);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOld(Path folder) {
        try {
            long ageMillis = System.currentTimeMillis() - Files.getLastModifiedTime(folder).toMillis();
            return ageMillis > 60_000 && Files.isWritable(folder);
        } catch (IOException e) {
            return false;
        }
    }

    private static void takeAway(Path folder) {
        DataLock.tryTake(folder).ifPresent(lock -> {
            try (lock) {
                Postmaster.findRunning(folder.resolve("cluster")).flatMap(server -> ProcessHandle.of(server.pid()))
                        .ifPresent(ProcessHandle::destroyForcibly);
                Folders.delete(folder);
            } catch (IOException | RuntimeException e) {
                // another run may be sweeping the same folder
            }
        });
    }
}
