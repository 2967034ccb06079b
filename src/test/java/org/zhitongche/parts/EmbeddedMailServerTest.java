package org.zhitongche.parts;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.parts.TestMail.FIRM;
import static org.zhitongche.parts.TestMail.PLATFORM;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Base64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.db.StartFailure;
import org.zhitongche.parts.TestMail.Smtp;

@Timeout(60)
class EmbeddedMailServerTest {

    @TempDir
    Path directory;

    private EmbeddedMailServer server;

    @BeforeEach
    void start() {
        server = startIn(directory);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static EmbeddedMailServer startIn(Path directory) {
        return start(new EmbeddedMailServer.Settings(directory, 0, 0));
    }

    private static EmbeddedMailServer start(EmbeddedMailServer.Settings settings) {
        EmbeddedMailServer server = new EmbeddedMailServer(settings, TestMail.USERS, InstantSource.system());
        server.start();
        return server;
    }

    private void restart() {
        server.close();
        server = startIn(directory);
    }

    private String send(String to, String content) throws IOException {
        try (Smtp smtp = new Smtp(server.smtpPort())) {
            return smtp.send(to, content);
        }
    }

    private void sendAppeals(String... subjects) throws IOException {
        for (String subject : subjects) {
            assertTrue(send(PLATFORM, "Subject: " + subject + "\r\n\r\ntext").startsWith("250"));
        }
    }

    private String rawOfOnly(String address) throws MessagingException, IOException {
        try (Store store = TestMail.imap(server.imapPort(), address); Folder inbox = TestMail.open(store, "INBOX")) {
            assertEquals(1, inbox.getMessageCount());
            return TestMail.raw(inbox.getMessage(1));
        }
    }

    private List<String> subjects(String folder) throws MessagingException {
        return subjects(server.imapPort(), folder);
    }

    private static List<String> subjects(int imapPort, String folder) throws MessagingException {
        try (Store store = TestMail.imap(imapPort, PLATFORM); Folder open = TestMail.open(store, folder)) {
            List<String> subjects = new ArrayList<>();
            for (Message each : open.getMessages()) {
                subjects.add(each.getSubject());
            }
            return subjects;
        }
    }

    @Test
    void aMailArrivesAsItsSenderWroteIt() throws Exception {
        String content = "From: " + FIRM + "\r\nSubject: =?UTF-8?B?6K+J5rGC?=\r\nContent-Type: text/plain; charset=utf-8\r\n"
                + "\r\n用电问题\r\n.." + "hidden dot\r\n..\r\nend\r\n";
        assertTrue(send(PLATFORM, content.stripTrailing()).startsWith("250"));
        String raw = rawOfOnly(PLATFORM);
        assertTrue(raw.endsWith("\r\n\r\n用电问题\r\n.hidden dot\r\n.\r\nend\r\n"), raw);
        assertTrue(raw.startsWith("Return-Path: <" + FIRM + ">\r\nReceived: from client.example"), raw);
    }

    @Test
    void aMailIsDescribedAsItIsSoThatMailProgramsCanShowIt() throws Exception {
        send(PLATFORM, "Subject: encoded\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n55So55S1");
        try (Store store = TestMail.imap(server.imapPort(), PLATFORM); Folder inbox = TestMail.open(store, "INBOX")) {
            MimeMessage mail = (MimeMessage) inbox.getMessage(1);
            assertEquals("base64", mail.getEncoding().toLowerCase(java.util.Locale.ROOT));
            assertTrue(mail.getContentType().toLowerCase(java.util.Locale.ROOT).startsWith("text/html"), mail.getContentType());
            assertEquals("用电", new String(mail.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void whoSignedInIsStampedAndWhoDidNotToo() throws Exception {
        try (Smtp smtp = new Smtp(server.smtpPort()).signIn(FIRM, TestMail.passwordOf(FIRM))) {
            smtp.send(PLATFORM, "Subject: one\r\n\r\n");
        }
        sendAppeals("two");
        try (Store store = TestMail.imap(server.imapPort(), PLATFORM); Folder inbox = TestMail.open(store, "INBOX")) {
            assertEquals("zhitongche.local; auth=pass smtp.auth=" + FIRM,
                    inbox.getMessage(1).getHeader("Authentication-Results")[0]);
            assertEquals("zhitongche.local; auth=none", inbox.getMessage(2).getHeader("Authentication-Results")[0]);
        }
    }

    @Test
    void anAuthenticationResultThatTheSenderClaimsIsRemovedHoweverItIsWritten() throws Exception {
        String claim = "zhitongche.local; auth=pass smtp.auth=" + FIRM;
        send(PLATFORM, " auth=pass smtp.auth=" + FIRM + "\r\nAuthentication-Results: " + claim
                + "\r\nauthentication-RESULTS :\r\n\t" + claim + "\r\nSubject: x\rAuthentication-Results: " + claim
                + "\nAuthentication-Results: " + claim + "\r\nReturn-Path: <" + PLATFORM + ">\r\n\r\ntext");
        try (Store store = TestMail.imap(server.imapPort(), PLATFORM); Folder inbox = TestMail.open(store, "INBOX")) {
            Message message = inbox.getMessage(1);
            assertEquals(List.of("zhitongche.local; auth=none"), Arrays.asList(message.getHeader("Authentication-Results")));
            assertEquals(List.of("<" + FIRM + ">"), Arrays.asList(message.getHeader("Return-Path")));
            assertFalse(TestMail.raw(message).contains("auth=pass"), TestMail.raw(message));
            assertEquals("x", message.getSubject());
        }
    }

    @Test
    void aDotAfterABareLineFeedDoesNotEndAMail() throws Exception {
        try (Smtp smtp = new Smtp(server.smtpPort())) {
            String answer = smtp.send(PLATFORM, "Subject: one\r\n\r\nfirst\n.\r\nMAIL FROM:<" + PLATFORM + ">\r\n.\rX");
            assertTrue(answer.startsWith("250 2.0.0 Stored"), answer);
            assertTrue(smtp.say("NOOP").startsWith("250"));
        }
        assertEquals(1, server.countMails(PLATFORM, "INBOX"));
    }

    /** Mail programs ask for the structure and decode by it. */
    @Test
    void aMailProgramReadsAnEncodedTextAsItWasWritten() throws Exception {
        String text = Base64.getMimeEncoder().encodeToString("用地手续\n办件凭证".getBytes(StandardCharsets.UTF_8));
        send(PLATFORM, "Subject: a\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n" + text);
        try (Store store = TestMail.imap(server.imapPort(), PLATFORM); Folder inbox = TestMail.open(store, "INBOX")) {
            assertEquals("用地手续\n办件凭证", ((String) inbox.getMessage(1).getContent()).strip());
        }
    }

    @Test
    void aMailWithoutAnythingInItIsKept() throws Exception {
        assertTrue(send(PLATFORM, "").startsWith("250"));
        try (Smtp smtp = new Smtp(server.smtpPort())) {
            smtp.say("MAIL FROM:<>");
            smtp.say("RCPT TO:<" + PLATFORM + ">");
            smtp.say("DATA");
            assertTrue(smtp.say(".").startsWith("250"));
        }
        assertEquals(Arrays.asList(null, null), subjects("INBOX"));
    }

    @Test
    void aBoxThatNobodyHasIsRefusedInOurDomainAndOpenedInAnother() throws Exception {
        assertTrue(send("nobody@zhitongche.local", "Subject: x\r\n\r\n").startsWith("550"));
        assertTrue(send("NOBODY@Zhitongche.LOCAL", "Subject: x\r\n\r\n").startsWith("550"));
        assertTrue(send("no address", "Subject: x\r\n\r\n").startsWith("550"));
        assertTrue(send("../../etc@shili-001.example", "Subject: x\r\n\r\n").startsWith("250"));
        assertTrue(send("Contact@Shili-001.example", "Subject: x\r\n\r\n").startsWith("250"));
        assertEquals(1, server.countMails(FIRM, "INBOX"));
        assertEquals(0, server.countMails("nobody@zhitongche.local", "INBOX"));
    }

    @Test
    void aWrongPasswordOpensNeitherDoor() throws Exception {
        try (Smtp smtp = new Smtp(server.smtpPort())) {
            assertThrows(IOException.class, () -> smtp.signIn(FIRM, "wrong"));
            assertThrows(IOException.class, () -> smtp.signIn(FIRM, ""));
        }
        assertThrows(MessagingException.class, () -> TestMail.imap(server.imapPort(), "stranger@shili-002.example"));
    }

    @Test
    void oneBoxCannotReadAnother() throws Exception {
        sendAppeals("secret");
        try (Store firm = TestMail.imap(server.imapPort(), FIRM)) {
            for (String name : List.of("#mail.appeals@zhitongche,local.INBOX", "#mail", "#MAIL.appeals@zhitongche,local")) {
                assertThrows(MessagingException.class, () -> firm.getFolder(name).open(Folder.READ_ONLY), name);
                assertEquals(0, firm.getDefaultFolder().list(name + ".*").length);
            }
            assertEquals(List.of("INBOX"), Arrays.stream(firm.getDefaultFolder().list("*")).map(Folder::getName).toList());
        }
    }

    @Test
    void aMailKeepsItsIdentityOverARestart() throws Exception {
        sendAppeals("one", "two");
        List<String> before = identities();
        restart();
        assertEquals(before, identities());
        assertEquals(List.of("one", "two"), subjects("INBOX"));
    }

    private List<String> identities() throws MessagingException {
        try (Store store = TestMail.imap(server.imapPort(), PLATFORM); Folder inbox = TestMail.open(store, "INBOX")) {
            UIDFolder uids = (UIDFolder) inbox;
            List<String> identities = new ArrayList<>();
            for (Message each : inbox.getMessages()) {
                identities.add(uids.getUIDValidity() + "/" + uids.getUID(each) + "/" + each.getReceivedDate().getTime());
            }
            return identities;
        }
    }

    @Test
    void aMovedMailStaysMovedAndItsUidIsNotGivenAgain() throws Exception {
        sendAppeals("one", "two");
        List<String> before = identities();
        moveFirstToDone();
        moveFirstToDone();
        restart();
        assertEquals(List.of(), subjects("INBOX"));
        assertEquals(List.of("one", "two"), subjects("Done"));
        sendAppeals("three");
        assertEquals(List.of("three"), subjects("INBOX"));
        long uid = Long.parseLong(identities().get(0).split("/")[1]);
        assertTrue(uid > Long.parseLong(before.get(1).split("/")[1]), "uid " + uid + " after " + before);
        assertEquals(2, server.countMails(PLATFORM, "Done"));
    }

    private void moveFirstToDone() throws MessagingException {
        try (Store store = TestMail.imap(server.imapPort(), PLATFORM);
                Folder inbox = TestMail.open(store, "INBOX");
                Folder done = TestMail.open(store, "Done")) {
            TestMail.move(inbox, inbox.getMessage(1), done);
        }
    }

    @Test
    void theMoveCommandAndFoldersBelowFoldersWorkToo() throws Exception {
        sendAppeals("one", "two");
        try (Store store = TestMail.imap(server.imapPort(), PLATFORM);
                Folder inbox = TestMail.open(store, "INBOX");
                Folder below = TestMail.open(store, "INBOX.隔离")) {
            Message second = inbox.getMessage(2);
            ((IMAPFolder) inbox).moveMessages(new Message[] {second}, below);
            assertTrue(second.isExpunged());
        }
        restart();
        assertEquals(List.of("one"), subjects("INBOX"));
        assertEquals(List.of("two"), subjects("INBOX.隔离"));
    }

    @Test
    void flagsAreKept() throws Exception {
        sendAppeals("one");
        try (Store store = TestMail.imap(server.imapPort(), PLATFORM); Folder inbox = TestMail.open(store, "INBOX")) {
            inbox.getMessage(1).setFlags(systemFlags(), true);
            inbox.getMessage(1).setFlag(Flags.Flag.FLAGGED, false);
        }
        restart();
        try (Store store = TestMail.imap(server.imapPort(), PLATFORM); Folder inbox = TestMail.open(store, "INBOX")) {
            Flags flags = inbox.getMessage(1).getFlags();
            assertTrue(flags.contains(Flags.Flag.SEEN) && flags.contains(Flags.Flag.ANSWERED));
            assertFalse(flags.contains(Flags.Flag.FLAGGED));
        }
    }

    private static Flags systemFlags() {
        Flags flags = new Flags(Flags.Flag.SEEN);
        flags.add(Flags.Flag.ANSWERED);
        flags.add(Flags.Flag.FLAGGED);
        return flags;
    }

    @Test
    void anotherSessionsDeletionDoesNotShiftTheMailsUnderThisOne() throws Exception {
        sendAppeals("one", "two", "three");
        try (Store mine = TestMail.imap(server.imapPort(), PLATFORM);
                Store others = TestMail.imap(server.imapPort(), PLATFORM);
                Folder inbox = TestMail.open(mine, "INBOX");
                Folder done = TestMail.open(mine, "Done");
                Folder same = TestMail.open(others, "INBOX")) {
            Message second = inbox.getMessage(2);
            same.getMessage(1).setFlag(Flags.Flag.DELETED, true);
            same.expunge();
            TestMail.move(inbox, second, done);
        }
        assertEquals(List.of("two"), subjects("Done"));
        assertEquals(List.of("three"), subjects("INBOX"));
    }

    @Test
    void anOpenFolderHearsOfNewMail() throws Exception {
        try (Store store = TestMail.imap(server.imapPort(), PLATFORM); Folder inbox = TestMail.open(store, "INBOX")) {
            assertEquals(0, inbox.getMessageCount());
            sendAppeals("one");
            // The client asks the server at most once a second.
            await().untilAsserted(() -> assertEquals(1, inbox.getMessageCount()));
            assertEquals("one", inbox.getMessage(1).getSubject());
            assertEquals(1, inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false)).length);
        }
    }

    @Test
    void aMailWhosePartsMakeNoSenseDoesNotHoldUpTheNext() throws Exception {
        String broken = "Subject: broken\r\nFrom: <<<>>> \"\r\nTo: @@\r\nDate: never\r\n"
                + "Content-Type: multipart/mixed; boundary=\r\n\r\n--\r\nContent-Type: message/rfc822\r\n\r\n\r\n";
        assertTrue(send(PLATFORM, broken).startsWith("250"));
        assertTrue(send(PLATFORM, "Subject: nested\r\nContent-Type: message/rfc822\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n!!!").startsWith("250"));
        assertTrue(send(PLATFORM, "Subject: unknown\r\nContent-Type: ///;;;\r\n\r\n").startsWith("250"));
        sendAppeals("good");
        try (Store store = TestMail.imap(server.imapPort(), PLATFORM); Folder inbox = TestMail.open(store, "INBOX")) {
            FetchProfile everything = new FetchProfile();
            everything.add(FetchProfile.Item.ENVELOPE);
            everything.add(FetchProfile.Item.CONTENT_INFO);
            everything.add(FetchProfile.Item.FLAGS);
            Message[] messages = inbox.getMessages();
            inbox.fetch(messages, everything);
            for (Message each : messages) {
                assertTrue(TestMail.raw(new MimeMessage((MimeMessage) each)).contains("Subject: "));
            }
            assertEquals("good", messages[3].getSubject());
        }
    }

    @Test
    void aMailOverTheLimitIsRefusedAndTheConnectionGoesOn(@TempDir Path elsewhere) throws Exception {
        try (EmbeddedMailServer small = start(new EmbeddedMailServer.Settings(elsewhere, EmbeddedMailServer.DOMAIN, 0, 0, 1000));
                Smtp smtp = new Smtp(small.smtpPort())) {
            assertTrue(smtp.say("MAIL FROM:<" + FIRM + "> SIZE=1001").startsWith("552"));
            assertTrue(smtp.send(PLATFORM, "Subject: body\r\n\r\n" + "x".repeat(1000)).startsWith("552"));
            assertTrue(smtp.send(PLATFORM, ("X-Long: " + "x".repeat(100) + "\r\n").repeat(20) + "\r\n").startsWith("552"));
            assertTrue(smtp.send(PLATFORM, "Subject: fits\r\n\r\n").startsWith("250"));
            assertEquals(1, small.countMails(PLATFORM, "INBOX"));
        }
    }

    @Test
    void aMailOf60MegabytesPassesThroughAServerWith256MegabytesOfMemory(@TempDir Path elsewhere) throws Exception {
        byte[] line = ("x".repeat(76) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        int lines = (60 << 20) / line.length;
        MessageDigest sent = MessageDigest.getInstance("SHA-256");
        try (Child child = Child.start(MailProgram.class, elsewhere.toString())) {
            try (Smtp smtp = new Smtp(child.ports()[0])) {
                smtp.say("MAIL FROM:<" + FIRM + ">");
                smtp.say("RCPT TO:<" + PLATFORM + ">");
                smtp.say("DATA");
                smtp.write("Subject: large\r\n\r\n");
                byte[] block = new byte[line.length * 1000];
                for (int i = 0; i < 1000; i++) {
                    System.arraycopy(line, 0, block, i * line.length, line.length);
                }
                for (int i = 0; i < lines / 1000; i++) {
                    smtp.write(block);
                    sent.update(block);
                }
                assertTrue(smtp.say(".").startsWith("250"));
            }
            MessageDigest received = MessageDigest.getInstance("SHA-256");
            try (Store store = TestMail.imap(child.ports()[1], PLATFORM); Folder inbox = TestMail.open(store, "INBOX")) {
                MimeMessage large = (MimeMessage) inbox.getMessage(1);
                assertEquals("large", large.getSubject());
                assertTrue(large.getSize() > 59 << 20);
                ((IMAPMessage) large).getMimeStream().transferTo(afterHeaders(received));
            }
            assertEquals(HexFormat.of().formatHex(sent.digest()), HexFormat.of().formatHex(received.digest()));
        }
    }

    private static OutputStream afterHeaders(MessageDigest digest) {
        return new DigestOutputStream(OutputStream.nullOutputStream(), digest) {
            private int last;
            private boolean body;

            @Override
            public void write(int next) throws IOException {
                if (body) {
                    super.write(next);
                }
                last = last << 8 | next & 0xff;
                body = body || last == 0x0d0a0d0a;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                for (int i = offset; i < offset + length; i++) {
                    write(bytes[i]);
                }
            }
        };
    }

    @Test
    void whatWasAnsweredWith250IsThereAfterAKill(@TempDir Path elsewhere) throws Exception {
        List<String> accepted = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            try (Child child = Child.start(MailProgram.class, elsewhere.toString()); Smtp smtp = new Smtp(child.ports()[0])) {
                for (int i = 0; i < 40; i++) {
                    String subject = round + "-" + i;
                    assertTrue(smtp.send(PLATFORM, "Subject: " + subject + "\r\n\r\n").startsWith("250"));
                    accepted.add(subject);
                }
                if (round == 0) {
                    try (Store store = TestMail.imap(child.ports()[1], PLATFORM);
                            Folder inbox = TestMail.open(store, "INBOX");
                            Folder done = TestMail.open(store, "Done")) {
                        TestMail.move(inbox, inbox.getMessage(1), done);
                    }
                }
                smtp.say("MAIL FROM:<" + FIRM + ">");
                smtp.say("RCPT TO:<" + PLATFORM + ">");
                smtp.say("DATA");
                smtp.write("Subject: never finished\r\n\r\n");
                child.kill();
            }
        }
        try (EmbeddedMailServer again = startIn(elsewhere)) {
            assertEquals(List.of("0-0"), subjects(again.imapPort(), "Done"));
            assertEquals(accepted.subList(1, accepted.size()), subjects(again.imapPort(), "INBOX"));
        }
    }

    @Test
    void aSecondStarterOnTheSameDirectoryIsRefused() {
        StartFailure failure = assertThrows(StartFailure.class, () -> startIn(directory));
        assertTrue(failure.getMessage().contains("is in use by process " + ProcessHandle.current().pid()), failure.getMessage());
    }

    @Test
    void aTakenPortIsNamedInOneLine(@TempDir Path elsewhere) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            StartFailure failure = assertThrows(StartFailure.class,
                    () -> start(new EmbeddedMailServer.Settings(elsewhere, 0, taken.getLocalPort())));
            assertEquals("The mail server cannot start: port " + taken.getLocalPort()
                    + " on 127.0.0.1 is taken: stop what listens there, or set another mail.imap.port", failure.getMessage());
        }
        startIn(elsewhere).close();
    }
}
