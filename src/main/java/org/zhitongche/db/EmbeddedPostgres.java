package org.zhitongche.db;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL itself as the embedded default: brought up on loopback from our own jar, with data that outlive any kill. */
public final class EmbeddedPostgres implements AutoCloseable {
    /** {@code port} 0: a free one, chosen once and remembered. {@code shelter}: where root's data go if nobody can't reach them. */
    public record Options(int port, boolean fsync, Path shelter) {
        public static Options defaults() {
            return new Options(0, true, Path.of("/var/lib/zhitongche"));
        }

        public Options onPort(int port) {
            return new Options(port, fsync, shelter);
        }

        public Options withoutFsync() {
            return new Options(port, false, shelter);
        }

        public Options shelteredIn(Path folder) {
            return new Options(port, fsync, folder);
        }
    }

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String NAME = "zhitongche";
    private static final String SUPERUSER = "postgres";
    private static final int TRIES = 30;

    private final Path folder;
    private final DataLock lock;
    private final Options options;
    private final Cluster cluster;
    private Access access;
    private boolean stopped;

    private EmbeddedPostgres(Path folder, DataLock lock, Options options, Cluster cluster) {
        this.folder = folder;
        this.lock = lock;
        this.options = options;
        this.cluster = cluster;
        this.access = Access.load(folder);
    }

