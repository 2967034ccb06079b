package org.zhitongche.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhitongche.time.InvalidCalendar;
import org.zhitongche.time.Notice;
import org.zhitongche.time.WorkCalendar;

/** A calendar as the texts of its notices by their ids: what is recorded of a version, and what makes it again. */
public record CalendarFacts(Map<String, String> notices) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * All notices of a folder: {@code *.txt} in the format of {@code config/calendar}, or {@code *.json}.
     *
     * @throws InvalidCalendar where it cannot be read, or a notice makes no sense
     */
    public static CalendarFacts read(Path folder) {
        Map<String, String> notices = new LinkedHashMap<>();
        listFiles(folder).forEach(file -> find(file).ifPresent(text -> notices.put(id(file), text)));
        if (notices.isEmpty()) {
            throw new InvalidCalendar(folder, InvalidCalendar.Fault.NO_NOTICE);
        }
        return new CalendarFacts(notices);
    }

    /** @throws InvalidCalendar where the notice makes no sense, with its line */
    CalendarFacts with(String id, String text) {
        Notice.parse(id, id, text);
        Map<String, String> more = new LinkedHashMap<>(notices);
        more.put(id, text);
        return new CalendarFacts(more);
    }

    /**
     * These with what is imported: a file is one notice, in place of the one of its name; a folder is the whole calendar.
     * One of JSON knows holidays only: office hours, zones and closures stay.
     */
    CalendarFacts with(Path imported) {
        if (!Files.isDirectory(imported)) {
            Map<String, String> more = new LinkedHashMap<>(notices);
            more.put(id(imported), find(imported).orElseThrow(() -> new InvalidCalendar(imported, InvalidCalendar.Fault.NOTHING_ANNOUNCED)));
            return new CalendarFacts(more);
        }
        CalendarFacts whole = read(imported);
        if (listFiles(imported).stream().anyMatch(file -> file.toString().endsWith(".txt"))) {
            return whole;
        }
        Map<String, String> kept = new LinkedHashMap<>(notices);
        kept.entrySet().removeIf(each -> !parse(each).years().isEmpty());
        kept.putAll(whole.notices);
        return new CalendarFacts(kept);
    }

    /** @throws InvalidCalendar where a notice makes no sense, with its line */
    public WorkCalendar calendar() {
        return WorkCalendar.of(notices.entrySet().stream().map(CalendarFacts::parse).sorted(Notice.AS_PUBLISHED).toList());
    }

    /** What these say that the others did not, or said otherwise, in the order it was published. */
    public List<Notice> newOver(CalendarFacts others) {
        return notices.entrySet().stream().filter(each -> !each.getValue().equals(others.notices.get(each.getKey())))
                .map(CalendarFacts::parse).sorted(Notice.AS_PUBLISHED).toList();
    }

    String json() {
        try {
            return JSON.writeValueAsString(notices);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static CalendarFacts of(String json) {
        try {
            return new CalendarFacts(JSON.readValue(json, new TypeReference<LinkedHashMap<String, String>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a recorded calendar cannot be read", e);
        }
    }

    /**
     * What an uploaded file announces.
     *
     * @param name such as {@code 2027.json}, or {@code 台风停工.txt}
     * @throws InvalidCalendar where it announces nothing, or cannot be read
     */
    public static String notice(String name, String text) {
        return (name.endsWith(".json") ? HolidayFile.notice(Path.of(name), text) : Optional.of(text))
                .orElseThrow(() -> new InvalidCalendar(name, InvalidCalendar.Fault.NOTHING_ANNOUNCED));
    }

    private static Notice parse(Map.Entry<String, String> notice) {
        return Notice.parse(notice.getKey(), notice.getKey(), notice.getValue());
    }

    /** None where a year's file announces nothing yet. */
    private static Optional<String> find(Path file) {
        try {
            String text = Files.readString(file);
            Optional<String> notice = file.toString().endsWith(".json") ? HolidayFile.notice(file, text) : Optional.of(text);
            notice.ifPresent(each -> Notice.parse(file.toString(), id(file), each)); // tells a mistake by its file
            return notice;
        } catch (CharacterCodingException e) {
            throw new InvalidCalendar(file, InvalidCalendar.Fault.NOT_UTF8);
        } catch (IOException e) {
            throw new InvalidCalendar(file, InvalidCalendar.Fault.UNREADABLE);
        }
    }

    private static List<Path> listFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(txt|json)")).sorted().toList();
        } catch (IOException e) {
            throw new InvalidCalendar(folder, InvalidCalendar.Fault.NO_FOLDER);
        }
    }

    private static String id(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }
}
