package org.zhitongche.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.firm;
import static org.zhitongche.handling.Desk.lead;
import static org.zhitongche.notice.NoticeHouse.ADDRESS;
import static org.zhitongche.notice.NoticeHouse.BY_MAIL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.appeal.Contact;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.MayName;
import org.zhitongche.appeal.Source;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.TrackingTokens;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.Supplement;

class MailsTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static final String MAILED = BY_MAIL + "@zhitongche.local";
    private NoticeHouse house;

    @BeforeEach
    void open() {
        db.database().sql().sql("truncate outbox, alarm, recipient_block, verification").update();
        house = new NoticeHouse(db.database());
    }

    private UUID unverified() {
        return house.takeIn(house.submission(false, MayName.HANDLER_ONLY, "内容"), lead("350300-industry"));
    }

    @Test
    void aDepartmentsMailCanBeAnsweredByItsIdAndByItsToken() {
        UUID appeal = house.dispatched(lead(BY_MAIL));
        UUID part = house.desk.partOf(appeal, BY_MAIL);
        MailText mail = house.sendMailsTo(MAILED).get(0);
        assertEquals(house.of(appeal, Channel.MAIL, MAILED).get(0).deliveryId() + "@zhitongche.local", mail.messageId());
        OutgoingMails.Sent sent = house.outgoing.find("<" + mail.messageId() + ">").orElseThrow();
        assertEquals(part, sent.assignment());
        assertEquals(MAILED, sent.address());
        Matcher token = Pattern.compile("办件凭证：(\\S+)").matcher(mail.body());
        assertTrue(token.find());
        assertEquals(Optional.of(part), house.tokens.read(TrackingTokens.Purpose.ANSWER, token.group(1)));
        assertTrue(mail.body().contains("答复时限：2026年3月16日 17:30"));
        assertFalse(mail.body().contains("/track/"), "the firm's link is not for departments");
        assertNull(mail.inReplyTo());
    }

    @Test
    void mailsOfOneAppealMakeOneConversationThatBeginsWithTheFirmsOwn() {
        Submission s = house.submission(true, MayName.HANDLER_ONLY, "内容");
        UUID appeal = house.takeIn(new Submission(s.arrival(), Door.MAIL, "box/1/7", ADDRESS, true, "<first@shili-001.example>", Source.MAIL,
                s.type(), s.title(), s.text(), s.uscc(), s.firm(), s.contact(), s.region(), null, List.of(), s.mayName(), List.of(),
                null, null, List.of(), s.receivedAt(), null), lead(BY_MAIL));
        house.clock.advance(Duration.ofMinutes(1));
        MailText receipt = house.sendMailsTo(ADDRESS).get(0);
        assertEquals("first@shili-001.example", receipt.inReplyTo());
        assertTrue(receipt.automaticReply());
        house.clock.advance(Duration.ofMinutes(1));
        house.desk.act(department(BY_MAIL), appeal, new Reply(house.desk.partOf(appeal, BY_MAIL), Conclusion.A, "已办", null, null, List.of(), null));
        MailText reply = house.sendMailsTo(ADDRESS).get(0);
        assertEquals(receipt.messageId(), reply.inReplyTo());
        assertEquals(List.of("first@shili-001.example"), reply.references());
    }

    @Test
    void aMissingVariableLeavesADeadDeliveryWithAnAlarmAndNoMail(@TempDir Path folder) throws IOException {
        copyTemplates(folder);
        Files.writeString(folder.resolve("receipt.txt"), "Subject: 回执\n\n{{number}} {{nobody}}\n");
        house = new NoticeHouse(db.database(), folder);
        UUID appeal = house.dispatched(lead("350300-industry"));
        assertEquals(List.of(), house.sendMailsTo(ADDRESS));
        Deliveries.Row row = house.of(appeal, Channel.MAIL, ADDRESS).get(0);
        assertEquals(Deliveries.State.DEAD, row.state());
        assertEquals("receipt: {{nobody}} is missing", row.lastError());
        assertEquals(1, house.alarms.list(PersonRole.CENTRE, true, 10).size());
    }

    @Test
    void aTitleMadeToDeceiveIsNotMailedToAnybody() {
        Submission s = house.submission(true, MayName.HANDLER_ONLY, "内容\u202Etxt.exe");
        UUID appeal = house.takeIn(s, lead(BY_MAIL));
        assertEquals(List.of(), house.sendMailsTo(MAILED));
        assertEquals(Deliveries.State.DEAD, house.of(appeal, Channel.MAIL, MAILED).get(0).state());
        assertEquals(Deliveries.State.SENT, house.of(appeal, Channel.MAIL, ADDRESS).get(0).state(), "another stream goes on");
    }

    @Test
    void anAddressCannotCarryAHeader() {
        Submission s = house.submission(true, MayName.HANDLER_ONLY, "内容");
        UUID appeal = house.takeIn(new Submission(s.arrival(), s.door(), null, s.sender(), true, s.key(), s.source(), s.type(), s.title(),
                s.text(), s.uscc(), s.firm(), new Contact(null, null, "a@b.example\r\nBcc: c@d.example"), s.region(), null, List.of(),
                s.mayName(), List.of(), null, null, List.of(), s.receivedAt(), null), lead("350300-industry"));
        assertEquals(List.of(), house.sendMails());
        assertTrue(house.deliveries.deliveriesOf(appeal).stream().anyMatch(row -> row.state() == Deliveries.State.DEAD));
    }

    @Test
    void blockedAddressesAreSkippedWithTheReasonAndHoldNothingBack() {
        house.recipients.block("JINGBAN@shili-001.example", Recipients.Reason.BOUNCED, "550 no such user");
        UUID appeal = house.dispatched(lead("350300-industry"));
        assertEquals(List.of(), house.sendMailsTo(ADDRESS));
        Deliveries.Row row = house.of(appeal, Channel.MAIL, ADDRESS).get(0);
        assertEquals(Deliveries.State.SKIPPED, row.state());
        assertEquals("recipient BOUNCED", row.lastError());
    }

    @Test
    void theCodeOfTheMailConfirmsTheAddressOnce() {
        UUID appeal = unverified();
        Matcher code = Pattern.compile("(?m)^(\\d{6})$").matcher(house.sendMailsTo(ADDRESS).get(0).body());
        assertTrue(code.find());
        String other = code.group(1).equals("000000") ? "000001" : "000000";
        assertEquals(Optional.empty(), house.verifications.confirm(appeal, other));
        assertEquals(Optional.empty(), house.verifications.confirm(UUID.randomUUID(), code.group(1)));
        assertEquals(Optional.of(ADDRESS), house.verifications.confirm(appeal, code.group(1)));
        assertEquals(Optional.empty(), house.verifications.confirm(appeal, code.group(1)));
        String stored = db.database().sql().sql("select string_agg(o::text, '') from outbox o").query(String.class).single();
        assertFalse(stored.contains(code.group(1)), "the code lies nowhere in the outbox");
    }

    @Test
    void aCodeCannotBeGuessedAndLivesADay() {
        UUID guessed = unverified();
        String code = house.verifications.findCode(guessed, ADDRESS).orElseThrow();
        for (int i = 0; i < 5; i++) {
            house.verifications.confirm(guessed, "x");
        }
        assertEquals(Optional.empty(), house.verifications.confirm(guessed, code));

        UUID late = unverified();
        String tooLate = house.verifications.findCode(late, ADDRESS).orElseThrow();
        house.clock.advance(Duration.ofHours(24));
        assertEquals(Optional.empty(), house.verifications.confirm(late, tooLate));
    }

    @Test
    void anAddressGetsFewCodesAnHourHoweverManyAppealsNameIt() {
        for (int i = 0; i < 8; i++) {
            unverified();
        }
        assertEquals(5, house.sendMailsTo(ADDRESS).size());
        UUID asked = unverified();
        assertFalse(house.verifications.send(asked, ADDRESS));
        house.clock.advance(Duration.ofHours(1));
        assertTrue(house.verifications.send(asked, ADDRESS));
        assertEquals(1, house.sendMailsTo(ADDRESS).size());
    }

    @Test
    void aCodeMailedTwiceIsTheSame() {
        UUID appeal = unverified();
        assertEquals(house.verifications.findCode(appeal, ADDRESS), house.verifications.findCode(appeal, ADDRESS));
        String first = house.verifications.findCode(appeal, ADDRESS).orElseThrow();
        house.clock.advance(Duration.ofMinutes(1));
        house.verifications.send(appeal, ADDRESS);
        assertNotEquals(first, house.verifications.findCode(appeal, ADDRESS).orElseThrow(), "asked for anew it is another");
    }

    @Test
    void theOutboxHoldsNothingOfWhatAMailWillSay() {
        UUID appeal = house.takeIn(house.submission(true, MayName.HANDLER_ONLY, "不可外传的内容"), lead(BY_MAIL));
        house.desk.act(firm(), appeal, new Supplement("补充里的话", List.of()));
        String payloads = String.join("", db.database().sql().sql("select payload from outbox where channel = 'MAIL'").query(String.class).list());
        assertFalse(payloads.contains("不可外传") || payloads.contains("补充里的话"), payloads);
    }

    @Test
    void whatIsErasedIsNeitherSentNorKept() {
        UUID appeal = house.takeIn(house.submission(true, MayName.HANDLER_ONLY, "不可外传的内容"), lead("350200-industry"));
        house.outbox.erase(appeal);
        assertEquals(List.of(), house.sendMailsTo(ADDRESS));
        String left = db.database().sql().sql("select string_agg(o::text, '') from outbox o where appeal_id = ?").param(appeal)
                .query(String.class).single();
        assertFalse(left.contains("不可外传") || left.contains(ADDRESS), left);
    }

    private static void copyTemplates(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("config/templates"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }
}
