package org.zhitongche.demo;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day, perhaps with its time, however it is written: 20260305, 2026-03-05 09:10:00, 2026/3/5 9:10, 2026年3月5日. */
final class FileDate {

    private static final Pattern DATE = Pattern.compile(
            "(\\d{4})(?:(\\d{2})(\\d{2})|[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?)(?:[ T]*(\\d{1,2})[:时]?(\\d{2})(?:\\D.*|\\d{2})?)?");

    private FileDate() {}

    static Optional<LocalDateTime> find(String written) {
        Matcher date = DATE.matcher(written.strip());
        if (!date.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(number(date, 1), number(date, 2) + number(date, 4), number(date, 3) + number(date, 5),
                    number(date, 6), number(date, 7)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher date, int group) {
        return date.group(group) == null ? 0 : Integer.parseInt(date.group(group));
    }
}
