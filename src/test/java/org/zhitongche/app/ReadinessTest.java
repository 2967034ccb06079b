package org.zhitongche.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.db.Database;
import org.zhitongche.db.TestDatabase;

class ReadinessTest {

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase(2);

    @Test
    void nothingIsMissingWhileTheDatabaseAnswersAndAllRoutesRun() {
        assertEquals(List.of(), new Readiness(DB.database(), () -> Map.of("take-in", true)).get());
    }

    @Test
    void aRouteThatStandsStillIsNamed() {
        assertEquals(List.of("route mailbox"), new Readiness(DB.database(), () -> Map.of("take-in", true, "mailbox", false)).get());
        assertEquals(List.of("routes"), new Readiness(DB.database(), Map::of).get());
    }

    @Test
    void aDatabaseThatIsGoneIsNamed() {
        Database gone = DB.another();
        gone.close();
        assertEquals(List.of("database"), new Readiness(gone, () -> Map.of("take-in", true)).get());
    }

    @Test
    void whoAsksHearsOfADatabaseThatDoesNotAnswerWhileItIsStillBeingAsked() throws SQLException {
        Database busy = DB.another();
        try (Connection one = busy.dataSource().getConnection(); Connection two = busy.dataSource().getConnection()) {
            assertTrue(one.isValid(1) && two.isValid(1));
            Readiness readiness = new Readiness(busy, () -> Map.of("take-in", true));
            assertEquals(List.of("database"), readiness.get());
            assertEquals(List.of("database"), readiness.get());
            assertEquals(1, ((HikariDataSource) busy.dataSource()).getHikariPoolMXBean().getThreadsAwaitingConnection(), "asked once, and still is");
        }
    }
}
