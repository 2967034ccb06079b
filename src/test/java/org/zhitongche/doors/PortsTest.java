package org.zhitongche.doors;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;
import org.zhitongche.appeal.ActRequest;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Contact;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.MayName;
import org.zhitongche.appeal.Receipt;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Source;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.Type;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.Acknowledge;

/** The two ports as pages and API use them: through the same routes, with what a step throws coming out as it is. */
@Timeout(60)
class PortsTest {

    private static final Actor LEAD = new Actor(Actor.Kind.DEPARTMENT, "officer", "经办科员", "350200-natural-resources");

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

    private static Submission submission(String region) {
        return new Submission(UUID.randomUUID(), Door.WEB, null, "session-1", true, UUID.randomUUID().toString(), Source.WEB, Type.ASSISTANCE,
                "工业用地手续迟迟未办结", "项目用地报批材料交了三个月，自然资源局一直没有答复。", RunningHouse.FIRM.uscc(), RunningHouse.FIRM.name(), Contact.NONE,
                region, null, List.of(), MayName.HANDLER_ONLY, List.of(), null, null, List.of(), house.clock.instant(), null);
    }

    private static ActRequest acknowledge(Actor by, UUID assignment) {
        return new ActRequest(null, by, Door.WEB, null, assignment, null, "", new Acknowledge(assignment));
    }

    @Test
    void whatIsSubmittedByRequestIsStoredWhenTheCallReturnsAndReachesItsDepartment() throws Exception {
        Receipt receipt = house.pipeline.takeIn().takeIn(submission("350200"));
        assertEquals(Receipt.Status.CREATED, receipt.status());
        assertEquals("HANDLING", house.database.sql().sql("select state from appeal where id = ?").param(receipt.appeal()).query(String.class).single());
        await().atMost(Duration.ofSeconds(10)).until(() -> house.receive("350200-natural-resources", "department.350200-natural-resources", 5_000)
                .contains(receipt.number()));
    }

    @Test
    void aRefusalAndAnUnknownAssignmentComeOutAsTheyAre() {
        Receipt receipt = house.pipeline.takeIn().takeIn(submission("350200"));
        UUID part = house.database.sql().sql("select id from assignment where appeal_id = ? and role = 'LEAD'").param(receipt.appeal()).query(UUID.class).single();
        house.pipeline.acts().act(acknowledge(LEAD, part));
        Refusal refusal = assertThrows(Refusal.class, () -> house.pipeline.acts().act(acknowledge(LEAD, part)));
        assertEquals("acknowledge.once", refusal.rule());
        assertThrows(Unknown.class, () -> house.pipeline.acts().act(acknowledge(LEAD, UUID.randomUUID())));
    }

    @Test
    void aFailureLeavesNothingBehind() {
        house.database.sql().sql("alter table appeal add constraint broken check (region <> '350300')").update();
        long arrivals = house.count("arrival");
        try {
            assertThrows(DataIntegrityViolationException.class, () -> house.pipeline.takeIn().takeIn(submission("350300")));
        } finally {
            house.database.sql().sql("alter table appeal drop constraint broken").update();
        }
        assertEquals(arrivals, house.count("arrival"));
        assertEquals(0, house.database.sql().sql("select count(*) from appeal where region = '350300'").query(Long.class).single());
    }
}
