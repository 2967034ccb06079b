package org.zhitongche.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhitongche.time.InvalidCalendar;

/** A year's holidays as the holiday-cn project publishes them: {@code year}, {@code papers}, {@code days} with name, date and isOffDay. */
final class HolidayFile {

    private static final JsonMapper JSON = new JsonMapper();
    /** The papers' addresses hold the day they were published, or only the month. */
    private static final Pattern PUBLISHED = Pattern.compile("/(20\\d\\d)-?(\\d\\d)(?:/(\\d\\d))?/");

    private HolidayFile() {}

    /** The same as a notice; none where the year has no day yet. */
    static Optional<String> notice(Path file, String text) {
        JsonNode year = read(file, text);
        if (!year.path("year").isInt() || !year.path("days").isArray()) {
            throw new InvalidCalendar(file, InvalidCalendar.Fault.NOT_HOLIDAYS);
        }
        if (year.path("days").isEmpty()) {
            return Optional.empty();
        }
        StringBuilder notice = new StringBuilder("published " + published(year) + "\nyear " + year.path("year").asInt() + "\n");
        year.path("days").forEach(day -> notice.append(day.path("isOffDay").asBoolean() ? "off " : "work ").append(day.path("date").asText())
                .append(' ').append(day.path("name").asText("").replaceAll("[#\\s]+", " ").strip()).append('\n'));
        return Optional.of(notice.toString());
    }

    private static JsonNode read(Path file, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new InvalidCalendar(file, InvalidCalendar.Fault.NOT_JSON, e.getLocation() == null ? 1 : e.getLocation().getLineNr());
        }
    }

    private static String published(JsonNode year) {
        String found = (year.path("year").asInt() - 1) + "-12-01";
        for (JsonNode paper : year.path("papers")) {
            Matcher matcher = PUBLISHED.matcher(paper.asText());
            if (matcher.find()) {
                found = matcher.group(1) + "-" + matcher.group(2) + "-" + (matcher.group(3) == null ? "01" : matcher.group(3));
            }
        }
        return found;
    }
}
