package org.zhitongche.doors;

import java.time.Instant;
import java.util.UUID;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Door;
import org.zhitongche.db.Content;

/**
 * A mail as the box holds it, not yet understood.
 *
 * @param bytes   null where it is too large or could not be fetched; then {@code headers} stand for it
 * @param sender  the first address of From as the box tells it, or a question mark
 * @param fault   why there are no bytes, null where there are
 */
record RawMail(UUID arrival, String transportId, String sender, String summary, Instant receivedAt, byte[] bytes, byte[] headers,
               String fault) implements Arrived {

    @Override
    public Door door() {
        return Door.MAIL;
    }

    @Override
    public Attachment raw() {
        byte[] kept = bytes == null ? headers : bytes;
        return kept == null ? null : new Attachment("mail.eml", "message/rfc822", Content.of(kept), true);
    }
}
