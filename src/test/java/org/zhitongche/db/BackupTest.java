package org.zhitongche.db;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

class BackupTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase(4);

    private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00+08:00");

    @TempDir
    Path folder;

    @Test
    void everyRowAndBlobComesBackAsItWas() throws IOException {
        Database source = withCircle(db.another());
        source.sql().sql("""
                insert into hen (name, egg_id) values (E'母鸡\\t\\\\N\\n', null), (null, null);
                insert into egg (hen_id) values (1), (2);
                update hen set egg_id = 2 where id = 1
                """).update();
        byte[] bytes = ContentTest.random(Blobs.CHUNK + 1);
        UUID blob = new Blobs(source, clock).store(Content.of(bytes), "application/pdf", "说明.pdf");
        Backup.Contents written = Backup.write(source, folder.resolve("backup"));
        assertEquals(2, written.rows().get("hen"));
        assertEquals(2, written.rows().get("blob_chunk"));

        Database target = withCircle(db.another());
        assertEquals(written, Backup.restore(target, folder.resolve("backup")));
        String all = "select string_agg(concat_ws('|', id, name, egg_id, loud), ';' order by id) from hen";
        assertEquals("1|母鸡\t\\N\n|2|母鸡\t\\N\n!;2", target.sql().sql(all).query(String.class).single());
        assertArrayEquals(bytes, new Blobs(target, clock).open(blob).readAllBytes());
        assertEquals(new Blobs(source, clock).get(blob), new Blobs(target, clock).get(blob));
    }

    @Test
    void aRestoredDatabaseStillNumbersAndRefusesAsBefore() {
        Database source = withCircle(db.another());
        source.sql().sql("insert into hen (name) values ('一'), ('二')").update();
        Backup.write(source, folder.resolve("backup"));
        Database target = withCircle(db.another());
        Backup.restore(target, folder.resolve("backup"));
        assertEquals(3, target.sql().sql("insert into hen (name) values ('三') returning id").query(Integer.class).single());
        assertEquals(1, target.sql().sql("insert into egg (hen_id) values (3) returning id").query(Integer.class).single());
        assertRefused(target, "insert into egg (hen_id) values (99)", "egg_hen_id_fkey");
        assertRefused(target, "delete from hen where id = 1", "hens are for ever");
    }

    @Test
    void theFileShowsOneMomentWhileWorkGoesOn() throws Exception {
        Database source = db.another();
        source.sql().sql("""
                create table a_first (n int);
                create table m_long as select n, repeat('x', 200) as filling from generate_series(1, 100000) n;
                create table z_last (n int)
                """).update();
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Integer> writer = CompletableFuture.supplyAsync(() -> {
            int pairs = 0;
            for (; !done.get(); pairs++) {
                source.tx().executeWithoutResult(status -> {
                    source.sql().sql("insert into a_first values (1)").update();
                    source.sql().sql("insert into z_last values (1)").update();
                });
            }
            return pairs;
        });
        Backup.Contents contents = Backup.write(source, folder.resolve("backup"));
        done.set(true);
        assertTrue(writer.get() > contents.rows().get("a_first"), "something was written meanwhile");
        assertEquals(contents.rows().get("a_first"), contents.rows().get("z_last"));
    }

    @Test
    void aDatabaseWithoutTablesIsGivenThemFirst() {
        Database source = db.another();
        UUID blob = new Blobs(source, clock).store(Content.of(new byte[] {7}), "text/plain", null);
        Backup.write(source, folder.resolve("backup"));
        Database target = db.empty();
        Backup.restore(target, folder.resolve("backup"));
        assertEquals(1, new Blobs(target, clock).get(blob).size());
    }

    @Test
    void aDatabaseWithRowsIsRefusedAndLeftAlone() {
        Database source = db.another();
        Backup.write(source, folder.resolve("backup"));
        UUID blob = new Blobs(source, clock).store(Content.of(new byte[] {7}), "text/plain", null);
        assertFailure("the database already holds rows in blob", () -> Backup.restore(source, folder.resolve("backup")));
        assertTrue(new Blobs(source, clock).find(blob).isPresent());
    }

    @Test
    void aBackupOfAnotherSchemaIsRefused() {
        Database source = db.another();
        source.sql().sql("update flyway_schema_history set checksum = 1 where version = '1'").update();
        Backup.write(source, folder.resolve("backup"));
        assertFailure("has schema", () -> Backup.restore(db.another(), folder.resolve("backup")));
    }

    @Test
    void aFileCutShortIsRefusedAndRestoresNothing() throws IOException {
        Database source = db.another();
        new Blobs(source, clock).store(Content.of(new byte[] {7}), "text/plain", null);
        Backup.write(source, folder.resolve("backup"));
        byte[] whole = Files.readAllBytes(folder.resolve("backup"));
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length / 2));
        Database target = db.another();
        assertFailure("cannot be read", () -> Backup.restore(target, cut));
        assertEquals(0, target.sql().sql("select count(*) from blob").query(Integer.class).single());
    }

    @Test
    void aBackupOverwritesNothingAndIsReadByItsOwnerOnly() throws IOException {
        Path file = folder.resolve("backup");
        Backup.write(db.database(), file);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertFailure("exists already", () -> Backup.write(db.database(), file));
        assertFailure("cannot be written", () -> Backup.write(db.database(), folder.resolve("nowhere/backup")));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "nothing half written stays");
        }
    }

    /** Two tables that refer to each other, with numbers, a generated column and a rule of their own. */
    private static Database withCircle(Database database) {
        database.sql().sql("""
                create table hen (id int generated always as identity primary key, name text,
                                  loud text generated always as (name || '!') stored);
                create table egg (id serial primary key, hen_id int not null references hen);
                alter table hen add column egg_id int references egg;
                create function keep() returns trigger language plpgsql as
                    $$ begin raise exception 'hens are for ever'; end $$;
                create trigger keep_all before delete on hen for each row execute function keep()
                """).update();
        return database;
    }

    private static void assertRefused(Database database, String statement, String reason) {
        var refusal = assertThrows(DataAccessException.class, () -> database.sql().sql(statement).update());
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }

    private static void assertFailure(String cause, Runnable action) {
        StartFailure failure = assertThrows(StartFailure.class, action::run);
        assertTrue(failure.getMessage().contains(cause), failure.getMessage());
        assertFalse(failure.getMessage().contains("\n"));
    }
}
