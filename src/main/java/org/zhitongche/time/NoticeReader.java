package org.zhitongche.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhitongche.time.InvalidCalendar.Fault;

/** Reads the text of one notice, a line a fact; config/calendar/README.md tells the words. */
final class NoticeReader {
    private static final int LONGEST_SPAN = 31;

    private final String source;
    private final String id;
    private int line;
    private String word;
    private String document = "";
    private LocalDate published;
    private final Set<Integer> years = new HashSet<>();
    private final Map<LocalDate, Day> days = new HashMap<>();
    private final List<Notice.Closure> closures = new ArrayList<>();
    private final List<String> zones = new ArrayList<>();
    private WorkingHours hours;

    NoticeReader(String source, String id) {
        this.source = source;
        this.id = id;
    }

    Notice read(String text) {
        for (String each : text.lines().toList()) {
            line++;
            String fact = each.replaceFirst("#.*", "").replace("\uFEFF", "").strip();
            if (!fact.isEmpty()) {
                take(fact.split("\\s+", 2));
            }
        }
        check();
        return new Notice(id, document, published == null ? LocalDate.MIN : published, years, days, closures, zones, hours);
    }

    private void take(String[] fact) {
        String value = fact.length > 1 ? fact[1] : "";
        word = fact[0];
        switch (word) {
            case "document" -> document = value;
            case "published" -> published = date(value);
            case "year" -> years.add(year(value));
            case "off", "work" -> arrange(parts(value, 2, word + " 2020-01-24..2020-01-30 春节"));
            case "close" -> close(parts(value, 3, "close 2023-07-28 3501,3505 台风停工"));
            case "zone" -> zones.add(region(parts(value, 2, "zone 350128 平潭综合实验区")[0]));
            case "hours" -> open(parts(value.replace("..", " "), 4, "hours 09:00..12:00 14:30..17:30"));
            case "ask-until" -> askUntil(time(value));
            default -> throw wrong(Fault.UNKNOWN_FACT);
        }
    }

    private void arrange(String[] parts) {
        for (LocalDate date : span(parts[0])) {
            if (!belongs(date)) {
                throw wrong(Fault.OUTSIDE_YEAR, date, String.valueOf(date.getYear()));
            }
            Day day = word.equals("off") ? Day.off(date, parts[1]) : Day.worked(date, parts[1]);
            if (days.put(date, day) != null) {
                throw wrong(Fault.TWICE, date);
            }
        }
    }

    /** New Year's holiday may take days of the neighbour year. */
    private boolean belongs(LocalDate date) {
        return years.contains(date.getYear()) || years.contains(date.plusMonths(1).getYear()) || years.contains(date.minusMonths(1).getYear());
    }

    private void close(String[] parts) {
        if (document.isEmpty()) {
            throw wrong(Fault.NO_DOCUMENT);
        }
        for (LocalDate date : span(parts[0])) {
            for (String code : parts[1].split(",")) {
                closures.add(new Notice.Closure(date, region(code), parts[2] + " " + document));
            }
        }
    }

    private void open(String[] times) {
        hours = hours(time(times[0]), time(times[1]), time(times[2]), time(times[3]), WorkingHours.DEFAULT.sameDayUntil());
    }

    private void askUntil(LocalTime time) {
        if (hours == null) {
            throw wrong(Fault.NO_HOURS);
        }
        hours = hours(hours.opens(), hours.breaks(), hours.resumes(), hours.closes(), time);
    }

    private WorkingHours hours(LocalTime opens, LocalTime breaks, LocalTime resumes, LocalTime closes, LocalTime askedUntil) {
        if (!WorkingHours.inOrder(opens, breaks, resumes, closes)) {
            throw wrong(Fault.HOURS_OUT_OF_ORDER);
        }
        if (!askedUntil.isBefore(closes)) {
            throw wrong(Fault.ASKED_TOO_LATE, askedUntil, closes);
        }
        return new WorkingHours(opens, breaks, resumes, closes, askedUntil);
    }

    private void check() {
        word = null;
        boolean dated = !days.isEmpty() || !closures.isEmpty();
        if (dated && published == null) {
            throw wrong(Fault.NOT_PUBLISHED);
        }
        if (!years.isEmpty() && days.isEmpty()) {
            throw wrong(Fault.YEAR_WITHOUT_DAYS, years.stream().sorted().map(String::valueOf).collect(Collectors.joining("、")));
        }
    }

    private List<LocalDate> span(String text) {
        String[] ends = text.split("\\.\\.", 2);
        LocalDate from = date(ends[0]);
        LocalDate to = date(ends[ends.length - 1]);
        if (to.isBefore(from) || to.isAfter(from.plusDays(LONGEST_SPAN - 1))) {
            throw wrong(Fault.NOT_A_SPAN, text, LONGEST_SPAN);
        }
        return from.datesUntil(to.plusDays(1)).toList();
    }

    private String[] parts(String value, int count, String example) {
        String[] parts = value.split("\\s+", count);
        if (parts.length < count) {
            throw wrong(Fault.INCOMPLETE, example);
        }
        return parts;
    }

    private LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (DayTable.covers(date)) {
                return date;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw wrong(Fault.NOT_A_DATE, text);
    }

    private int year(String text) {
        if (!text.matches("20\\d\\d")) {
            throw wrong(Fault.NOT_A_YEAR, text);
        }
        return Integer.parseInt(text);
    }

    private LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw wrong(Fault.NOT_AN_HOUR, text);
        }
    }

    private String region(String code) {
        if (!code.matches("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}")) {
            throw wrong(Fault.NOT_A_REGION, code);
        }
        return RegionCode.prefixOf(code);
    }

    private InvalidCalendar wrong(Fault fault, Object... args) {
        return new InvalidCalendar(source, line, word, fault, args);
    }
}
