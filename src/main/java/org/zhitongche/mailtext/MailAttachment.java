package org.zhitongche.mailtext;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import org.zhitongche.db.Content;

/**
 * A file that came with a mail, read lazily out of the raw mail.
 *
 * @param name for display: cleaned, never empty, never a path
 * @param contentType told by the bytes, not by the sender
 * @param claimedType what the sender said
 * @param contentId by which HTML refers to it, empty if none
 * @param inert never to be offered for opening
 */
public record MailAttachment(String name, String contentType, String claimedType, String contentId, long size,
                             String sha256, boolean inert, Source source) {

    /** Opens the decoded bytes, as often as asked. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** A copy that outlives the raw mail; the caller closes it. */
    public Content content() throws IOException {
        try (InputStream in = open()) {
            return Content.spool(in, size);
        }
    }

    /** Looks at a file that came by another door as at one that came with a mail. */
    public static MailAttachment examine(String sentName, String claimedType, Source source) throws IOException {
        Attachments one = new Attachments(EnumSet.noneOf(MailFlag.class));
        one.add(sentName == null ? "" : sentName, claimedType == null ? "" : claimedType, "", source);
        return one.list().get(0);
    }

    public InputStream open() throws IOException {
        return source.open();
    }
}
