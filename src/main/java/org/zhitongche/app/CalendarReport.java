package org.zhitongche.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.appeal.Recount;
import org.zhitongche.calendar.CalendarImport;
import org.zhitongche.calendar.CalendarWords;
import org.zhitongche.directory.Directory;
import org.zhitongche.time.CalendarChanges;
import org.zhitongche.time.Zone;
import org.zhitongche.words.Words;

/** What another calendar says otherwise, and which due times it moves, for people or for programs. */
final class CalendarReport {

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final CalendarImport.Report report;
    private final Words words;
    private final Directory directory;
    private final CalendarWords spoken;

    CalendarReport(CalendarImport.Report report, Words words, Directory directory) {
        this.report = report;
        this.words = words;
        this.directory = directory;
        this.spoken = new CalendarWords(words, directory);
    }

    List<String> lines(boolean dryRun) {
        CalendarChanges changes = report.changes();
        List<String> lines = new ArrayList<>();
        lines.add(words.get("calendar.in-force", report.from().version()));
        if (changes.isEmpty()) {
            lines.add(words.get("calendar.same"));
            return lines;
        }
        changes.days().forEach(change -> lines.add(words.get("calendar.day", change.date(), spoken.weekday(change.to()),
                spoken.region(change.region()), spoken.day(change.from()), spoken.day(change.to()))));
        lines.addAll(years("calendar.announced", changes.announced()));
        lines.addAll(years("calendar.withdrawn", changes.withdrawn()));
        if (changes.hours()) {
            lines.add(words.get("calendar.hours"));
        }
        report.moved().forEach(moved -> lines.add(words.get("calendar.moved", moved.number(), whose(moved), when(moved.from()), when(moved.to()))));
        long cases = report.moved().stream().map(Recount.Moved::number).distinct().count();
        lines.add(words.get("calendar.sum", changes.days().size(), cases, report.moved().size()));
        lines.add(dryRun ? words.get("calendar.dry-run") : words.get("calendar.applied", report.version(), report.to().version()));
        return lines;
    }

    private List<String> years(String key, Set<Integer> years) {
        return years.isEmpty() ? List.of() : List.of(words.get(key, years.stream().map(String::valueOf).collect(Collectors.joining("、"))));
    }

    private String whose(Recount.Moved moved) {
        String department = moved.department() == null ? "" : directory.departments().find(moved.department()).map(found -> found.name())
                .orElse(moved.department()) + " ";
        return department + words.of("duty", moved.duty());
    }

    private static String when(Instant at) {
        return EXACT.format(at.atZone(Zone.CHINA));
    }

    ObjectNode document() {
        ObjectNode document = EventCodec.JSON.createObjectNode().put("schema", "calendar-import/1").put("from", report.from().version().toString())
                .put("to", report.to().version().toString()).put("version", report.version()).put("hours", report.changes().hours());
        ArrayNode days = document.putArray("days");
        report.changes().days().forEach(each -> days.addObject().put("date", each.date().toString()).put("region", each.region())
                .put("from", each.from().kind().name()).put("to", each.to().kind().name()).put("name", each.to().name()));
        report.changes().announced().forEach(document.putArray("announced")::add);
        report.changes().withdrawn().forEach(document.putArray("withdrawn")::add);
        ArrayNode moved = document.putArray("moved");
        report.moved().forEach(each -> moved.addObject().put("appeal", each.number()).put("duty", each.duty().name())
                .put("department", each.department()).put("from", each.from().toString()).put("to", each.to().toString()));
        return document;
    }
}
