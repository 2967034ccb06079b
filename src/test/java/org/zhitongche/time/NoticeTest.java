package org.zhitongche.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeTest {

    @Test
    void aNoticeIsReadLineByLine() {
        Notice notice = Notice.parse("2020-2.txt", "2020-2", """
                # a comment
                document   国办发明电〔2020〕1号
                published  2020-01-27
                year       2020

                off   2020-02-01..2020-02-02  春节   # longer
                work  2020-02-03              春节
                """);
        assertEquals(LocalDate.of(2020, 1, 27), notice.published());
        assertEquals("国办发明电〔2020〕1号", notice.document());
        assertEquals(Set.of(2020), notice.years());
        assertEquals(Map.of(
                LocalDate.of(2020, 2, 1), new Day(LocalDate.of(2020, 2, 1), DayKind.HOLIDAY, "春节"),
                LocalDate.of(2020, 2, 2), new Day(LocalDate.of(2020, 2, 2), DayKind.HOLIDAY, "春节"),
                LocalDate.of(2020, 2, 3), new Day(LocalDate.of(2020, 2, 3), DayKind.WORKDAY, "")), notice.days());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "holiday 2027-01-01 元旦                 | 3 | UNKNOWN_FACT",
        "off 2027-02-30 春节                     | 3 | NOT_A_DATE",
        "off 2027-2-3 春节                       | 3 | NOT_A_DATE",
        "off 2027-02-06                          | 3 | INCOMPLETE",
        "off 2027-02-12..2027-02-06 春节         | 3 | NOT_A_SPAN",
        "off 2027-01-01..2027-12-31 休           | 3 | NOT_A_SPAN",
        "off 2028-03-01 春节                     | 3 | OUTSIDE_YEAR",
        "off 2027-01-01 元旦;work 2027-01-01 元旦 | 4 | TWICE",
        "close 2027-07-28 3501 台风停工          | 3 | NO_DOCUMENT",
        "document 一号;close 2027-07-28 福州 台风  | 4 | NOT_A_REGION",
        "hours 09:00..12:00                      | 3 | INCOMPLETE",
        "hours 12:00..09:00 14:30..17:30         | 3 | HOURS_OUT_OF_ORDER",
        "hours 9..12 14..17                      | 3 | NOT_AN_HOUR",
        "hours 09:00..12:00 13:00..15:00         | 3 | ASKED_TOO_LATE",
        "ask-until 15:00                         | 3 | NO_HOURS",
        "year 27                                 | 3 | NOT_A_YEAR",
    })
    void nonsenseStopsWithFileAndLine(String lines, int line, InvalidCalendar.Fault fault) {
        String text = "published 2026-12-01\nyear 2027\n" + lines.replace(";", "\n");
        InvalidCalendar stop = assertThrows(InvalidCalendar.class, () -> Notice.parse("calendar/2027.txt", "2027", text));
        assertTrue(stop.getMessage().startsWith("calendar/2027.txt:" + line + ": "), stop.getMessage());
        assertEquals(fault, stop.fault());
    }

    @Test
    void aNoticeNeedsTheDayItBecameKnown() {
        assertThrows(InvalidCalendar.class, () -> Notice.parse("2027.txt", "2027", "year 2027\noff 2027-01-01 元旦"));
    }

    @Test
    void aYearAnnouncedWithoutADayStops() {
        assertThrows(InvalidCalendar.class, () -> Notice.parse("2027.txt", "2027", "published 2026-12-01\nyear 2027"));
    }

    @Test
    void aFileInAnotherEncodingStops(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("2027.txt");
        Files.write(file, "off 2027-01-01 元旦".getBytes(Charset.forName("GBK")));
        assertEquals(InvalidCalendar.Fault.NOT_UTF8, assertThrows(InvalidCalendar.class, () -> Notice.read(file)).fault());
    }
}
