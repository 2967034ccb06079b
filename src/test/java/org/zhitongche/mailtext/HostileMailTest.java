package org.zhitongche.mailtext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.mailtext.Mails.base64;
import static org.zhitongche.mailtext.Mails.decent;
import static org.zhitongche.mailtext.Mails.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhitongche.mailtext.Unreadable.Reason;

/** Mail made to exhaust, to run or to deceive does none of it. */
class HostileMailTest {

    // What is not bounded takes hours; a minute leaves room for a busy machine.
    private static final Duration SOON = Duration.ofMinutes(1);

    private static Reason refused(byte[] raw) {
        MailReader reader = new MailReader("", "X-Own", MailLimits.DEFAULT);
        return assertTimeout(SOON, () -> assertThrows(Unreadable.class, () -> reader.read(raw)).reason());
    }

    @Test
    void tenThousandPartsAreRefused() {
        Mails mail = decent().line("Content-Type: multipart/mixed; boundary=b").blank();
        for (int i = 0; i < 10_000; i++) mail.line("--b").blank().line("x");
        assertEquals(Reason.TOO_MANY_PARTS, refused(mail.raw()));
    }

    @Test
    void aThousandLevelsAreRefused() {
        Mails mail = decent().line("Content-Type: multipart/mixed; boundary=b0").blank();
        for (int i = 1; i <= 1_000; i++) mail.line("--b" + (i - 1)).line("Content-Type: multipart/mixed; boundary=b" + i).blank();
        assertEquals(Reason.TOO_DEEP, refused(mail.raw()));
    }

    @Test
    void aMillionHeadersAreRefused() {
        Mails mail = decent();
        for (int i = 0; i < 1_000_000; i++) mail.line("X: y");
        assertEquals(Reason.TOO_MANY_HEADERS, refused(mail.raw()));
    }

    @Test
    void oneEndlessHeaderIsRefused() {
        assertEquals(Reason.TOO_MANY_HEADERS, refused(mail().line("Subject: " + "a".repeat(5_000_000)).blank().raw()));
    }

    @Test
    void nothingAndNoMailAreRefused() {
        assertEquals(Reason.EMPTY, refused(new byte[0]));
        assertEquals(Reason.NOT_A_MAIL, refused("just words\nand more".getBytes(StandardCharsets.UTF_8)));
        assertEquals(Reason.NOT_A_MAIL, refused(new byte[] {0, 1, 2, 3, (byte) 0xFF}));
    }

    @Test
    void aMailOverTheLimitIsRefusedWithoutReadingItAll() {
        MailReader reader = new MailReader("", "X-Own", MailLimits.DEFAULT.withBytes(1_000));
        Unreadable refusal = assertThrows(Unreadable.class, () -> reader.read(decent().blank().line("x".repeat(2_000)).raw()));
        assertEquals(Reason.TOO_LARGE, refusal.reason());
    }

    @Test
    void aBodyBeyondItsLimitIsCutAndKeptWhole() throws Exception {
        ReadMail mail = decent().line("Content-Type: text/plain; charset=utf-8").blank().line("长文".repeat(500_000)).read();
        assertTrue(mail.flags().contains(MailFlag.TEXT_CUT));
        assertEquals(3_000_002, mail.attachments().get(0).size(), "a million letters of 3 bytes, and the line's end");
    }

