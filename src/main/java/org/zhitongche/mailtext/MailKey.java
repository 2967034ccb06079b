package org.zhitongche.mailtext;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * By what a mail is known again: its Message-ID, else its content. The content's digest stands beside it, so that
 * the same Message-ID with another content is noticed.
 *
 * @param named whether the sender gave a Message-ID
 */
public record MailKey(String value, boolean named, String contentDigest) {

    private static final int LONGEST = 200;

    public static MailKey of(ReadMail mail) {
        String content = content(mail);
        return mail.messageId().map(id -> new MailKey(named(id), true, content))
                .orElseGet(() -> new MailKey("content:" + content, false, content));
    }

    private static String named(String id) {
        return id.length() <= LONGEST ? "id:" + id : "id-sha256:" + hex(digest(), id);
    }

    /** White space doesn't count: relays fold and wrap. */
    private static String content(ReadMail mail) {
        MessageDigest digest = digest();
        add(digest, mail.from().map(from -> from.address().toLowerCase(Locale.ROOT)).orElse(""));
        add(digest, mail.subject());
        add(digest, mail.text() + mail.quoted());
        mail.attachments().stream().map(MailAttachment::sha256).sorted().forEach(file -> add(digest, file));
        return hex(digest, "");
    }

    private static void add(MessageDigest digest, String field) {
        digest.update(field.replaceAll("\\s+", "").getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static String hex(MessageDigest digest, String last) {
        return HexFormat.of().formatHex(digest.digest(last.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
