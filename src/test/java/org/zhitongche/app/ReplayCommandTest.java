package org.zhitongche.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Door;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Content;
import org.zhitongche.db.Database;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.Principal;
import org.zhitongche.directory.Principals;
import org.zhitongche.intake.Arrival;
import org.zhitongche.intake.Arrivals;
import org.zhitongche.intake.Outcome;

/** Three that were kept: a message whose fault was ours, one that is rubbish, and a mail. */
class ReplayCommandTest {

    private static final Instant AT = Instant.parse("2026-03-05T02:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    final TestDatabase db = new TestDatabase(2);
    @TempDir
    Path data;

    private Database database;
    private UUID good;
    private UUID rubbish;
    private UUID mail;

    @BeforeEach
    void keep() {
        database = db.database();
        new Principals(database).save("hotline", Principal.Kind.SUBMITTER, null, null, "the password of hotline in tests");
        good = keep(Door.QUEUE, "hotline", """
                {"schema": "appeal-submission/1", "messageId": "m-1", "type": "ASSISTANCE", "title": "工业用地手续迟迟未办结",
                 "text": "项目用地报批材料交了三个月。", "region": "350200", "enterprise": {"name": "示例机械有限公司"}, "contact": {"email": "a@shili-001.example"}}""");
        rubbish = keep(Door.QUEUE, "hotline", "{not json");
        mail = keep(Door.MAIL, "a@shili-001.example", "From: a@shili-001.example\r\nSubject: land\r\nMessage-ID: <1@c.example>\r\n\r\nplease help\r\n");
    }

    private UUID keep(Door door, String sender, String raw) {
        Arrival arrival = Arrival.put(Outcome.QUARANTINED, door, door + "/" + UUID.randomUUID(), sender, AT, "fault.document.unforeseen", null, null,
                new Attachment("raw", "text/plain", Content.of(raw.getBytes(StandardCharsets.UTF_8)), true));
        new Arrivals(database, new Blobs(database, () -> AT)).record(arrival);
        return arrival.id();
    }

    private CommandRun run(String... args) {
        return CommandRun.on(db, data, args);
    }

    private String outcome(UUID id) {
        return database.sql().sql("select outcome from arrival where id = ?").param(id).query(String.class).single();
    }

    @Test
    void oneGoesThroughItsDoorAgainAndTheLedgerStillHolds() {
        CommandRun replayed = run("replay", good.toString());
        assertEquals(0, replayed.exit(), replayed.err() + replayed.out());
        assertEquals("✓ " + good + "　已立诉求\n重新处理 1 件，其中 0 件未能处理\n", replayed.out());
        assertEquals("CREATED QUARANTINED QUARANTINED", outcome(good) + " " + outcome(rubbish) + " " + outcome(mail));
        assertEquals("工业用地手续迟迟未办结", database.sql().sql("select c.body from appeal a join appeal_content c on c.id = a.title_id")
                .query(String.class).single());
        assertTrue(database.sql().sql("select count(*) from outbox where sent_at is null").query(Integer.class).single() > 0, "left to the node");
        assertEquals(0, run("ledger").exit());
    }

    @Test
    void aWholeDoorIsReplayedAndWhatStaysIsToldWithItsReason() throws Exception {
        CommandRun replayed = run("replay", "--door", "queue", "--json");
        assertEquals(1, replayed.exit(), replayed.err());
        JsonNode document = JSON.readTree(replayed.out());
        assertEquals("replay/1 2 1", document.path("schema").asText() + " " + document.path("replayed") + " " + document.path("still"));
        assertEquals(rubbish.toString(), arrival(document, "QUARANTINED").path("arrival").asText());
        assertEquals("fault.document.not-json", arrival(document, "QUARANTINED").path("reason").asText());
        assertEquals(good.toString(), arrival(document, "CREATED").path("arrival").asText());
        assertEquals("QUARANTINED", outcome(mail));
        assertEquals(0, run("replay", "--door", "mail").exit());
        assertEquals("CREATED", outcome(mail));
    }

    @Test
    void whatDoesNotWaitThereIsToldAndTheRestIsDone() {
        UUID nobody = UUID.randomUUID();
        CommandRun replayed = run("replay", nobody.toString(), good.toString());
        assertEquals(1, replayed.exit());
        assertTrue(replayed.out().startsWith("✗ " + nobody + "　隔离中没有这一件\n✓ " + good), replayed.out());
    }

    @Test
    void withoutSayingWhatNothingIsReplayed() {
        CommandRun asked = run("replay");
        assertEquals(2, asked.exit());
        assertTrue(asked.err().contains("--door"), asked.err());
    }

    private static JsonNode arrival(JsonNode document, String outcome) {
        for (JsonNode each : document.path("arrivals")) {
            if (each.path("outcome").asText().equals(outcome)) {
                return each;
            }
        }
        throw new AssertionError(document.toPrettyString());
    }
}
