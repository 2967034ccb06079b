package org.zhitongche.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.appeal.ActRequest;
import org.zhitongche.appeal.Door;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.AcceptAndDispatch;
import org.zhitongche.handling.Desk;

@Timeout(60)
class ActionQueueTest {

    private static final String ACTIONS = "departments.actions";
    private static final String LEAD = "350200-natural-resources";
    private static final String STRANGER = "350000-natural-resources";
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();
    @TempDir
    static Path folder;
    private static RunningHouse house;
    private UUID appeal;
    private UUID assignment;

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
    void anAppealIsDispatched() throws Exception {
        JsonNode receipt = JSON.readTree(house.ask("firm-1", "appeals.submit",
                RunningHouse.submission(UUID.randomUUID().toString(), "项目用地报批材料交了三个月，一直没有答复。")));
        appeal = house.database.sql().sql("select id from appeal where number = ?").param(receipt.path("number").asText())
                .query(UUID.class).single();
        assignment = house.database.sql().sql("select id from assignment where appeal_id = ? and role = 'LEAD'").param(appeal)
                .query(UUID.class).single();
    }

    private JsonNode act(String user, String actionId, String rest) throws Exception {
        return JSON.readTree(house.ask(user, ACTIONS, """
                {"schema": "assignment-action/1", "actionId": "%s", "assignmentId": "%s", %s}""".formatted(actionId, assignment, rest)));
    }

    private String state() {
        return house.database.sql().sql("select state from assignment where id = ?").param(assignment).query(String.class).single();
    }

    @Test
    void aDepartmentAcknowledgesContactsAndReplies() throws Exception {
        assertEquals("DONE", act(LEAD, "a-1-" + assignment, "\"action\": \"ACKNOWLEDGE\"").path("status").asText());
        assertEquals("DONE", act(LEAD, "a-2-" + assignment, "\"action\": \"CONTACT\", \"text\": \"已电话联系企业\"").path("status").asText());
        JsonNode done = act(LEAD, "a-3-" + assignment, "\"action\": \"REPLY\", \"conclusion\": \"A\", \"text\": \"已办结，批复已送达。\", \"withoutOpinions\": \"协办意见已电话确认\"");
        assertEquals("DONE", done.path("status").asText(), done.toString());
        assertEquals("COMPLETED", state());
        assertEquals(house.database.sql().sql("select version from appeal where id = ?").param(appeal).query(Integer.class).single(),
                done.path("version").asInt());
    }

    @Test
    void theSameActionTwiceIsDoneOnceAndWithOtherContentRefused() throws Exception {
        String id = "a-twice-" + assignment;
        act(LEAD, id, "\"action\": \"ACKNOWLEDGE\"");
        assertEquals("AGAIN", act(LEAD, id, "\"action\": \"ACKNOWLEDGE\"").path("status").asText());
        JsonNode other = act(LEAD, id, "\"action\": \"CONTACT\", \"text\": \"x\"");
        assertEquals("REFUSED", other.path("status").asText());
        assertEquals("action.same-id", other.path("rule").asText());
    }

    @Test
    void whatIsIllegalIsRefusedWithTheRuleAndASentence() throws Exception {
        JsonNode refused = act(LEAD, "a-c-" + assignment, "\"action\": \"REPLY\", \"conclusion\": \"C\", \"text\": \"暂不能解决\"");
        assertEquals("reply.way-forward", refused.path("rule").asText());
        assertEquals("C、D 类答复须告知企业下一步怎样办：办理渠道、受理单位、联系电话和办理时间。", refused.path("message").asText());
        assertEquals("DISPATCHED", state());
    }

