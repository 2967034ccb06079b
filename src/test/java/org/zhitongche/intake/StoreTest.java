package org.zhitongche.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.zhitongche.handling.Desk.clear;
import static org.zhitongche.handling.Desk.lead;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.Receipt;
import org.zhitongche.appeal.Receipt.Status;
import org.zhitongche.appeal.Submission;
import org.zhitongche.db.Content;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.Desk;

class StoreTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(db.database());
    }

    @Test
    void theSameKeyWithTheSameWordsIsOneAppealAndTwoArrivals() {
        Receipt first = desk.takeIn(draft(desk.submission("key-1", "用地手续")));
        Receipt again = desk.takeIn(draft(desk.submission("key-1", "用地手续")));
        assertEquals(Status.CREATED, first.status());
        assertEquals(Status.DUPLICATE, again.status());
        assertEquals(first.number(), again.number());
        assertEquals(first.token(), again.token());
        assertEquals(2, arrivals("key-1"));
    }

    @Test
    void theSameKeyWithOtherWordsIsKeptAndFlagged() {
        desk.takeIn(draft(desk.submission("key-2", "用地手续")));
        Attachment raw = new Attachment("raw.json", "application/json", Content.of("{}".getBytes(StandardCharsets.UTF_8)), true);
        Receipt conflict = desk.takeIn(draft(with(desk.submission("key-2", "完全不同的内容"), null, raw)));
        assertEquals(Status.CONFLICT, conflict.status());
        assertNull(conflict.number());
        assertEquals("quarantine.same-key", db.database().sql().sql("select reason from arrival where id = ? and raw is not null")
                .param(conflict.arrival()).query(String.class).single());
    }

    @Test
    void withoutAKeyTheWordsAreTheKeyForADay() {
        Receipt first = desk.takeIn(draft(desk.submission(null, "没有编号的诉求")));
        desk.clock.advance(Duration.ofHours(23));
        assertEquals(first.number(), desk.takeIn(draft(desk.submission(null, "没有编号的诉求"))).number());
        desk.clock.advance(Duration.ofHours(2));
        assertNotEquals(first.number(), desk.takeIn(draft(desk.submission(null, "没有编号的诉求"))).number());
    }

    @Test
    void theSameDeliveryIsTheSameArrivalHoweverLateItComesAgain() {
        Submission submission = with(desk.submission(null, "迟到的重投"), "box/1/7", null);
        Receipt first = desk.takeIn(draft(submission));
        desk.clock.advance(Duration.ofDays(3));
        Submission late = with(desk.submission(null, "迟到的重投"), "box/1/7", null);
        assertEquals(first.number(), desk.takeIn(draft(late)).number());
        assertEquals(1, db.database().sql().sql("select count(*) from arrival where transport_id = 'box/1/7'").query(Integer.class).single());
    }

    @Test
    void twinsInOneTransactionAreOneAppeal() {
        List<Receipt> receipts = desk.store.store(List.of(draft(desk.submission("twin", "双胞胎")), draft(desk.submission("twin", "双胞胎")),
                draft(desk.submission("other", "别的事"))));
        assertEquals(receipts.get(0).number(), receipts.get(1).number());
        assertNotEquals(receipts.get(0).number(), receipts.get(2).number());
    }

    @Test
    void manyAtOnceWithTheSameKeyAreOneAppeal() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            Callable<String> same = () -> desk.takeIn(draft(desk.submission("race", "同时提交"))).number();
            var numbers = threads.invokeAll(List.of(same, same, same, same, same, same));
            for (var number : numbers) {
                assertEquals(numbers.get(0).get(), number.get());
            }
        } finally {
            threads.shutdown();
        }
        assertEquals(1, db.database().sql().sql("select count(*) from arrival where key = 'client:race' and outcome = 'CREATED'")
                .query(Integer.class).single());
    }

    @Test
    void doubtGoesToAPersonWithTheProposal() {
        Draft unsure = clear(desk.submission("doubt", "说不清楚"), lead("gx"));
        Receipt receipt = desk.takeIn(unsure.with(org.zhitongche.appeal.Classification.NONE));
        var appeal = desk.appeals.getAppeal(receipt.appeal());
        assertEquals(AppealState.TRIAGE, appeal.state());
        assertEquals("gx", appeal.proposed().get(0).department());
        // received on Thursday 5 March: the centre decides by Friday 17:30
        assertEquals(java.time.Instant.parse("2026-03-06T09:30:00Z"), appeal.triageDue());
    }

    private int arrivals(String key) {
        return db.database().sql().sql("select count(*) from arrival where key = ?").param("client:" + key).query(Integer.class).single();
    }

    private static Draft draft(Submission submission) {
        return clear(submission, lead("gx"));
    }

    private static Submission with(Submission s, String transportId, Attachment raw) {
        return new Submission(UUID.randomUUID(), Door.API, transportId, s.sender(), s.verified(), s.key(), s.source(), s.type(), s.title(),
                s.text(), s.uscc(), s.firm(), s.contact(), s.region(), s.category(), s.complainedAbout(), s.mayName(), s.attachments(),
                s.enteredBy(), s.linkedTo(), s.doubts(), s.receivedAt(), raw);
    }
}