    public static EmbeddedPostgres start(Path dataDir, Options options) {
        ServerUser user = ServerUser.choose();
        Path folder = reachable(user, dataDir.toAbsolutePath().normalize(), options);
        DataLock lock = DataLock.take(folder);
        try {
            PostgresBinaries binaries = PostgresBinaries.unpack(Folders.cache(user));
            var server = new EmbeddedPostgres(folder, lock, options, new Cluster(user, binaries, folder));
            server.start();
            return server;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** How to reach a server that another process runs. */
    public record Attached(String jdbcUrl, String user, String password) {}

    /** The server that another process runs on this folder, for a command beside it; empty where nobody does. */
    public static Optional<Attached> attach(Path dataDir, Options options) {
        Path folder = reachable(ServerUser.choose(), dataDir.toAbsolutePath().normalize(), options);
        Optional<DataLock> free = DataLock.tryTake(folder);
        if (free.isPresent()) {
            free.get().close();
            return Optional.empty();
        }
        Access access = Access.load(folder);
        return Optional.of(new Attached("jdbc:postgresql://" + Ports.LOOPBACK + ":" + access.port() + "/" + NAME, NAME, access.password()));
    }

    public String jdbcUrl() {
        return jdbcUrl(NAME);
    }

    public String user() {
        return NAME;
    }

    public String password() {
        return access.password();
    }

    public int port() {
        return access.port();
    }

    /** Where the data really are, which may be another folder than asked for. */
    public Path folder() {
        return folder;
    }

    public synchronized void stop() {
        if (!stopped) {
            cluster.stop();
            lock.close();
            stopped = true;
        }
    }

    @Override
    public void close() {
        stop();
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://" + Ports.LOOPBACK + ":" + access.port() + "/" + database;
    }

    long pid() {
        return cluster.findRunning().orElseThrow().pid();
    }

    /** As superuser, outside any transaction: for what the application's own role must not do. */
    void administer(String... statements) {
        try (var connection = DriverManager.getConnection(jdbcUrl(SUPERUSER), SUPERUSER, access.superuserPassword());
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new StartFailure("the embedded database refused its own administrator (" + e.getMessage() + ")",
                    "see " + cluster.log(), e);
        }
    }

    private void start() {
        if (!cluster.exists()) {
            access.save(folder);
            cluster.create(SUPERUSER, access.superuserPassword(), options.fsync());
        }
        cluster.refuseOtherVersion();
        Optional<Postmaster> orphan = cluster.findRunning();
        if (orphan.filter(this::fits).isPresent()) {
            log.info("adopted the database server that an earlier process left running ({})", orphan.get().pid());
        } else {
            orphan.ifPresent(found -> cluster.stop());
            startServer();
        }
        if (!access.prepared()) {
            prepare();
        }
    }

    private boolean fits(Postmaster orphan) {
        return orphan.ready() && orphan.port() == access.port() && (options.port() == 0 || options.port() == access.port())
                && orphan.command().equals(cluster.command(settings()));
    }

    /** Tries again while the children of a killed server are still letting go, or when a chosen port was just taken. */
    private void startServer() {
        choosePort();
        Optional<String> obstacle = cluster.start(settings());
        for (int tries = 1; obstacle.isPresent(); tries++) {
            String reason = obstacle.get();
            boolean passing = reason.contains("shared memory") || reason.contains("lock file") || reason.contains("TCP/IP");
            if (!passing || tries == TRIES) {
                throw new StartFailure("the embedded database does not start (" + reason + ")", "see " + cluster.log());
            }
            pause();
            choosePort();
            obstacle = cluster.start(settings());
        }
    }

    private List<String> settings() {
        return List.of("-p", Integer.toString(access.port()), "-h", Ports.LOOPBACK, "-k", "", "-c", "fsync=" + (options.fsync() ? "on" : "off"),
                "-c", "timezone=UTC", "-c", "log_timezone=UTC", "-c", "max_connections=120", "-c", "log_checkpoints=off",
                "-c", "shared_buffers=256MB", "-c", "work_mem=16MB", "-c", "random_page_cost=1.1",
                // A page's statements take few milliseconds: to start workers, or to compile, for one of them takes longer.
                "-c", "max_parallel_workers_per_gather=0", "-c", "jit=off");
    }

    private void choosePort() {
        int wanted = options.port() != 0 ? options.port() : access.port();
        if (wanted == 0 || !Ports.isFree(wanted)) {
            if (options.port() != 0) {
                throw new StartFailure("port " + wanted + " on " + Ports.LOOPBACK + " is taken by another program",
                        "stop that program, or set another database.port");
            }
            wanted = Ports.choose();
        }
        if (wanted != access.port()) {
            access = access.onPort(wanted);
            access.save(folder);
        }
    }

    /** The application's role owns its database and nothing else. Repeatable: a kill in between leaves part of it. */
    private void prepare() {
        createUnlessThere("select from pg_roles where rolname = '" + NAME + "'",
                "create role " + NAME + " login password '" + access.password() + "'");
        createUnlessThere("select from pg_database where datname = '" + NAME + "'", "create database " + NAME + " owner " + NAME);
        administer("revoke connect on database " + NAME + " from public");
        access = access.ready();
        access.save(folder);
    }

    private void createUnlessThere(String look, String create) {
        try (var connection = DriverManager.getConnection(jdbcUrl(SUPERUSER), SUPERUSER, access.superuserPassword());
                var statement = connection.createStatement()) {
            if (!statement.executeQuery(look).next()) {
                statement.execute(create);
            }
        } catch (SQLException e) {
            throw new StartFailure("the embedded database could not be prepared (" + e.getMessage() + ")", "see " + cluster.log(), e);
        }
    }

    private static Path reachable(ServerUser user, Path wanted, Options options) {
        Folders.create(wanted);
        if (user.reaches(wanted)) {
            return wanted;
        }
        String mark = UUID.nameUUIDFromBytes(wanted.toString().getBytes(StandardCharsets.UTF_8)).toString().substring(0, 8);
        Path shelter = Folders.create(options.shelter().resolve(wanted.getFileName() + "-" + mark));
        if (!user.reaches(shelter)) {
            throw new StartFailure("the user nobody, as whom the database runs under root, reaches neither " + wanted + " nor " + shelter,
                    "set data.dir to a folder open to others (chmod a+x on it and those above)");
        }
        log.warn("the database's data are in {}, because the user nobody, as whom it runs under root, cannot reach {}", shelter, wanted);
        return shelter;
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("the start was interrupted", "start again", e);
        }
    }
}
