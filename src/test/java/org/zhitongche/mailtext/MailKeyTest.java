package org.zhitongche.mailtext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.mailtext.Mails.mail;

import org.junit.jupiter.api.Test;

/** The same mail is known again, another one isn't taken for it. */
class MailKeyTest {

    private static MailKey key(String id, String subject, String text) throws Unreadable {
        Mails mail = mail().line("From: a@b.example");
        if (!id.isEmpty()) mail.line("Message-ID: <" + id + ">");
        return MailKey.of(mail.line("Subject: " + subject).blank().line(text).read());
    }

    @Test
    void aMailWithoutMessageIdIsKeyedByItsContent() throws Exception {
        MailKey key = key("", "用电", "频繁跳闸");
        assertEquals(key, key("", "用电", "频繁跳闸"));
        assertNotEquals(key.value(), key("", "用电", "频繁断闸").value());
        assertNotEquals(key.value(), key("", "用水", "频繁跳闸").value());
        assertTrue(!key.named() && key.value().startsWith("content:"));
    }

    @Test
    void foldingAndWrappingDoNotMakeAnotherMail() throws Exception {
        assertEquals(key("", "用电 问题", "a b\r\nc").value(), key("", "用电\r\n 问题", "a  b c").value());
    }

    @Test
    void theSameIdWithOtherTextHasTheSameKeyAndAnotherDigest() throws Exception {
        MailKey first = key("m@b", "s", "one");
        MailKey second = key("m@b", "s", "two");
        assertEquals(first.value(), second.value());
        assertNotEquals(first.contentDigest(), second.contentDigest());
    }

    @Test
    void anEndlessIdStillMakesAShortKey() throws Exception {
        MailKey key = key("x".repeat(3_000) + "@b", "s", "t");
        assertTrue(key.named() && key.value().length() < 256, key.value());
    }
}
