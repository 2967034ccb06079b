package org.zhitongche.mailtext;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.mailtext.Mails.decent;
import static org.zhitongche.mailtext.Mails.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhitongche.db.Content;

/** What a mail consists of is read, kept or left to a person; nothing is lost. */
class PartsOfMailTest {

    @Test
    void anOrdinaryMailIsReadToItsFacts() throws Exception {
        ReadMail mail = decent().line("In-Reply-To: <n7@zhitongche.local>").line("References: <n1@zhitongche.local>").line("\t<n7@zhitongche.local>")
                .line("Content-Type: text/plain; charset=utf-8").blank().line("您好，").line("我公司用电不稳。").read();
        assertEquals(new MailAddress("示例纺织", "office@textile.example.cn"), mail.from().orElseThrow());
        assertEquals("用电问题", mail.subject());
        assertEquals("m1@textile.example.cn", mail.messageId().orElseThrow());
        assertEquals("n7@zhitongche.local", mail.inReplyTo().orElseThrow());
        assertEquals(List.of("n1@zhitongche.local", "n7@zhitongche.local"), mail.references());
        assertEquals(Instant.parse("2025-03-03T01:30:00Z"), mail.date().orElseThrow());
        assertEquals("您好，\n我公司用电不稳。", mail.text());
        assertEquals(MailKind.ORDINARY, mail.kind());
        assertTrue(mail.flags().isEmpty(), mail.flags().toString());
    }

    @Test
    void aMailWithoutSubjectSenderAndIdIsReadAndFlagged() throws Exception {
        ReadMail mail = mail().line("To: appeals@zhitongche.local").blank().line("你好").read();
        assertEquals("你好", mail.text());
        assertTrue(mail.flags().containsAll(List.of(MailFlag.NO_SENDER, MailFlag.NO_SUBJECT, MailFlag.NO_MESSAGE_ID)));
    }

    @Test
    void plainTextIsPreferredAndHtmlKept() throws Exception {
        ReadMail mail = decent().line("Content-Type: multipart/alternative; boundary=b").blank()
                .line("--b").line("Content-Type: text/plain; charset=utf-8").blank().line("纯文本")
                .line("--b").line("Content-Type: text/html; charset=utf-8").blank().line("<p>网页 <b>文本</b></p>").line("--b--").read();
        assertEquals("纯文本", mail.text());
        assertEquals("<p>网页 <b>文本</b></p>", mail.html().orElseThrow());
    }

    @Test
    void htmlAloneBecomesTextLineByLine() throws Exception {
        ReadMail mail = decent().line("Content-Type: text/html; charset=utf-8").blank()
                .line("<style>p{}</style><div>您好，</div><div>税&nbsp;款<br>未退</div><div style='display: none'>隐藏</div><table><tr><td>甲</td><td>乙</td></tr></table>").read();
        assertEquals("您好，\n税 款\n未退\n甲\t乙", mail.text());
    }

    @Test
    void wrappedLinesOfFlowedTextAreJoined() throws Exception {
        String type = "Content-Type: text/plain; charset=utf-8; format=flowed";
        assertEquals("出口退税一直未到账\n盼复\n\n-- \n财务部", decent().line(type + "; delsp=yes").blank()
                .line("出口退 ").line("税一直 ").line("未到账").line("盼复").blank().line("-- ").line("财务部").read().text());
        assertEquals("a b", decent().line(type).blank().line("a ").line("b").read().text());
        assertEquals("> a b\n>> c", FlowedText.unwrap("> a \n> b\n>> c", false));
    }

    @Test
    void aNestedMailIsKeptAsAFileAndAPersonLooks() throws Exception {
        ReadMail mail = decent().line("Content-Type: multipart/mixed; boundary=b").blank().line("--b").blank().line("见附件")
                .line("--b").line("Content-Type: message/rfc822").line("Content-Disposition: attachment; filename=old.eml").blank()
                .line("From: a@b.example").line("Subject: inner").blank().line("inner text").line("--b--").read();
        assertEquals("见附件", mail.text());
        assertEquals("old.eml", mail.attachments().get(0).name());
        assertEquals("From: a@b.example\r\nSubject: inner\r\n\r\ninner text", content(mail.attachments().get(0)));
        assertTrue(mail.flags().contains(MailFlag.NESTED) && mail.personMustLook());
    }

