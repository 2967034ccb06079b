package org.zhitongche.time;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One notice of the authorities: days off, days worked and closed regions, as it was published.
 * {@code hours} is null where the notice doesn't speak of them.
 */
public record Notice(String id, String document, LocalDate published, Set<Integer> years, Map<LocalDate, Day> days,
                     List<Closure> closures, List<String> zones, WorkingHours hours) {

    public static final Comparator<Notice> AS_PUBLISHED = Comparator.comparing(Notice::published).thenComparing(Notice::id);

    /** A day on which the regions whose code begins with the prefix are closed. */
    public record Closure(LocalDate date, String prefix, String name) {
    }

    public Notice {
        years = Set.copyOf(years);
        days = Map.copyOf(days);
        closures = List.copyOf(closures);
        zones = List.copyOf(zones);
    }

    public static Notice read(Path file) {
        try {
            return parse(file.toString(), file.getFileName().toString().replaceFirst("\\.[^.]*$", ""), Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new InvalidCalendar(file, InvalidCalendar.Fault.NOT_UTF8);
        } catch (IOException e) {
            throw new InvalidCalendar(file, InvalidCalendar.Fault.UNREADABLE);
        }
    }

    /** {@code source} is how messages call the text. */
    public static Notice parse(String source, String id, String text) {
        return new NoticeReader(source, id).read(text);
    }
}
