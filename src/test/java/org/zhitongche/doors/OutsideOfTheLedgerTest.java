package org.zhitongche.doors;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.doors.RunningHouse.FIRM_ADDRESS;
import static org.zhitongche.doors.RunningHouse.PLATFORM;
import static org.zhitongche.doors.RunningHouse.STRANGER;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.db.Database;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.intake.ExternalCounts;
import org.zhitongche.intake.Ledger;
import org.zhitongche.intake.LedgerReport;

/** The ledger of a running house against what its mail server and its broker count by themselves. */
@Timeout(90)
class OutsideOfTheLedgerTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();
    @TempDir
    Path folder;
    private Database database;
    private RunningHouse house;

    /** By mail one appeal, the same again, a bounce, one that nobody can read, one too large; by queue one, the same again, rubbish. */
    @BeforeEach
    void receive() throws Exception {
        database = db.another();
        house = new RunningHouse(database, folder);
        Post post = new Post(house);
        String appeal = mail("用地", "Content-Type: text/plain; charset=UTF-8", "没有答复。");
        post.send(FIRM_ADDRESS, appeal);
        post.send(FIRM_ADDRESS, appeal);
        post.bring(mail("out of office", "Auto-Submitted: auto-replied", "away"));
        post.send(STRANGER, mail("", "X-Nothing: at all", ""));
        post.send(STRANGER, mail("large", "X-Size: large", "x".repeat(RunningHouse.MAIL_LIMIT + 1)));
        house.ask("firm-1", "appeals.submit", RunningHouse.submission("o-1", "用地"));
        house.ask("firm-1", "appeals.submit", RunningHouse.submission("o-1", "用地"));
        house.ask("firm-1", "appeals.submit", "{");
        house.ask("350200-natural-resources", "departments.actions", "{");
        await().atMost(SOON).until(() -> house.count("arrival where door = 'MAIL'") == 5 && house.mailServer.countMails(PLATFORM, "INBOX") == 0
                && house.broker.findCounts("appeals.submit").orElseThrow().waiting() == 0);
    }

    @AfterEach
    void stop() {
        house.close();
    }

    private static String mail(String subject, String header, String text) {
        return "From: " + FIRM_ADDRESS + "\nTo: " + PLATFORM + (subject.isEmpty() ? "" : "\nSubject: " + subject) + "\nMessage-ID: <"
                + UUID.randomUUID() + "@c.example>\n" + header + "\n\n" + text + "\n";
    }

    private Store box() throws MessagingException {
        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", house.mailServer.imapPort(), PLATFORM, RunningHouse.MAIL_PASSWORDS.get(PLATFORM));
        return store;
    }

    private static String outside(LedgerReport report) {
        return report.equations().stream().filter(each -> each.name().equals("outside"))
                .map(each -> each.subject() + " " + each.left() + (each.holds() ? " = " : " ≠ ") + each.right()).collect(Collectors.joining(", "));
    }

    @Test
    void everyMailLiesInTheFolderOfItsOutcomeAndEveryMessageWasCountedByTheBroker() {
        assertEquals("Done 2 = 2, Suppressed 1 = 1, Quarantine 1 = 1, Oversized + Refused 1 = 1, appeals.submit 3 = 3", outside(house.ledger()));
        assertEquals(List.of(), RunningHouse.broken(house.ledger()));
        assertTrue(house.ledger().equations().stream().allMatch(each -> each.pending() == 0));
    }

    @Test
    void aMailThatSomebodyTookOutOrPutInIsMissed() throws Exception {
        try (Store store = box(); Folder done = store.getFolder("Done"); Folder quarantine = store.getFolder("Quarantine")) {
            done.open(Folder.READ_WRITE);
            quarantine.open(Folder.READ_WRITE);
            quarantine.appendMessages(new Message[] {done.getMessage(1)});
            assertEquals("Done 2 = 2, Suppressed 1 = 1, Quarantine 1 ≠ 2, Oversized + Refused 1 = 1, appeals.submit 3 = 3", outside(house.ledger()));
            done.setFlags(1, 1, new Flags(Flags.Flag.DELETED), true);
            done.expunge();
        }
        assertEquals("Done 2 ≠ 1, Suppressed 1 = 1, Quarantine 1 ≠ 2, Oversized + Refused 1 = 1, appeals.submit 3 = 3", outside(house.ledger()));
    }

    @Test
    void aMessageThatLeftItsQueueWithoutAnArrivalIsMissed() {
        database.sql().sql("delete from submission_key").update();
        database.sql().sql("delete from arrival where door = 'QUEUE' and outcome = 'DUPLICATE'").update();
        assertTrue(outside(house.ledger()).endsWith("appeals.submit 2 ≠ 3"), outside(house.ledger()));
    }

    @Test
    void theBrokersCountersGoOnFromWhatTheLedgerKnewWhenItStarted() throws Exception {
        house.close();
        house = new RunningHouse(database, folder);
        assertTrue(outside(house.ledger()).endsWith("appeals.submit 3 = 3"), outside(house.ledger()));
        house.ask("firm-1", "appeals.submit", RunningHouse.submission("o-2", "用地"));
        assertTrue(outside(house.ledger()).contains("appeals.submit 4 = "), outside(house.ledger()));
        assertEquals(List.of(), RunningHouse.broken(house.ledger()));
    }

    @Test
    void olderMailsMayBeClearedOutOnceTheDayIsNamed() throws Exception {
        Instant later = house.clock.instant().plusSeconds(1);
        MailFolders folders = new MailFolders(house.settings.mail().boxes(), later);
        assertEquals("Done 0 = 0, Suppressed 0 = 0, Quarantine 0 = 0, Oversized + Refused 0 = 0", outside(ledger(folders)));
        assertEquals("Done 2 = 2, Suppressed 1 = 1, Quarantine 1 = 1, Oversized + Refused 1 = 1",
                outside(ledger(new MailFolders(house.settings.mail().boxes(), house.clock.instant().minusSeconds(1)))));
    }

    @Test
    void aMailServerThatDoesNotAnswerIsNotPretendedToAgree() {
        MailBox gone = new MailBox("imap", "127.0.0.1", house.mailServer.smtpPort(), PLATFORM, "wrong", "INBOX");
        LedgerReport report = ledger(new MailFolders(List.of(gone), Instant.EPOCH));
        assertTrue(report.holds());
        assertEquals(List.of("mail-away"), report.equations().stream().filter(each -> each.name().equals("outside"))
                .map(LedgerReport.Equation::notAsked).toList());
    }

    /** Killed after the copy and before the deletion: its transport id is in the ledger, its copy in Done, and it lies in INBOX still. */
    @Test
    void aMailThatWasCopiedBeforeAKillIsNotCopiedAgain() throws Exception {
        house.pipeline.close();
        try (Store store = box(); Folder done = store.getFolder("Done"); Folder inbox = store.getFolder("INBOX")) {
            done.open(Folder.READ_ONLY);
            inbox.open(Folder.READ_WRITE);
            inbox.appendMessages(new Message[] {done.getMessage(1)});
            UIDFolder uids = (UIDFolder) inbox;
            String transport = PLATFORM + "@127.0.0.1/INBOX/" + uids.getUIDValidity() + "/" + uids.getUID(inbox.getMessage(1));
            assertEquals(1, database.sql().sql("update arrival set transport_id = ? where id = (select id from arrival where door = 'MAIL'"
                    + " and outcome = 'CREATED')").param(transport).update());
        }
        house.close();
        house = new RunningHouse(database, folder);
        await().atMost(SOON).until(() -> house.mailServer.countMails(PLATFORM, "INBOX") == 0);
        assertEquals(List.of(), RunningHouse.broken(house.ledger()));
        assertEquals(2, house.mailServer.countMails(PLATFORM, "Done"));
    }

    private LedgerReport ledger(ExternalCounts outside) {
        return new Ledger(database, house.clock, outside).report();
    }
}
