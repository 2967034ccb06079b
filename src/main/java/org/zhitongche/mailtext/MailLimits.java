package org.zhitongche.mailtext;

/** The bounds within which a mail is read; beyond them it is unreadable. Text beyond its bound is cut and flagged. */
public record MailLimits(int bytes, int parts, int depth, int headers, int headerBytes, int textBytes) {

    public static final MailLimits DEFAULT =
            new MailLimits(50 * 1024 * 1024, 1_000, 50, 5_000, 2 * 1024 * 1024, 2 * 1024 * 1024);

    public MailLimits withBytes(int bytes) {
        return new MailLimits(bytes, parts, depth, headers, headerBytes, textBytes);
    }
}
