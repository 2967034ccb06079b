package org.zhitongche.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.time.Zone;

/** How documents leave: times with China's offset, so that people read the hour that they know. */
final class Json {

    private Json() {}

    static String write(Object document) {
        try {
            return EventCodec.JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atZone(Zone.CHINA).toOffsetDateTime();
    }
}
