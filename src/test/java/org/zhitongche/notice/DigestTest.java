package org.zhitongche.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.lead;
import static org.zhitongche.notice.NoticeHouse.AT_DESK;
import static org.zhitongche.notice.NoticeHouse.BY_FEED;
import static org.zhitongche.notice.NoticeHouse.BY_MAIL;
import static org.zhitongche.notice.NoticeHouse.BY_QUEUE;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.Directory;
import org.zhitongche.handling.Acknowledge;
import org.zhitongche.handling.IssueOrder;
import org.zhitongche.supervision.DigestRound;
import org.zhitongche.time.WorkCalendar;
import org.zhitongche.time.Zone;
import org.zhitongche.words.Words;

/** Everything is dispatched on Thursday 2026-03-05 at 10:00: to be acknowledged by Friday the 6th, answered by Monday the 16th, 17:30. */
class DigestTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static final WorkCalendar CALENDAR = WorkCalendar.load(Path.of("config/calendar"));

    private NoticeHouse house;

    @BeforeEach
    void open() {
        house = new NoticeHouse(db.another());
    }

    /** Another node each time: none remembers what an earlier one did. */
    private DigestRound node() {
        return new DigestRound(house.database, house.clock, () -> CALENDAR, new Directory(house.database), house.outbox,
                Words.read(Path.of("config/words"), "zh"), new DigestRound.How(LocalTime.of(8, 30), "https://qy.example"));
    }

    private int roundAt(String civil) {
        house.clock.set(LocalDateTime.parse(civil).atZone(Zone.CHINA).toInstant());
        return node().run();
    }

    private List<JsonNode> digests(String destination) {
        return house.database.sql().sql("select payload from outbox where kind = 'digest' and destination = ? order by id").param(destination)
                .query(String.class).list().stream().map(NoticeHouse::json).toList();
    }

    private JsonNode latest(String destination) {
        List<JsonNode> all = digests(destination);
        return all.get(all.size() - 1);
    }

    private static List<String> duties(JsonNode digest, String list) {
        return StreamSupport.stream(digest.get(list).spliterator(), false).map(item -> item.get("number").asText().replaceAll("^.*-0*", "") + " "
                + item.get("duty").asText()).toList();
    }

    private static void fits(JsonNode digest) throws Exception {
        assertEquals(List.of(), SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/schemas/department-digest-1.schema.json")), InputFormat.JSON)
                .validate(digest.toString(), InputFormat.JSON), digest.toString());
    }

    @Test
    void eachDepartmentIsToldOnceAWorkingDayByTheChannelItTakes() throws Exception {
        UUID first = house.dispatched(lead(BY_QUEUE));
        house.dispatched(lead(BY_MAIL));
        house.dispatched(lead(BY_FEED));
        house.dispatched(lead(AT_DESK));
        assertEquals(0, roundAt("2026-03-06T08:29:59"));
        assertEquals(3, roundAt("2026-03-06T08:30:00"), "who works at the desk sees it there");
        JsonNode friday = latest("department." + BY_QUEUE);
        fits(friday);
        assertEquals(List.of("1 ACKNOWLEDGE"), duties(friday, "today"));
        assertEquals(1, digests(BY_FEED).size());
        MailText mail = house.sendMailsTo(BY_MAIL + "@zhitongche.local").stream().filter(each -> each.subject().contains("办件提醒")).findFirst().orElseThrow();
        assertTrue(mail.subject().contains("超期 0、今日到期 1、待签收 0"), mail.subject());
        assertTrue(mail.body().contains("签收　时限 03-06 17:30"), mail.body());
        assertEquals(0, roundAt("2026-03-06T12:00:00"), "once a day");
        assertEquals(0, roundAt("2026-03-05T09:00:00"), "a clock set back finds a later day told");
        assertEquals(0, roundAt("2026-03-07T09:00:00"), "a Saturday");

        house.desk.act(department(BY_QUEUE), first, new Acknowledge(house.desk.partOf(first, BY_QUEUE)));
        assertEquals(2, roundAt("2026-03-09T14:00:00"), "late, as all nodes slept; nothing to look at, nothing told");
        assertEquals(List.of("3 ACKNOWLEDGE"), duties(latest(BY_FEED), "red"));
    }

    @Test
    void whatIsRedFallsDueTodayAndWaitsAreThreeLists() throws Exception {
        UUID answered = house.dispatched(lead(BY_QUEUE));
        house.desk.act(department(BY_QUEUE), answered, new Acknowledge(house.desk.partOf(answered, BY_QUEUE)));
        house.desk.act(centre(), answered, new IssueOrder(house.desk.partOf(answered, BY_QUEUE), "两日内报告", 2, null));
        house.clock.set(LocalDateTime.parse("2026-03-13T16:00:00").atZone(Zone.CHINA).toInstant());
        house.dispatched(lead(BY_QUEUE));
        // Friday the 13th at 16:00: to be acknowledged by Monday the 16th; the 15th is a Sunday
        assertEquals(1, roundAt("2026-03-13T17:00:00"));
        JsonNode friday = latest("department." + BY_QUEUE);
        fits(friday);
        assertTrue(friday.at("/red/0/number").asText().endsWith("-D1"), "the order was due on Monday the 9th");
        assertEquals("ORDER", friday.at("/red/0/duty").asText());
        assertEquals(List.of(), duties(friday, "today"));
        assertEquals(1, friday.get("unacknowledged").size());
        assertEquals(1, roundAt("2026-03-16T09:00:00"));
        JsonNode monday = latest("department." + BY_QUEUE);
        assertEquals(List.of("ACKNOWLEDGE", "REPLY"), StreamSupport.stream(monday.get("today").spliterator(), false)
                .map(item -> item.get("duty").asText()).sorted().toList());
        assertEquals(0, monday.get("unacknowledged").size());
    }

    @Test
    void aMakeUpSaturdayIsAWorkingDayAndAHolidayIsNone() {
        house.dispatched(lead(BY_QUEUE));
        assertEquals(0, roundAt("2026-05-04T09:00:00"), "劳动节");
        assertEquals(1, roundAt("2026-05-09T09:00:00"), "调休上班");
    }

    @Test
    void anyNumberOfNodesAtOnceTellItOnce() throws Exception {
        house.dispatched(lead(BY_QUEUE));
        house.clock.set(LocalDateTime.parse("2026-03-06T08:30:00").atZone(Zone.CHINA).toInstant());
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        int told = 0;
        try {
            CountDownLatch together = new CountDownLatch(1);
            List<Future<Integer>> rounds = new ArrayList<>();
            for (int n = 0; n < 4; n++) {
                DigestRound node = node();
                rounds.add(nodes.submit(() -> {
                    together.await();
                    return node.run();
                }));
            }
            together.countDown();
            for (Future<Integer> each : rounds) {
                told += each.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertEquals(1, told);
        assertEquals(1, digests("department." + BY_QUEUE).size());
        assertFalse(latest("department." + BY_QUEUE).toString().contains("用地"), "nothing of what was said");
    }
}
