package org.zhitongche.doors;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.BytesMessage;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.doors.RunningHouse.Row;
import org.zhitongche.notice.Channel;
import org.zhitongche.notice.NewDelivery;

@Timeout(60)
class QueueDoorTest {

    private static final String SUBMIT = "appeals.submit";
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();
    @TempDir
    static Path folder;
    private static RunningHouse house;
    private int before;
    private UUID[] known;

    @BeforeAll
    static void start() {
        house = new RunningHouse(db.database(), folder);
    }

    @AfterAll
    static void stop() {
        List<String> broken = RunningHouse.broken(house.ledger());
        house.close();
        assertEquals(List.of(), broken);
    }

    @BeforeEach
    void remember() {
        before = house.arrivals().size();
        known = house.database.sql().sql("select id from arrival").query(UUID.class).list().toArray(UUID[]::new);
    }

    private static JsonNode submit(String user, String text) throws Exception {
        return JSON.readTree(house.ask(user, SUBMIT, text));
    }

    /** The one row that this test left. */
    private Row arrival() {
        await().atMost(Duration.ofSeconds(20)).until(() -> house.arrivals().size() > before);
        List<Row> rows = house.arrivals();
        assertEquals(before + 1, rows.size());
        return house.database.sql().sql("""
                select a.outcome, a.reason, a.detail, a.sender, a.appeal_id::text as appeal, coalesce(b.size, 0) as raw_size
                from arrival a left join blob b on b.id = a.raw where a.id <> all (?)""").param(known).query(Row.class).single();
    }

    private static String rule(JsonNode answer) {
        return answer.path("problems").path(0).path("rule").asText();
    }

    @Test
    void aSubmissionBecomesAnAppealAndIsAnsweredWithNumberAndLink() throws Exception {
        JsonNode answer = submit("firm-1", RunningHouse.submission("m-1", "项目用地报批材料交了三个月，自然资源局一直没有答复，请协调。"));

        assertEquals("CREATED", answer.path("status").asText(), answer.toString());
        assertTrue(answer.path("number").asText().matches("350200-20260305-\\d{6}"), answer.toString());
        assertTrue(answer.path("trackingUrl").asText().startsWith("http://localhost/t/"));
        assertEquals("m-1", answer.path("messageId").asText());
        Row row = arrival();
        assertEquals("CREATED", row.outcome());
        assertEquals("firm-1", row.sender());
        var appeal = house.database.sql().sql("select uscc, verified, door, lead from appeal where id = ?::uuid").param(row.appeal()).query().singleRow();
        assertEquals(RunningHouse.FIRM.uscc(), appeal.get("uscc"));
        assertEquals(true, appeal.get("verified"));
        assertEquals("QUEUE", appeal.get("door"));
        assertEquals("350200-natural-resources", appeal.get("lead"));
        assertEquals("assignment/1", assignmentOf(answer.path("number").asText()).path("schema").asText());
    }

    /** Past those of other tests. */
    private static JsonNode assignmentOf(String number) throws Exception {
        JsonNode document;
        do {
            String text = house.receive("350200-natural-resources", "department.350200-natural-resources", 10_000);
            assertNotNull(text, "the department got nothing about " + number);
            document = JSON.readTree(text);
        } while (!document.path("number").asText().equals(number));
        return document;
    }

    @Test
    void theSameMessageIdTwiceIsOneAppealAndTheReceiptIsRepeated() throws Exception {
        String text = RunningHouse.submission("m-twice", "用地审批一直没有进展。");
        JsonNode first = submit("firm-1", text);
        JsonNode second = submit("firm-1", text);

        assertEquals("DUPLICATE", second.path("status").asText());
        assertEquals(first.path("number"), second.path("number"));
        assertEquals(before + 2, house.arrivals().size());
    }

    @Test
    void theSameMessageIdWithOtherTextIsKeptAndTold() throws Exception {
        submit("firm-1", RunningHouse.submission("m-conflict", "用地审批一直没有进展。"));
        long appeals = house.count("appeal");
        JsonNode second = submit("firm-1", RunningHouse.submission("m-conflict", "换了另一件事。"));

        assertEquals("CONFLICT", second.path("status").asText());
        assertEquals("submission.same-key", rule(second));
        assertTrue(second.path("number").isMissingNode());
        assertEquals(appeals, house.count("appeal"));
        assertEquals(1, house.database.sql().sql("select count(*) from arrival where key = 'client:m-conflict' and outcome = 'QUARANTINED' and raw is not null")
                .query(Long.class).single());
    }

