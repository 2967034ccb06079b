package org.zhitongche.appeal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.zhitongche.time.Limit;

/**
 * 督办单: what those above demand of a department, with a clock of its own that nothing pauses.
 *
 * @param number     of the order: the appeal's with {@code -D1}, {@code -D2} …
 * @param due        the last moment in time
 * @param answeredAt null while it waits; so is {@code answer}
 */
public record Order(UUID id, String number, UUID assignment, TextRef demand, Instant issuedAt, Limit limit, Instant due,
                    Instant answeredAt, TextRef answer, List<FileRef> files) {

    Order due(Instant then) {
        return new Order(id, number, assignment, demand, issuedAt, limit, then, answeredAt, answer, files);
    }

    Order answered(Instant at, TextRef text, List<FileRef> enclosed) {
        return new Order(id, number, assignment, demand, issuedAt, limit, due, at, text, enclosed);
    }
}
