package org.zhitongche.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** A moment is read as the general parser reads it, however it is written. */
class InstantReaderProperties {

    @Property
    void everyMomentComesBack(@ForAll @LongRange(min = -62_135_596_800L, max = 253_402_300_799L) long seconds, @ForAll @IntRange(max = 999_999_999) int nanos)
            throws JsonProcessingException {
        Instant moment = Instant.ofEpochSecond(seconds, nanos);
        assertEquals(moment, InstantReader.parse(moment.toString()));
        assertEquals(moment, EventCodec.JSON.readValue('"' + moment.toString() + '"', Instant.class));
    }

    @Example
    void whatIsWrittenOtherwiseIsReadAsBefore() throws JsonProcessingException {
        for (String text : new String[] {"2026-03-06T09:30:00Z", "2026-03-06T09:30:00.1Z", "2026-03-06T09:30:00.123456789Z", "2026-03-06T09:30:00.Z",
            "2026-03-06T24:00:00Z", "2026-03-06T17:30:00+08:00", "+12026-03-06T09:30:00Z", "2024-02-29T00:00:00Z", "2016-12-31T23:59:60Z"}) {
            assertEquals(Instant.parse(text), InstantReader.parse(text), text);
        }
        assertEquals(Instant.parse("2026-03-06T09:30:00Z"), EventCodec.JSON.readValue("\"2026-03-06T17:30:00+08:00\"", Instant.class));
        assertEquals(Instant.ofEpochSecond(1_700_000_000), EventCodec.JSON.readValue("1700000000", Instant.class));
    }

    @Example
    void whatMakesNoSenseIsRefused() {
        for (String text : new String[] {"2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z", "2026-03-06T09:60:00Z", "2026-03-06 09:30:00Z", "2026-03-06T09:30:00.1234567890Z",
            "2026-03-06T09:30:00x123Z", "2026-03-06T09:30:00", "", "Z"}) {
            assertThrows(DateTimeParseException.class, () -> InstantReader.parse(text), text);
        }
    }
}
