package org.zhitongche.doors;

import jakarta.jms.Destination;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Door;
import org.zhitongche.db.Content;

/**
 * The few facts of a queue message that are used; all its other headers and properties stay behind.
 *
 * @param queue       where it came in, null where nobody knows any more
 * @param user        whom the broker authenticated, null for nobody
 * @param text        null where it is no text
 * @param replyTo     where the sender wants its answer, null for nowhere
 * @param correlation what the answer carries
 */
record QueueMessage(UUID arrival, String queue, String messageId, String user, String text, Destination replyTo, String correlation,
                    Instant receivedAt) implements Arrived {

    private static final int KEPT_CHARACTERS = 64 * 1024;

    @Override
    public Door door() {
        return Door.QUEUE;
    }

    /** With the user before it: a message's id is made by the client, who could use somebody else's. */
    @Override
    public String transportId() {
        return messageId == null ? null : place(queue) + sender() + "/" + messageId;
    }

    /** How the transport ids of a queue begin. */
    static String place(String queue) {
        return queue + "/";
    }

    @Override
    public String sender() {
        return user == null ? "?" : user;
    }

    @Override
    public String summary() {
        return text == null ? null : text.substring(0, Math.min(text.length(), 120));
    }

    @Override
    public Attachment raw() {
        return raw(Integer.MAX_VALUE);
    }

    /** The first 64 KB of one that is too large. */
    Attachment beginning() {
        return raw(KEPT_CHARACTERS);
    }

    private Attachment raw(int characters) {
        if (text == null) {
            return null;
        }
        byte[] bytes = text.substring(0, Math.min(text.length(), characters)).getBytes(StandardCharsets.UTF_8);
        int kept = characters == KEPT_CHARACTERS ? Math.min(bytes.length, KEPT_CHARACTERS) : bytes.length;
        return new Attachment("message.json", "application/json", Content.of(java.util.Arrays.copyOf(bytes, kept)), true);
    }
}
