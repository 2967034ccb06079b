package org.zhitongche.time;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** Civil times and the project's own calendar, as the tests write them. */
final class Times {
    static final WorkCalendar CALENDAR = WorkCalendar.load(Path.of("config/calendar"));

    private Times() {
    }

    static Instant civil(String text) {
        return LocalDateTime.parse(text).atZone(Zone.CHINA).toInstant();
    }

    static Due due(String start, String term) {
        return DueTime.due(limit(start, term), CALENDAR);
    }

    static Limit limit(String start, String term) {
        return Limit.of(civil(start), Term.parse(term));
    }

    static Pause pause(String from, String to) {
        return new Pause(civil(from), civil(to));
    }

    /** The project's calendar with one more notice. */
    static WorkCalendar with(String... lines) {
        return CALENDAR.plus(Notice.parse("test.txt", "test", String.join("\n", List.of(lines))));
    }
}
