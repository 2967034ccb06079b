package org.zhitongche.doors;

import org.zhitongche.documents.BadDocument;
import org.zhitongche.intake.Outcome;
import org.zhitongche.words.Words;

/** Lets pass a message of known sender that is text and not too large. */
final class QueueText {

    private final long limit;
    private final Words words;

    /** @param limit in bytes */
    QueueText(long limit, Words words) {
        this.limit = limit;
        this.words = words;
    }

    String of(QueueMessage message) {
        if (message.user() == null) {
            throw refused("queue.no-principal");
        }
        if (message.text() == null) {
            throw refused("queue.not-text");
        }
        if (tooLarge(message.text())) {
            throw refused("queue.too-large", limit >> 20);
        }
        return message.text();
    }

    boolean tooLarge(String text) {
        return text.length() > limit || text.length() > limit / 3 && utf8Length(text) > limit;
    }

    private static long utf8Length(String text) {
        return text.codePoints().mapToLong(c -> c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4).sum();
    }

    BadDocument refused(String rule, Object... args) {
        return BadDocument.because(words, Outcome.REFUSED, null, rule, args);
    }
}
