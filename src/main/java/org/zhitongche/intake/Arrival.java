package org.zhitongche.intake;

import java.time.Instant;
import java.util.UUID;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Door;

/**
 * Something that arrived at a door, with what became of it.
 *
 * @param transportId the same on a redelivery, null where a retry is a new request
 * @param reason      key of the words: which rule or fault; null where all is well
 * @param detail      for the person who looks at it
 * @param summary     the subject or first words
 * @param raw         kept where it was not understood
 */
public record Arrival(UUID id, Door door, String transportId, String sender, Instant receivedAt, Outcome outcome,
                      String reason, String detail, String summary, UUID appeal, Attachment raw) {

    /** Something that makes no appeal: suppressed, quarantined or refused. */
    public static Arrival put(Outcome outcome, Door door, String transportId, String sender, Instant receivedAt,
                              String reason, String detail, String summary, Attachment raw) {
        return new Arrival(UUID.randomUUID(), door, transportId, sender, receivedAt, outcome, reason, detail, summary, null, raw);
    }
}
