package org.zhitongche.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {
    private static final EmbeddedPostgres.Options OPTIONS = EmbeddedPostgres.Options.defaults();
    private static Path folder;

    @BeforeAll
    static void makeACluster() {
        folder = TestServer.temporaryFolder();
        EmbeddedPostgres.start(folder, OPTIONS).stop();
    }

    @AfterAll
    static void takeItAway() throws IOException {
        Folders.delete(folder);
    }

    @Test
    void theServerIsUtf8AndDurableAndListensOnLoopbackOnly() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, OPTIONS); Connection connection = connect(server)) {
            assertEquals("UTF8", one(connection, "show server_encoding"));
            assertEquals("b C.UTF-8", one(connection,
                    "select datlocprovider::text || ' ' || datlocale from pg_database where datname = current_database()"));
            assertEquals("on", one(connection, "show fsync"));
            assertEquals("127.0.0.1", one(connection, "show listen_addresses"));
        }
    }

    @Test
    void theApplicationsRoleIsNoSuperuserAndItsPasswordIsAsked() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, OPTIONS); Connection connection = connect(server)) {
            assertEquals("f f f", one(connection,
                    "select concat_ws(' ', rolsuper, rolcreatedb, rolcreaterole) from pg_roles where rolname = current_user"));
            assertThrows(SQLException.class, () -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "guessed"));
        }
    }

    @Test
    void passwordsAreReadByTheirOwnerOnly() throws IOException {
        Path file = folder.resolve("access.properties");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (var files = Files.list(folder)) {
            assertFalse(files.anyMatch(other -> other.getFileName().toString().startsWith("secret")), "none is left behind");
        }
    }

    @Test
    void aLaterStartFindsPortAndDataAgain() throws SQLException {
        int port;
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, OPTIONS); Connection connection = connect(server)) {
            port = server.port();
            connection.createStatement().execute("create table kept as select '诉求' as word");
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, OPTIONS); Connection connection = connect(server)) {
            assertEquals(port, server.port());
            assertEquals("诉求", one(connection, "select word from kept"));
        }
    }

    @Test
    void aSecondStarterIsRefusedWhetherWithinOrBeyondThisProcess() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, OPTIONS)) {
            StartFailure failure = assertThrows(StartFailure.class, () -> EmbeddedPostgres.start(folder, OPTIONS));
            String message = "the data in " + folder + " are in use by process " + ProcessHandle.current().pid()
                    + ": stop that one, or give this one a folder of its own with data.dir";
            assertEquals(message, failure.getMessage());
            assertEquals(message, LauncherProcess.start(folder).inputReader().readLine());
            assertTrue(server.pid() > 0, "the first one is left alone");
        }
    }

    @Test
    void theServerOfAKilledProcessIsAdopted() throws Exception {
        Process first = LauncherProcess.start(folder);
        long pid = Long.parseLong(first.inputReader().readLine().split(" ")[1]);
        first.destroyForcibly().waitFor();
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, OPTIONS.withoutFsync()); Connection connection = connect(server)) {
            assertEquals(pid, server.pid());
            assertEquals("1", one(connection, "select 1"));
        }
        assertTrue(Postmaster.findRunning(folder.resolve("cluster")).isEmpty(), "it is stopped with its new master");
    }

    @Test
    void theServerOfAKilledProcessIsReplacedIfItsSettingsDiffer() throws Exception {
        Process first = LauncherProcess.start(folder);
        long pid = Long.parseLong(first.inputReader().readLine().split(" ")[1]);
        first.destroyForcibly().waitFor();
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, OPTIONS); Connection connection = connect(server)) {
            assertNotEquals(pid, server.pid());
            assertEquals("on", one(connection, "show fsync"));
        }
    }

    @Test
    void aPidFileNamingAForeignProcessDoesNotHinderTheStart() throws Exception {
        Process foreign = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(folder.resolve("cluster/postmaster.pid"), foreign.pid() + "\n" + folder.resolve("cluster") + "\n1\n5432\n");
            EmbeddedPostgres.start(folder, OPTIONS).stop();
            assertTrue(foreign.isAlive());
        } finally {
            foreign.destroyForcibly().waitFor();
        }
    }

    @Test
    void dataOfAnotherMajorVersionAreRefused() throws IOException {
        Path version = folder.resolve("cluster/PG_VERSION");
        String ours = Files.readString(version);
        try {
            Files.writeString(version, "16\n");
            StartFailure failure = assertThrows(StartFailure.class, () -> EmbeddedPostgres.start(folder, OPTIONS));
            assertTrue(failure.getMessage().contains("were written by PostgreSQL 16, this release brings 17"), failure.getMessage());
        } finally {
            Files.writeString(version, ours);
        }
    }

    @Test
    void aTakenPortIsNamedIfItWasAskedForAndAvoidedIfNot() throws IOException {
        EmbeddedPostgres earlier = EmbeddedPostgres.start(folder, OPTIONS);
        earlier.stop();
        assertTrue(earlier.port() < Ports.OUTGOING, "an outgoing connection may take " + earlier.port());
        try (var taken = new ServerSocket(earlier.port(), 1, InetAddress.getLoopbackAddress())) {
            StartFailure failure = assertThrows(StartFailure.class, () -> EmbeddedPostgres.start(folder, OPTIONS.onPort(taken.getLocalPort())));
            assertTrue(failure.getMessage().startsWith("port " + taken.getLocalPort() + " on 127.0.0.1 is taken"), failure.getMessage());
            try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, OPTIONS)) {
                assertNotEquals(taken.getLocalPort(), server.port());
            }
        }
    }

    @Test
    void rootsDataGoToAShelterWhereNobodyCanWalk() throws IOException {
        assumeTrue(ServerUser.weAreRoot());
        Path shelter = TestServer.temporaryFolder();
        Path closed = Files.createDirectory(TestServer.temporaryFolder().resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (EmbeddedPostgres server = EmbeddedPostgres.start(closed.resolve("data"), OPTIONS.withoutFsync().shelteredIn(shelter))) {
            assertTrue(server.folder().startsWith(shelter), server.folder().toString());
        }
        Folders.delete(shelter);
        Folders.delete(closed.getParent());
    }

    @Test
    void anOrdinaryUserStartsItAsHimself() throws Exception {
        assumeTrue(ServerUser.weAreRoot(), "every other test shows it where the tests themselves run as an ordinary user");
        Path open = TestServer.temporaryFolder();
        Path data = Files.createDirectory(open.resolve("data"));
        ServerUser.choose().own(data);
        Process process = LauncherProcess.startAs("nobody", open, data);
        List<String> said = List.of(process.inputReader().readLine().split(" "));
        assertEquals(List.of("user", "nobody"), said.subList(2, 4), said.toString());
        assertEquals("nobody", Files.getOwner(data.resolve("access.properties")).getName());
        process.getOutputStream().close();
        assertEquals("stopped", process.inputReader().readLine());
        Folders.delete(open);
    }

    static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