    @Test
    void aBombIsKeptPackedAndNeverUnpacked() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            for (int i = 0; i < 100; i++) zip.write(new byte[1_000_000]);
        }
        ReadMail mail = file("bomb.docx", packed.toByteArray());
        MailAttachment bomb = mail.attachments().get(0);
        assertEquals(packed.size(), bomb.size());
        assertEquals("application/vnd.openxmlformats-officedocument.wordprocessingml.document", bomb.contentType());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "<html><script>alert(1)</script></html>",
        "#!/bin/sh\nrm -rf /", "MZ\u0090\u0000", "\u007FELF\u0002"})
    void whatRunsIsKeptInert(String content) throws Exception {
        ReadMail mail = file("note.txt", content.getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(mail.attachments().get(0).inert());
        assertTrue(mail.flags().contains(MailFlag.INERT_ATTACHMENT));
        assertEquals(content, new String(mail.attachments().get(0).open().readAllBytes(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void theTestVirusIsInertByWhateverName() throws Exception {
        String virus = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTI" + "VIRUS-TEST-FILE!$H+H*";
        assertTrue(file("a.txt", virus.getBytes(StandardCharsets.US_ASCII)).attachments().get(0).inert());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.exe", "合同.pdf.js", "x.lnk", "x.SVG", "x.docm", "x.hta", "x.iso"})
    void dangerousEndingsAreInertWhateverTheBytes(String name) throws Exception {
        assertTrue(file(name, "harmless words".getBytes(StandardCharsets.US_ASCII)).attachments().get(0).inert());
    }

    @Test
    void ordinaryFilesAreNotInert() throws Exception {
        assertFalse(file("合同.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)).attachments().get(0).inert());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<img src=http://evil.example/1.png>",
        "<svg onload=alert(1)></svg>", "<meta http-equiv=refresh content='0;url=http://evil.example'>", "<style>@import 'http://evil.example'</style>",
        "<link rel=stylesheet href=http://evil.example>", "<p style=\"background:url(http://evil.example)\">", "<a href='javascript:alert(1)'>x</a>",
        "<iframe src=http://evil.example></iframe>", "<form action=http://evil.example><input></form>", "<base href=http://evil.example>",
        "<a href='&#106;avascript:alert(1)'>x</a>", "<div onmouseover=alert(1)>", "<object data=http://evil.example></object>",
        "<video poster=http://evil.example>", "<table background=http://evil.example>", "<math><mtext><style><img src=x onerror=alert(1)>"})
    void nothingRunsAndNothingLoadsFromABody(String attack) throws Exception {
        String html = decent().line("Content-Type: text/html; charset=utf-8").blank().line("<p>诉求</p>" + attack).read().html().orElseThrow();
        assertTrue(html.contains("诉求"));
        assertFalse(html.matches("(?is).*(<script|<svg|<img|<meta|<style|<link|<iframe|<form|<base|<object|<video|\\son\\w+=|style=|javascript:|evil\\.example).*"), html);
    }

    @Test
    void textMadeToSlowAReaderDownIsReadInTime() {
        String[] slow = {"> ".repeat(500_000), "(".repeat(1_000_000), "于 2024 12:00 写道\n".repeat(60_000), "- ".repeat(600_000) + "原始邮件",
            "发件人: a\n".repeat(100_000), "<div>".repeat(200_000), "<b><i>".repeat(100_000), "=?".repeat(500_000)};
        for (String text : slow) {
            assertTimeout(SOON, () -> decent().line("Content-Type: text/plain; charset=utf-8").blank().line(text).read(), text.substring(0, 8));
            assertTimeout(SOON, () -> decent().line("Content-Type: text/html; charset=utf-8").blank().line(text).read(), text.substring(0, 8));
        }
    }

    @Test
    void headersMadeToSlowAReaderDownAreReadInTime() {
        String[] slow = {"=?utf-8?B?".repeat(60_000), "<".repeat(500_000), "(".repeat(500_000), "\"\\".repeat(300_000), "a@b.example,".repeat(40_000),
            "x; a=b".repeat(80_000)};
        for (String value : slow) {
            for (String name : new String[] {"From", "Subject", "Content-Type", "References", "Authentication-Results", "Content-Disposition"}) {
                assertTimeout(SOON, () -> mail().line(name + ": " + value).blank().line("x").read(), name + " " + value.substring(0, 6));
            }
        }
    }

    @Test
    void noMutationOfAMailMakesTheReaderFail() throws Exception {
        byte[] sound = decent().line("Authentication-Results: mx.example.gov.cn; dmarc=pass (x)").line("References: <a@b> <c@d>")
                .line("Content-Type: multipart/mixed; boundary=\"b\"").blank().line("--b").line("Content-Type: text/html; charset=gb2312")
                .line("Content-Transfer-Encoding: quoted-printable").blank().line("<p>=CB=DF=C7=F3</p>").line("--b")
                .line("Content-Type: application/ms-tnef; name*=utf-8''winmail%2Edat").line("Content-Transfer-Encoding: base64").blank()
                .line("eJ8+IgEAAgKQBgAOAAAAAAAAAAAAAAAAAAAAAAAAAA==").line("--b--").raw();
        java.util.Random random = new java.util.Random(20_250_303);
        MailReader reader = new MailReader(Mails.SERVER, Mails.OWN, MailLimits.DEFAULT);
        int read = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] mutated = java.util.Arrays.copyOf(sound, sound.length - random.nextInt(20));
            for (int n = random.nextInt(30); n >= 0; n--) {
                mutated[random.nextInt(mutated.length)] = (byte) (random.nextBoolean() ? random.nextInt(256) : "=?\"<>;:\r\n-()'*% ".charAt(random.nextInt(16)));
            }
            try {
                if (!reader.read(mutated).subject().contains("\n")) read++;
            } catch (Unreadable refused) {
                continue;
            }
        }
        assertTrue(read > 2_900, read + " of 3000 read");
    }

    @Test
    void noLineBreakComesOutOfAnyHeader() throws Exception {
        String evil = base64("a\r\nBcc: victim@example.cn\r\n\r\nbody\u0000\u2028x", StandardCharsets.UTF_8);
        ReadMail mail = mail().line("From: =?utf-8?B?" + evil + "?= <a@b.example>").line("To: =?utf-8?B?" + evil + "?= <c@d.example>")
                .line("Subject: =?utf-8?B?" + evil + "?=").line("Message-ID: <a").line(" b@c>").line("Content-Type: application/pdf; name=\"=?utf-8?B?" + evil + "?=\"")
                .line(Mails.OWN + ": x").blank().line("%PDF").read();
        String all = mail.from() + "" + mail.to() + mail.subject() + mail.messageId() + mail.attachments().get(0).name();
        assertFalse(all.chars().anyMatch(c -> c < ' ' || c == 0x2028), all);
        assertEquals("a Bcc: victim@example.cn body x", mail.subject());
    }

    private static ReadMail file(String name, byte[] content) throws Unreadable {
        return decent().line("Content-Type: multipart/mixed; boundary=b").blank().line("--b").blank().line("见附件").line("--b")
                .line("Content-Type: application/octet-stream").line("Content-Disposition: attachment; filename=\"" + name + "\"")
                .line("Content-Transfer-Encoding: base64").blank().line(Base64.getEncoder().encodeToString(content)).line("--b--").read();
    }
}
