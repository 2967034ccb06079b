package org.zhitongche.appeal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Reads moments as events write them, {@code 2026-03-06T09:30:00.123456Z}, digit by digit: the general parser takes nearly half
 * of the time in which an event is read. What is written otherwise, or makes no sense, is left to that one.
 */
final class InstantReader extends StdDeserializer<Instant> {

    private static final String SECONDS = "0000-00-00T00:00:00";
    private static final int POINT = SECONDS.length();
    private static final int NANOS = 9;

    InstantReader() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Instant read = parser.hasToken(JsonToken.VALUE_STRING) ? read(parser.getText()) : null;
        return read == null ? InstantDeserializer.INSTANT.deserialize(parser, context) : read;
    }

    static Instant parse(String text) {
        Instant read = read(text);
        return read == null ? Instant.parse(text) : read;
    }

    /** Null where it is written otherwise. */
    private static Instant read(String text) {
        if (!hasForm(text)) {
            return null;
        }
        try {
            return LocalDateTime.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10), number(text, 11, 13), number(text, 14, 16),
                    number(text, 17, 19), nanos(text)).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException senseless) {
            return null;
        }
    }

    private static boolean hasForm(String text) {
        int end = text.length() - 1;
        boolean asLong = end == POINT || end > POINT + 1 && end <= POINT + 1 + NANOS;
        if (!asLong || text.charAt(end) != 'Z') {
            return false;
        }
        for (int n = 0; n < end; n++) {
            char wanted = n < POINT ? SECONDS.charAt(n) : n == POINT ? '.' : '0';
            char is = text.charAt(n);
            if (wanted == '0' ? is < '0' || is > '9' : is != wanted) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int n = from; n < to; n++) {
            number = number * 10 + text.charAt(n) - '0';
        }
        return number;
    }

    private static int nanos(String text) {
        int nanos = 0;
        for (int n = POINT + 1; n <= POINT + NANOS; n++) {
            nanos = nanos * 10 + (n < text.length() - 1 ? text.charAt(n) - '0' : 0);
        }
        return nanos;
    }
}
