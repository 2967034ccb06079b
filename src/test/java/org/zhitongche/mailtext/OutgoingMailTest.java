package org.zhitongche.mailtext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhitongche.mailtext.OutgoingMail.AutoSubmitted;

/** What we send can be read back, is known as ours, and carries no header that we didn't set. */
class OutgoingMailTest {

    private static final MailAddress US = new MailAddress("政企直通车", "appeals@zhitongche.local");
    private static final MailAddress FIRM = new MailAddress("示例公司", "office@firm.example.cn");

    private static OutgoingMail notice() {
        return OutgoingMail.between(US, FIRM).messageId("d1.1@zhitongche.local").sentAt(Instant.parse("2025-03-03T01:30:00Z"))
                .subject("已受理：用电问题").text("您的诉求已受理。\n编号 350100-20250303-1").automatic(AutoSubmitted.REPLIED).header("X-Zhitongche-Notice", "d1");
    }

    private static byte[] raw(OutgoingMail mail) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        mail.build().writeTo(out);
        return out.toByteArray();
    }

    private static ReadMail readBack(OutgoingMail mail) throws Exception {
        return new MailReader("", "X-Zhitongche-Notice", MailLimits.DEFAULT).read(raw(mail));
    }

    @Test
    void ourMailReadsBackAsItWasWritten() throws Exception {
        ReadMail mail = readBack(notice().inReplyTo("m1@firm.example.cn", List.of("m0@firm.example.cn"))
                .attach("答复.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)));
        assertEquals("d1.1@zhitongche.local", mail.messageId().orElseThrow());
        assertEquals("m1@firm.example.cn", mail.inReplyTo().orElseThrow());
        assertEquals(List.of("m0@firm.example.cn", "m1@firm.example.cn"), mail.references());
        assertEquals(US, mail.from().orElseThrow());
        assertEquals(List.of(FIRM), mail.to());
        assertEquals("已受理：用电问题", mail.subject());
        assertEquals("您的诉求已受理。\n编号 350100-20250303-1", mail.text());
        assertEquals("auto-replied", mail.autoSubmitted());
        assertEquals(MailKind.OWN_NOTICE, mail.kind());
        assertEquals("答复.pdf", mail.attachments().get(0).name());
        assertEquals(Instant.parse("2025-03-03T01:30:00Z"), mail.date().orElseThrow());
    }

    @Test
    void lineBreaksInWhatPeopleWroteAddNoHeader() throws Exception {
        String evil = "x\r\nBcc: victim@example.cn\r\n\r\nbody";
        MimeMessage mail = OutgoingMail.between(US, new MailAddress(evil, "a@b.example")).messageId("d@zhitongche.local").subject(evil).text("t")
                .header("X-Zhitongche-Notice", evil).attach(evil + ".pdf", "application/pdf", new byte[1]).build();
        assertNull(mail.getHeader("Bcc"));
        String headers = new String(raw(OutgoingMail.between(US, new MailAddress(evil, "a@b.example")).messageId("d@zhitongche.local")
                .subject(evil).header("X-Zhitongche-Notice", evil).text("t")), StandardCharsets.UTF_8).split("\r\n\r\n")[0];
        assertFalse(headers.lines().anyMatch(line -> line.startsWith("Bcc")), headers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "<a@b.example>", "a", "", "a@b@c", "a b@c.example"})
    void aMalformedRecipientIsRefused(String address) {
        assertThrows(IllegalArgumentException.class, () -> OutgoingMail.between(US, new MailAddress("x", address)));
    }

    @Test
    void aMalformedIdOrHeaderNameIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> notice().messageId("x>\r\nBcc: a@b"));
        assertThrows(IllegalArgumentException.class, () -> notice().header("Bcc", "a@b.example"));
        assertThrows(IllegalArgumentException.class, () -> notice().header("X-A: b\r\nBcc", "a@b.example"));
    }

    @Test
    void foreignIdsThatAreMalformedAreLeftOut() throws Exception {
        MimeMessage odd = notice().inReplyTo("x y@z", List.of()).build();
        assertNull(odd.getHeader("In-Reply-To"));
        MimeMessage mixed = notice().inReplyTo("m1@b.example", List.of("a\r\nBcc: c@d", "ok@b.example")).build();
        assertEquals("<ok@b.example>\r\n <m1@b.example>", mixed.getHeader("References")[0]);
        assertTrue(mixed.getHeader("Bcc") == null);
    }
}
