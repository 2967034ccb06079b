package org.zhitongche.mailtext;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Raw mails written by hand: header lines and bodies with exactly the bytes a test is about. */
final class Mails {

    static final Charset GB18030 = Charset.forName("GB18030");
    static final String SERVER = "mx.example.gov.cn";
    static final String OWN = "X-Zhitongche-Notice";

    private final ByteArrayOutputStream raw = new ByteArrayOutputStream();

    static Mails mail() {
        return new Mails();
    }

    /** With the fields every decent mail has. */
    static Mails decent() {
        return mail().line("From: =?UTF-8?B?" + base64("示例纺织", StandardCharsets.UTF_8) + "?= <office@textile.example.cn>")
                .line("To: appeals@zhitongche.local").line("Message-ID: <m1@textile.example.cn>")
                .line("Date: Mon, 3 Mar 2025 09:30:00 +0800").line("Subject: =?UTF-8?B?" + base64("用电问题", StandardCharsets.UTF_8) + "?=");
    }

    static String base64(String text, Charset charset) {
        return Base64.getEncoder().encodeToString(text.getBytes(charset));
    }

    Mails line(String line) {
        return line(line, StandardCharsets.UTF_8);
    }

    Mails line(String line, Charset charset) {
        return bytes((line + "\r\n").getBytes(charset));
    }

    Mails bytes(byte[] bytes) {
        raw.writeBytes(bytes);
        return this;
    }

    Mails blank() {
        return line("");
    }

    byte[] raw() {
        return raw.toByteArray();
    }

    ReadMail read() throws Unreadable {
        return new MailReader(SERVER, OWN, MailLimits.DEFAULT).read(raw());
    }
}
