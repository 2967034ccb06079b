package org.zhitongche.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    record Span(Instant from, Instant to) {}

    @Test
    void aRolledBackTransactionLeavesNothing() {
        Database database = db.database();
        database.sql().sql("create table rolled (n int)").update();
        assertThrows(IllegalStateException.class, () -> database.tx().executeWithoutResult(status -> {
            database.sql().sql("insert into rolled values (1)").update();
            throw new IllegalStateException("changed our mind");
        }));
        assertEquals(0, database.sql().sql("select count(*) from rolled").query(Integer.class).single());
    }

    @Test
    void anInstantComesBackToTheMicrosecond() {
        Database database = db.database();
        Instant written = Instant.parse("2026-02-28T15:59:59.999999Z");
        database.sql().sql("create table span (from_at timestamptz, to_at timestamptz)").update();
        database.sql().sql("insert into span values (:from, :to)")
                .param("from", Timestamps.utc(written)).param("to", Timestamps.utc(null)).update();
        Span read = database.sql().sql("select * from span")
                .query((row, n) -> new Span(Timestamps.instant(row, "from_at"), Timestamps.instant(row, "to_at"))).single();
        assertEquals(written, read.from());
        assertNull(read.to());
        assertEquals(written, database.sql().sql("select from_at as from, to_at as to from span").query(Span.class).single().from(),
                "a record's Instant is mapped without help");
    }

    @Test
    void theClockIsTheDatabasesCutToMicroseconds() {
        Database database = db.database();
        DatabaseClock clock = new DatabaseClock(database);
        Instant first = clock.instant();
        Instant second = database.tx().execute(status -> {
            Instant early = clock.instant();
            LockSupport.parkNanos(2_000_000); // two readings may fall into one microsecond
            assertTrue(clock.instant().isAfter(early), "time does not stand still within a transaction");
            return early;
        });
        assertTrue(second.isAfter(first));
        assertEquals(first, first.truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void migratingTwiceIsMigratingOnce() {
        Database database = db.empty();
        database.migrate();
        int steps = steps(database);
        database.migrate();
        assertEquals(steps, steps(database));
        assertTrue(steps > 0);
    }

    @Test
    void aNewerSchemaIsRefusedInOneLine() {
        Database database = db.another();
        database.sql().sql("""
                insert into flyway_schema_history
                select installed_rank + 1000, '9999', 'from the future', type, 'V9999__from_the_future.sql', checksum,
                       installed_by, installed_on, execution_time, true
                from flyway_schema_history where version = '1'
                """).update();
        StartFailure failure = assertThrows(StartFailure.class, database::migrate);
        assertTrue(failure.getMessage().startsWith("the schema is at version 9999, newer than the "), failure.getMessage());
        assertEquals(1, failure.getMessage().lines().count());
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        StartFailure failure = assertThrows(StartFailure.class,
                () -> Database.open("jdbc:postgresql://127.0.0.1:1/nowhere", "nobody", "", 1).close());
        assertTrue(failure.getMessage().contains("jdbc:postgresql://127.0.0.1:1/nowhere"), failure.getMessage());
        assertEquals(1, failure.getMessage().lines().count());
    }

    private static int steps(Database database) {
        return database.sql().sql("select count(*) from flyway_schema_history").query(Integer.class).single();
    }
}