    @Test
    void anEmptyBodyAndAnImageAloneAreToldApart() throws Exception {
        assertTrue(decent().blank().line("   ").read().flags().contains(MailFlag.EMPTY_BODY));
        ReadMail image = decent().line("Content-Type: multipart/related; boundary=b").blank()
                .line("--b").line("Content-Type: text/html").blank().line("<img src=\"cid:1\">")
                .line("--b").line("Content-Type: image/png; name=scan.png").line("Content-ID: <1>").line("Content-Transfer-Encoding: base64").blank()
                .line(Base64.getEncoder().encodeToString(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})).line("--b--").read();
        assertTrue(image.flags().contains(MailFlag.IMAGE_ONLY) && image.personMustLook());
        assertEquals("image/png", image.attachments().get(0).contentType());
        assertEquals("1", image.attachments().get(0).contentId());
    }

    @Test
    void encryptedMailIsKeptAndFlagged() throws Exception {
        ReadMail mail = decent().line("Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m")
                .line("Content-Transfer-Encoding: base64").blank().line("MIAGCSqGSIb3DQEHA6CA").read();
        assertTrue(mail.flags().contains(MailFlag.ENCRYPTED) && mail.personMustLook());
        assertEquals("smime.p7m", mail.attachments().get(0).name());
    }

    @Test
    void winmailDatIsUnpackedAndKept() throws Exception {
        ReadMail mail = decent().line("Content-Type: multipart/mixed; boundary=b").blank().line("--b").blank().line("hello").line("--b")
                .line("Content-Type: application/ms-tnef; name=winmail.dat").line("Content-Transfer-Encoding: base64").blank()
                .line(Base64.getEncoder().encodeToString(winmail("清单.txt", "三台机床"))).line("--b--").read();
        assertEquals(List.of("winmail.dat", "清单.txt"), mail.attachments().stream().map(MailAttachment::name).toList());
        assertEquals("三台机床", content(mail.attachments().get(1)));
        assertTrue(mail.flags().contains(MailFlag.WINMAIL));
    }

    @Test
    void aWinmailDatThatLiesAboutItsLengthsTakesNoMemory() throws Exception {
        ByteArrayOutputStream lies = new ByteArrayOutputStream();
        lies.writeBytes(little(0x223E9F78, 4));
        lies.writeBytes(little(1, 2));
        for (int i = 0; i < 1_000; i++) {
            attribute(lies, 0x00069002, new byte[14]);
            ByteArrayOutputStream property = new ByteArrayOutputStream();
            for (int number : new int[] {1, 0x3701_0102, 1, 40_000_000}) property.writeBytes(little(number, 4));
            attribute(lies, 0x00069005, property.toByteArray());
        }
        ReadMail mail = decent().line("Content-Type: application/ms-tnef; name=winmail.dat").line("Content-Transfer-Encoding: base64").blank()
                .line(Base64.getEncoder().encodeToString(lies.toByteArray())).read();
        assertTrue(mail.flags().contains(MailFlag.STRUCTURE_BROKEN));
        assertEquals(0, mail.attachments().get(1).size());
    }

    @Test
    void namesAndContentInOutlooksPropertiesAreRead() throws Exception {
        ByteArrayOutputStream properties = new ByteArrayOutputStream();
        byte[] name = "营业执照.pdf".getBytes(StandardCharsets.UTF_16LE);
        for (int number : new int[] {2, 0x3707_001F, 1, name.length}) properties.writeBytes(little(number, 4));
        properties.writeBytes(name);
        properties.writeBytes(new byte[(4 - name.length % 4) % 4]);
        for (int number : new int[] {0x3701_0102, 1, 4}) properties.writeBytes(little(number, 4));
        properties.writeBytes("%PDF".getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream tnef = new ByteArrayOutputStream();
        tnef.writeBytes(little(0x223E9F78, 4));
        tnef.writeBytes(little(1, 2));
        attribute(tnef, 0x00069002, new byte[14]);
        attribute(tnef, 0x00069005, properties.toByteArray());
        ReadMail mail = decent().line("Content-Type: application/ms-tnef; name=winmail.dat").line("Content-Transfer-Encoding: base64").blank()
                .line(Base64.getEncoder().encodeToString(tnef.toByteArray())).read();
        assertEquals("营业执照.pdf", mail.attachments().get(1).name());
        assertEquals("%PDF", content(mail.attachments().get(1)));
        assertFalse(mail.flags().contains(MailFlag.STRUCTURE_BROKEN));
    }

    @Test
    void aBrokenWinmailDatIsKept() throws Exception {
        byte[] broken = java.util.Arrays.copyOf(winmail("a.txt", "x"), 20);
        ReadMail mail = decent().line("Content-Type: application/ms-tnef; name=winmail.dat").line("Content-Transfer-Encoding: base64").blank()
                .line(Base64.getEncoder().encodeToString(broken)).read();
        assertEquals(1, mail.attachments().size());
        assertTrue(mail.flags().contains(MailFlag.STRUCTURE_BROKEN));
    }

    @Test
    void aMissingLastBoundaryLosesNothing() throws Exception {
        ReadMail mail = decent().line("Content-Type: multipart/mixed; boundary=b").blank().line("--b").blank().line("一")
                .line("--b").line("Content-Type: application/pdf; name=a.pdf").blank().bytes("%PDF-1.7 end".getBytes(StandardCharsets.US_ASCII)).read();
        assertEquals("一", mail.text());
        assertEquals("%PDF-1.7 end", content(mail.attachments().get(0)));
        assertTrue(mail.flags().contains(MailFlag.STRUCTURE_BROKEN));
    }

    @Test
    void aMultipartWithoutItsBoundaryIsReadAsText() throws Exception {
        assertEquals("没有分隔的正文", decent().line("Content-Type: multipart/mixed; boundary=never").blank().line("没有分隔的正文").read().text());
        assertEquals("正文", decent().line("Content-Type: multipart/mixed").blank().line("--x1x").blank().line("正文").line("--x1x--").read().text());
    }

    @Test
    void aHeaderLineThatIsNoneDoesNotEndTheHeader() throws Exception {
        ReadMail mail = mail().line("From: a@b.example").line("this is no header").line("Subject: still here").blank().line("body").read();
        assertEquals("still here", mail.subject());
        assertTrue(mail.flags().contains(MailFlag.HEADER_BROKEN));
    }

    @Test
    void aTypeIsToldByTheBytesAndADisguiseIsFlagged() throws Exception {
        ReadMail mail = decent().line("Content-Type: application/pdf; name=invoice.pdf").line("Content-Transfer-Encoding: base64").blank()
                .line(Base64.getEncoder().encodeToString("MZ\u0000\u0001program".getBytes(StandardCharsets.ISO_8859_1))).read();
        assertEquals("application/x-msdownload", mail.attachments().get(0).contentType());
        assertTrue(mail.attachments().get(0).inert());
        assertTrue(mail.flags().contains(MailFlag.DISGUISED_ATTACHMENT));
    }

    @Test
    void attachmentsKeepEveryByte() throws Exception {
        byte[] bytes = new byte[200_000];
        new java.util.Random(7).nextBytes(bytes);
        ReadMail mail = decent().line("Content-Type: application/octet-stream; name=a.dat").line("Content-Transfer-Encoding: base64").blank()
                .bytes(Base64.getMimeEncoder().encode(bytes)).read();
        MailAttachment file = mail.attachments().get(0);
        assertEquals(200_000, file.size());
        assertArrayEquals(bytes, file.open().readAllBytes());
        try (Content copy = file.content()) {
            assertEquals(file.sha256(), copy.sha256());
        }
        assertFalse(file.inert());
    }

    private static String content(MailAttachment file) throws Exception {
        return new String(file.open().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The smallest winmail.dat: signature, key, then one attachment's rendering data, title and content. */
    private static byte[] winmail(String name, String content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(little(0x223E9F78, 4));
        out.writeBytes(little(1, 2));
        attribute(out, 0x00069002, new byte[14]);
        attribute(out, 0x00018010, (name + "\0").getBytes(Mails.GB18030));
        attribute(out, 0x0006800F, content.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static void attribute(ByteArrayOutputStream out, int id, byte[] data) {
        int sum = 0;
        for (byte b : data) sum += b & 0xFF;
        out.write(2);
        out.writeBytes(little(id, 4));
        out.writeBytes(little(data.length, 4));
        out.writeBytes(data);
        out.writeBytes(little(sum & 0xFFFF, 2));
    }

    private static byte[] little(int value, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) bytes[i] = (byte) (value >> 8 * i);
        return bytes;
    }
}
