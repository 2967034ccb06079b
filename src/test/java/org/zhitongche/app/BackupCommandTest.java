package org.zhitongche.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.lead;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Door;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Content;
import org.zhitongche.db.Database;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.Reply;
import org.zhitongche.intake.Arrival;
import org.zhitongche.intake.Outcome;

/** A house that works, written into a file, put back somewhere else, and checked there. */
class BackupCommandTest {

    @RegisterExtension
    final TestDatabase source = new TestDatabase();
    @RegisterExtension
    final TestDatabase target = new TestDatabase();
    @TempDir
    Path folder;

    private final byte[] file = new byte[200_000];
    private String backup;
    private Appeal appeal;

    /** An appeal that was answered with a file, and a mail that nobody could read. */
    @BeforeEach
    void write() {
        new Random(1).nextBytes(file);
        Desk desk = new Desk(source.database());
        appeal = desk.dispatched(lead("gx"));
        desk.act(department("gx"), appeal.id(), new Reply(desk.partOf(appeal.id(), "gx"), Conclusion.A, "已办结。", null, null,
                List.of(new Attachment("批复.pdf", "application/pdf", Content.of(file), false)), "经办科"));
        desk.arrivals.record(Arrival.put(Outcome.QUARANTINED, Door.MAIL, "box/1/1", "a@shili.example", desk.clock.instant(), "unreadable", null, null,
                new Attachment("raw.eml", "message/rfc822", Content.of(new byte[] {1, 2, 3}), true)));
        backup = folder.resolve("backup").toString();
        CommandRun written = CommandRun.on(source, folder.resolve("a"), "backup", backup);
        assertEquals(0, written.exit(), written.err());
    }

    private CommandRun restored(String... args) {
        return CommandRun.on(target, folder.resolve("b"), args);
    }

    @Test
    void whatWasBackedUpIsWholeInAnEmptyDatabaseFilesIncluded() throws IOException {
        CommandRun restored = restored("restore", backup);
        assertEquals(0, restored.exit(), restored.err());
        CommandRun verified = restored("verify");
        assertEquals(0, verified.exit(), verified.out());
        assertTrue(verified.out().contains("诉求 1 件") && verified.out().contains("附件 1 个") && verified.out().contains("来件 2 件"), verified.out());
        for (String table : List.of("appeal", "appeal_event", "appeal_span", "assignment", "arrival", "submission_key", "blob", "blob_chunk")) {
            assertEquals(rows(source.database(), table), rows(target.database(), table), table);
        }
        UUID stored = target.database().sql().sql("select id from blob where name = '批复.pdf'").query(UUID.class).single();
        assertArrayEquals(file, new Blobs(target.database(), () -> Desk.START).open(stored).readAllBytes());
    }

    @Test
    void verifyLooksAtTheRestoredFilesToTheLastByte() {
        restored("restore", backup);
        assertEquals(1, target.database().sql().sql("""
                update blob_chunk set bytes = set_byte(bytes, length(bytes) - 1, 255 - get_byte(bytes, length(bytes) - 1))
                where blob_id = (select id from blob where name = '批复.pdf')
                and seq = (select max(seq) from blob_chunk c join blob b on b.id = c.blob_id where b.name = '批复.pdf')""").update());
        CommandRun verified = restored("verify");
        assertEquals(1, verified.exit());
        assertTrue(verified.out().contains("附件已被改动"), verified.out());
    }

    @Test
    void aDatabaseThatHoldsSomethingIsRefusedInOneLineAndLeftAsItIs() {
        new Desk(target.database()).dispatched(lead("gx"));
        String before = rows(target.database(), "appeal");
        CommandRun refused = restored("restore", backup);
        assertEquals(1, refused.exit());
        assertEquals("", refused.out());
        assertEquals(1, refused.err().lines().count(), refused.err());
        assertTrue(refused.err().contains("already holds rows") && refused.err().contains("restore into an empty one"), refused.err());
        assertEquals(before, rows(target.database(), "appeal"));
    }

    private static String rows(Database database, String table) {
        return database.sql().sql("select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from " + table + " t").query(String.class).single();
    }
}
