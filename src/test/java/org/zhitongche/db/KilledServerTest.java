package org.zhitongche.db;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the server has acknowledged is there after it was killed without a word. */
class KilledServerTest {
    private static final int ROUNDS = 3;
    private static final int ROWS_BEFORE_THE_KILL = 200;

    @Test
    void everyAcknowledgedRowSurvivesKillMinusNine() throws Exception {
        Path folder = TestServer.temporaryFolder();
        List<Integer> acknowledged = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            EmbeddedPostgres server = EmbeddedPostgres.start(folder, EmbeddedPostgres.Options.defaults());
            writeUntilKilled(server, round, acknowledged);
            releaseLockAsAKilledProcessWould(server);
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, EmbeddedPostgres.Options.defaults())) {
            Set<Integer> found = rows(server);
            acknowledged.forEach(row -> assertTrue(found.contains(row), "row " + row + " was acknowledged"));
        }
        Folders.delete(folder);
    }

    private static void writeUntilKilled(EmbeddedPostgres server, int round, List<Integer> acknowledged) throws Exception {
        ProcessHandle postmaster = ProcessHandle.of(server.pid()).orElseThrow();
        try (Connection connection = EmbeddedPostgresTest.connect(server); var statement = connection.createStatement()) {
            statement.execute("create table if not exists written (n int primary key)");
            for (int i = 0; ; i++) {
                if (i == ROWS_BEFORE_THE_KILL) {
                    postmaster.destroyForcibly();
                }
                int row = round * 1_000_000 + i;
                statement.execute("insert into written values (" + row + ")");
                acknowledged.add(row);
            }
        } catch (SQLException killed) {
            assertTrue(acknowledged.size() >= (round + 1) * ROWS_BEFORE_THE_KILL, killed.getMessage());
        }
    }

    private static void releaseLockAsAKilledProcessWould(EmbeddedPostgres server) {
        server.stop();
    }

    private static Set<Integer> rows(EmbeddedPostgres server) throws SQLException, IOException {
        Set<Integer> found = new HashSet<>();
        try (Connection connection = EmbeddedPostgresTest.connect(server);
                var row = connection.createStatement().executeQuery("select n from written")) {
            while (row.next()) {
                found.add(row.getInt(1));
            }
        }
        return found;
    }
}
