package org.zhitongche.calendar;

import java.util.stream.Collectors;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Region;
import org.zhitongche.time.Day;
import org.zhitongche.time.Notice;
import org.zhitongche.time.WorkCalendar;
import org.zhitongche.words.Words;

/** Days, regions and versions of a calendar as people say them. */
public final class CalendarWords {

    private final Words words;
    private final Directory directory;

    public CalendarWords(Words words, Directory directory) {
        this.words = words;
        this.directory = directory;
    }

    /** @param prefix of its code; null for the whole country */
    public String region(String prefix) {
        if (prefix == null) {
            return words.get("calendar.country");
        }
        return directory.regions().find((prefix + "0000").substring(0, Math.max(6, prefix.length()))).map(Region::name).orElse(prefix);
    }

    public String day(Day day) {
        return (words.get("due.day." + day.kind()) + " " + day.name()).strip();
    }

    public String weekday(Day day) {
        return words.get("due.weekday." + day.date().getDayOfWeek());
    }

    /** What a due time was counted with: the years that are announced, and the document that did so last. */
    public String version(WorkCalendar calendar) {
        int last = calendar.years().stream().mapToInt(Integer::intValue).max().orElse(0);
        String document = calendar.notices().stream().filter(notice -> !notice.years().isEmpty()).map(Notice::document)
                .reduce("", (earlier, later) -> later);
        return words.get(document.isBlank() ? "calendar.version" : "calendar.version-by", String.valueOf(last), document);
    }

    /** Its number, or where it has none its name. */
    public String notice(Notice notice) {
        String years = notice.years().stream().sorted().map(String::valueOf).collect(Collectors.joining("、"));
        String document = notice.document() == null || notice.document().isBlank() ? notice.id() : notice.document();
        return years.isEmpty() ? document : words.get("calendar.notice", document, years);
    }
}
