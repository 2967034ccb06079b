package org.zhitongche.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
