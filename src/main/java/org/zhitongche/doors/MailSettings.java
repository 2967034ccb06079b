package org.zhitongche.doors;

import java.util.List;

/**
 * The mail door and the way out by mail.
 *
 * @param boxes         any number; all are one door
 * @param smtpUser      blank to send without signing in
 * @param startTls      required before signing in
 * @param trustedServer whose Authentication-Results are believed, blank for nobody's
 * @param domain        right part of our own Message-IDs
 * @param largest       in bytes
 * @param perHour       mails of one address taken in within an hour
 */
public record MailSettings(List<MailBox> boxes, String smtpHost, int smtpPort, String smtpUser, String smtpPassword, boolean startTls,
                           String trustedServer, String domain, int largest, int perHour) {

    /** No box and no way out: mails wait in the outbox. */
    public static final MailSettings NONE = new MailSettings(List.of(), "", 0, "", "", false, "", "localhost", 50 << 20, 60);
}