    @Test
    void whatIsNotJsonIsQuarantinedRawAndTold() throws Exception {
        JsonNode answer = submit("firm-1", "{\"schema\": \"appeal-submission/1\", ");

        assertEquals("QUARANTINED", answer.path("status").asText());
        assertEquals("document.not-json", rule(answer));
        Row row = arrival();
        assertEquals("QUARANTINED", row.outcome());
        assertEquals("fault.document.not-json", row.reason());
        assertEquals(34, row.rawSize());
        assertTrue(house.stages.alarms().openByKind().containsKey("quarantine"));
    }

    @Test
    void anUnknownSchemaVersionIsQuarantinedAndNamed() throws Exception {
        JsonNode answer = submit("firm-1", RunningHouse.submission("m-2", "x").replace("submission/1", "submission/2"));

        assertEquals("document.schema", rule(answer));
        assertEquals("schema（格式与版本）应为“appeal-submission/1”，实为“appeal-submission/2”",
                answer.path("problems").path(0).path("message").asText());
        assertEquals("QUARANTINED", arrival().outcome());
    }

    @Test
    void eachFaultIsNamedByFieldAndRule() throws Exception {
        JsonNode answer = submit("firm-1", """
                {"schema": "appeal-submission/1", "messageId": "m-3", "type": "WISH", "text": "", "enterprise": {}, "colour": "red"}""");

        List<String> faults = new ArrayList<>();
        answer.path("problems").forEach(p -> faults.add(p.path("field").asText() + " " + p.path("rule").asText() + " " + p.path("message").asText()));
        assertEquals(List.of("colour document.additionalProperties colour：未知的字段",
                "enterprise document.minProperties enterprise：至少填写一项",
                "text document.minLength text：太短，至少1个字符",
                "title document.required 缺少必填项：title",
                "type document.enum type：不在允许的取值之内"), faults.stream().sorted().toList());
    }

    @Test
    void aWrongCreditCodeAndAnUnknownRegionAreNamed() throws Exception {
        JsonNode answer = submit("hotline", RunningHouse.submission("m-4", "用地").replace(RunningHouse.FIRM.uscc(), "913599990000000000")
                .replace("350200", "999999"));

        assertEquals("credit-code", rule(answer));
        assertEquals("region.unknown", answer.path("problems").path(1).path("rule").asText());
    }

    @Test
    void anObjectMessageIsRefusedAndNeverDeserialised() throws Exception {
        Session session = house.signedIn("firm-1");
        JsonNode answer = JSON.readTree(house.ask(session, SUBMIT, session.createObjectMessage(new ArrayList<>(List.of("x")))));

        assertEquals("REFUSED", answer.path("status").asText());
        assertEquals("queue.not-text", rule(answer));
        Row row = arrival();
        assertEquals("REFUSED", row.outcome());
        assertEquals(0, row.rawSize());
    }

    @Test
    void bytesAndMapsAreRefusedEvenWhenTheyHoldJson() throws Exception {
        Session session = house.signedIn("firm-1");
        BytesMessage bytes = session.createBytesMessage();
        bytes.writeBytes(RunningHouse.submission("m-bytes", "用地").getBytes(StandardCharsets.UTF_8));

        assertEquals("queue.not-text", rule(JSON.readTree(house.ask(session, SUBMIT, bytes))));
        assertEquals("queue.not-text", rule(JSON.readTree(house.ask(session, SUBMIT, session.createMapMessage()))));
    }

    @Test
    void aMessageOf30MegabytesIsAnsweredAndItsBeginningKept() throws Exception {
        JsonNode answer = submit("firm-1", RunningHouse.submission("m-large", "地".repeat(10 << 20)));

        assertEquals("REFUSED", answer.path("status").asText());
        assertEquals("消息过大：不得超过10兆", answer.path("problems").path(0).path("message").asText());
        assertEquals(64 * 1024, arrival().rawSize());
    }

