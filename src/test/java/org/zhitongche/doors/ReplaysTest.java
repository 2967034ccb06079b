package org.zhitongche.doors;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.doors.RunningHouse.FIRM_ADDRESS;
import static org.zhitongche.doors.RunningHouse.PLATFORM;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.intake.Outcome;

@Timeout(60)
class ReplaysTest {

    private static final Actor CENTRE = new Actor(Actor.Kind.CENTRE, "centre-1", "中心坐席", null);

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();
    @TempDir
    static Path folder;
    private static RunningHouse house;

    @BeforeAll
    static void start() {
        house = new RunningHouse(db.database(), folder);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @AfterEach
    void theLedgerHolds() {
        assertEquals(List.of(), RunningHouse.broken(house.ledger()));
    }

    private static UUID latest() {
        return house.database.sql().sql("select id from arrival where outcome = 'QUARANTINED' order by xmin::text::bigint desc limit 1").query(UUID.class).single();
    }

    private static Outcome replay(UUID arrival) {
        return house.pipeline.replay().replay(arrival, CENTRE);
    }

    private static List<String> changes(UUID arrival) {
        return house.database.sql().sql("select was || ' ' || became || ' ' || by from arrival_replay where arrival_id = ? order by at")
                .param(arrival).query(String.class).list();
    }

    private static String outcome(UUID arrival) {
        return house.database.sql().sql("select outcome || ' ' || (appeal_id is not null) from arrival where id = ?").param(arrival)
                .query(String.class).single();
    }

    @Test
    void aMessageWhoseFaultWasOursIsTakenInOnceTheFaultIsMended() throws Exception {
        house.database.sql().sql("alter table appeal add constraint broken check (region <> '350300')").update();
        String receipt;
        try {
            receipt = house.ask("firm-1", "appeals.submit", RunningHouse.submission("r-1", "用地").replace("350200", "350300"));
        } finally {
            assertEquals(Outcome.QUARANTINED, replay(latest()));
            house.database.sql().sql("alter table appeal drop constraint broken").update();
        }
        assertTrue(receipt.contains("QUARANTINED"), receipt);
        UUID arrival = latest();
        house.clock.advance(Duration.ofMinutes(1));

        assertEquals(Outcome.CREATED, replay(arrival));
        assertEquals("CREATED true", outcome(arrival));
        assertEquals(List.of("QUARANTINED QUARANTINED 中心坐席", "QUARANTINED CREATED 中心坐席"), changes(arrival));
        assertThrows(Unknown.class, () -> replay(arrival), "what became an appeal is not replayed");
        assertTrue(new ObjectMapper().readTree(house.ask("firm-1", "appeals.submit",
                RunningHouse.submission("r-1", "用地").replace("350200", "350300"))).path("status").asText().equals("DUPLICATE"));
    }

    @Test
    void oneUnderTheKeyOfAnotherBecomesAnAppealOfItsOwn() throws Exception {
        house.ask("firm-1", "appeals.submit", RunningHouse.submission("r-2", "用地"));
        house.ask("firm-1", "appeals.submit", RunningHouse.submission("r-2", "是另一件事"));
        UUID arrival = latest();
        assertEquals(Outcome.CREATED, replay(arrival));
        assertEquals("CREATED true", outcome(arrival));
    }

    @Test
    void whatStillCannotBeReadStaysWithItsReason() throws Exception {
        house.ask("firm-1", "appeals.submit", "{not json");
        UUID arrival = latest();
        assertEquals(Outcome.QUARANTINED, replay(arrival));
        assertEquals("fault.document.not-json", house.database.sql().sql("select reason from arrival where id = ?").param(arrival).query(String.class).single());
    }

    @Test
    void aQuarantinedMailIsReadAgainWithWhatItsServerVouchedFor() throws Exception {
        Post post = new Post(house);
        house.database.sql().sql("alter table appeal add constraint broken check (door <> 'MAIL')").update();
        try {
            post.send(FIRM_ADDRESS, "From: " + FIRM_ADDRESS + "\nTo: " + PLATFORM + "\nSubject: replay me\nMessage-ID: <" + UUID.randomUUID()
                    + "@c.example>\nContent-Type: text/plain; charset=UTF-8\n\n项目用地报批一直没有答复。\n");
            await().atMost(Duration.ofSeconds(30)).until(() -> house.database.sql().sql("select count(*) from arrival where door = 'MAIL'")
                    .query(Long.class).single() == 1);
        } finally {
            house.database.sql().sql("alter table appeal drop constraint broken").update();
        }
        UUID arrival = latest();
        assertEquals(Outcome.CREATED, replay(arrival));
        assertEquals(true, house.database.sql().sql("select verified from appeal where id = (select appeal_id from arrival where id = ?)")
                .param(arrival).query(Boolean.class).single());
    }

    /** As the command does it beside a running node. */
    @Test
    void itIsReplayedInsideWithoutADoorOpenedOrAClockRun() throws Exception {
        house.ask("firm-1", "appeals.submit", RunningHouse.submission("r-3", "用地"));
        house.ask("firm-1", "appeals.submit", RunningHouse.submission("r-3", "是第三件事"));
        UUID arrival = latest();
        try (Pipeline inside = new Pipeline(house.stages, house.settings)) {
            inside.startInside();
            assertEquals(List.of(), inside.listRoutes().stream().filter(route -> inside.routes().get(route.getRouteId()))
                    .map(route -> route.getEndpoint().getEndpointUri()).filter(uri -> !uri.startsWith("direct:")).toList());
            assertEquals(Outcome.CREATED, inside.replay().replay(arrival, CENTRE));
        }
    }
}