    @Test
    void theLeadRecordsAmountsOfArrears() throws Exception {
        JsonNode receipt = JSON.readTree(house.ask("firm-1", "appeals.submit", RunningHouse.submission(UUID.randomUUID().toString(), "您好。")
                .replace("工业用地手续迟迟未办结", "您好")));
        appeal = house.database.sql().sql("select id from appeal where number = ?").param(receipt.path("number").asText()).query(UUID.class).single();
        house.stages.act().act(new ActRequest(null, Desk.centre(), Door.STAFF, appeal, null, null, "", new AcceptAndDispatch("arrears", List.of(Desk.lead(LEAD)))));
        assignment = house.database.sql().sql("select id from assignment where appeal_id = ?").param(appeal).query(UUID.class).single();
        assertEquals("arrears.paid-more", act(LEAD, "o-1-" + assignment, "\"action\": \"RECORD_ARREARS\", \"undisputed\": \"100\", \"paid\": \"100.01\"").path("rule").asText());
        JsonNode done = act(LEAD, "o-2-" + assignment, "\"action\": \"RECORD_ARREARS\", \"undisputed\": \"1000000\", \"paid\": \"400000.5\", \"planned\": true");
        assertEquals("DONE", done.path("status").asText(), done.toString());
        assertEquals("1000000.00 400000.50 true", house.database.sql().sql("""
                select undisputed || ' ' || paid || ' ' || planned from appeal_span where appeal_id = ? and to_at = 'infinity'""").param(appeal)
                .query(String.class).single());
        assertEquals("arrears.same", act(LEAD, "o-3-" + assignment, "\"action\": \"RECORD_ARREARS\", \"undisputed\": \"1000000.00\", \"paid\": \"400000.50\", \"planned\": true")
                .path("rule").asText());
        assertEquals("UNKNOWN", act(STRANGER, "o-4-" + assignment, "\"action\": \"RECORD_ARREARS\", \"undisputed\": \"1\", \"paid\": \"0\"").path("status").asText());
    }

    @Test
    void onAnOlderVersionItIsRefused() throws Exception {
        assertEquals("version.changed", act(LEAD, "a-v-" + assignment, "\"version\": 1, \"action\": \"ACKNOWLEDGE\"").path("rule").asText());
    }

    @Test
    void anotherDepartmentsAssignmentAndAnUnknownOneAreAnsweredAlike() throws Exception {
        JsonNode foreign = act(STRANGER, "a-f", "\"action\": \"ACKNOWLEDGE\"");
        assignment = UUID.randomUUID();
        JsonNode unknown = act(STRANGER, "a-f", "\"action\": \"ACKNOWLEDGE\"");
        assertEquals("UNKNOWN", foreign.path("status").asText());
        assertEquals(unknown, foreign);
    }

    @Test
    void theFirmIsAskedForInformationAndAnExtensionNamesItsNewDate() throws Exception {
        assertEquals("field.required", act(LEAD, "a-n-" + assignment, "\"action\": \"REQUEST_EXTENSION\", \"reason\": \"需现场勘测\"").path("rule").asText());
        assertEquals("DONE", act(LEAD, "a-i-" + assignment, "\"action\": \"REQUEST_INFORMATION\", \"text\": \"请补充红线图\"").path("status").asText());
        assertEquals("extension.paused", act(LEAD, "a-e-" + assignment,
                "\"action\": \"REQUEST_EXTENSION\", \"newDate\": \"2031-01-06\", \"reason\": \"需现场勘测\"").path("rule").asText());
        assertEquals("stage-reply.no-statutory-limit", act(LEAD, "a-s-" + assignment,
                "\"action\": \"STAGE_REPLY\", \"text\": \"已受理\"").path("rule").asText());
    }

    @Test
    void anUnreadableActionIsQuarantined() throws Exception {
        JsonNode answer = act(LEAD, "a-u-" + assignment, "\"action\": \"DANCE\"");
        assertEquals("QUARANTINED", answer.path("status").asText());
        assertEquals("document.enum", answer.path("problems").path(0).path("rule").asText());
        assertFalse(house.database.sql().sql("select count(*) from arrival where outcome = 'QUARANTINED' and sender = ? and raw is not null")
                .param(LEAD).query(Long.class).single() == 0);
    }

    @Test
    void aSubmitterMayNotAct() throws Exception {
        house.users.computeIfPresent("firm-1", (name, user) -> user.sendingTo(ACTIONS));
        JsonNode answer = act("firm-1", "a-s", "\"action\": \"ACKNOWLEDGE\"");
        assertEquals("REFUSED", answer.path("status").asText());
        assertEquals("queue.not-department", answer.path("problems").path(0).path("rule").asText());
    }
}
