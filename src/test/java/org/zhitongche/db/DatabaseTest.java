package org.zhitongche.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
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
    void veryManyRowsThatAreCopiedSayWhatSingleOnesSay() {
        Database database = db.database();
        for (String table : List.of("copied", "inserted")) {
            database.sql().sql("create table " + table + " (n int, id uuid, said text, bytes bytea, at timestamptz, day date, sum numeric, is_so boolean)").update();
        }
        List<String> said = Arrays.asList("一行\n又一行\r\n", "a\tb", "C:\\N\\.", "\\N", "\\.", "", null, "𠮷'\"", "{1,2}");
        List<Object[]> rows = IntStream.range(0, 1_000).mapToObj(n -> new Object[] {n, new UUID(n, -n), said.get(n % said.size()), n % 2 == 0 ? null : new byte[] {0, (byte) n, '\\'},
                n % 7 == 0 ? OffsetDateTime.MAX : Timestamps.utc(Instant.ofEpochSecond(1_700_000_000L + n, n * 1_000L)), n % 5 == 0 ? null : LocalDate.of(2024, 2, 29).plusDays(n),
                n % 3 == 0 ? null : BigDecimal.valueOf(n, 2), n % 11 == 0 ? null : n % 2 == 0}).toList();
        Writes copied = database.writes();
        copied.addAll("insert into copied (n, id, said, bytes, at, day, sum, is_so) values (?, ?, ?, ?, ?, ?, ?, ?)", rows);
        copied.add("update copied set n = n + 1 where n >= 0");
        copied.send();
        rows.forEach(row -> database.sql().sql("insert into inserted values (? + 1, ?, ?, ?, ?, ?, ?, ?)").params(row).update());
        assertEquals(1_000, database.sql().sql("select count(*) from copied c join inserted i on (c.*) is not distinct from (i.*)").query(Integer.class).single());
        assertEquals(1_000, database.sql().sql("select count(*) from copied").query(Integer.class).single());
    }

    @Test
    void aRowThatCannotBeCopiedGoesInItsTurn() {
        Database database = db.database();
        database.sql().sql("create table listed (n int generated always as identity, words text[])").update();
        Writes writes = database.writes();
        for (int n = 0; n < 300; n++) {
            writes.add("insert into listed (words) values (?)", n == 150 ? new String[] {"a", "b"} : (Object) null);
        }
        writes.send();
        assertEquals(List.of(151), database.sql().sql("select n from listed where words = '{a,b}'").query(Integer.class).list());
        assertEquals(300, database.sql().sql("select count(*) from listed").query(Integer.class).single());
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