    @Test
    void nothingIsSentToAForeignQueueButTheAppealIsIn() throws Exception {
        Session session = house.signedIn("firm-1");
        for (String queue : List.of("department.350200-natural-resources", "answers.foreign")) {
            TextMessage message = session.createTextMessage(RunningHouse.submission("m-" + queue, "用地"));
            message.setJMSReplyTo(session.createQueue(queue));
            house.send(session, SUBMIT, message);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> house.arrivals().size() == before + 2);
        assertNull(house.receive("platform", "answers.foreign", 300));
        assertEquals("assignment/1", JSON.readTree(house.receive("platform", "department.350200-natural-resources", 10_000))
                .path("schema").asText(), "only what its department is to get");

        TextMessage allowed = session.createTextMessage(RunningHouse.submission("m-allowed", "用地"));
        allowed.setJMSReplyTo(session.createQueue("answers.allowed"));
        house.send(session, SUBMIT, allowed);
        assertNotNull(house.receive("platform", "answers.allowed", 10_000));
    }

    @Test
    void forgedHeadersChangeNothing() throws Exception {
        Session session = house.signedIn("firm-1");
        TextMessage message = session.createTextMessage(RunningHouse.submission("m-forged", "用地"));
        message.setStringProperty("JMSXUserID", "platform");
        message.setStringProperty("CamelJmsDestinationName", "answers.foreign");
        message.setStringProperty("cAmElBeanMethodName", "hashCode");
        message.setStringProperty("CamelBeanMethodName", "toString");
        message.setStringProperty("breadcrumbId", "x");
        JsonNode answer = JSON.readTree(house.ask(session, SUBMIT, message));

        assertEquals("CREATED", answer.path("status").asText());
        assertEquals("firm-1", arrival().sender());
    }

    @Test
    void aSubmitterSpeaksForItselfOnlyAndAHotlineForAnyFirm() throws Exception {
        String foreign = RunningHouse.submission("m-foreign", "用地").replace(RunningHouse.FIRM.uscc(), RunningHouse.OTHER_FIRM.uscc());
        JsonNode refused = submit("firm-1", foreign);
        assertEquals("REFUSED", refused.path("status").asText());
        assertEquals("submission.not-yours", rule(refused));
        assertEquals("REFUSED", arrival().outcome());
        assertEquals("CREATED", submit("hotline", foreign).path("status").asText());
    }

    @Test
    void anAccountThatMayNotSubmitIsRefused() throws Exception {
        JsonNode answer = submit("statistics", RunningHouse.submission("m-5", "用地"));
        assertEquals("queue.not-submitter", rule(answer));
        assertEquals("REFUSED", arrival().outcome());
    }

    @Test
    void anUnforeseenFaultIsQuarantinedAndBlocksNobody() throws Exception {
        house.database.sql().sql("alter table appeal add constraint broken check (region <> '350300')").update();
        try {
            JsonNode poison = submit("firm-1", RunningHouse.submission("m-poison", "用地").replace("350200", "350300"));
            assertEquals("QUARANTINED", poison.path("status").asText());
            assertEquals("document.unforeseen", rule(poison));
            assertEquals("CREATED", submit("firm-1", RunningHouse.submission("m-behind", "用地")).path("status").asText());
        } finally {
            house.database.sql().sql("alter table appeal drop constraint broken").update();
        }
    }

    @Test
    void whatTheOutboxHoldsReachesItsQueueWithItsDeliveryIdAndGroup() throws Exception {
        UUID appeal = UUID.randomUUID();
        NewDelivery delivery = new NewDelivery(appeal, Channel.QUEUE, "department.350000-natural-resources", "assignment/1", "{\"number\":\"1\"}");
        house.database.tx().executeWithoutResult(status -> house.stages.outbox().put(List.of(delivery)));

        Session department = house.signedIn("350000-natural-resources");
        TextMessage message = (TextMessage) department.createConsumer(department.createQueue("department.350000-natural-resources")).receive(10_000);
        assertEquals("{\"number\":\"1\"}", message.getText());
        assertEquals(delivery.deliveryId().toString(), message.getStringProperty("deliveryId"));
        assertEquals(appeal.toString(), message.getStringProperty("JMSXGroupID"));
        await().until(() -> house.database.sql().sql("select sent_at is not null from outbox where delivery_id = ?")
                .param(delivery.deliveryId()).query(Boolean.class).single());
    }
}
