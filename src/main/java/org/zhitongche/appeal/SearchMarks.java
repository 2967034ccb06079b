package org.zhitongche.appeal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhitongche.time.Zone;

/**
 * What an index entry has beside its words, by which a search is narrowed before anything is read. Each begins with a
 * sign that no word has.
 */
final class SearchMarks {

    private static final int THIRD = 10;

    private SearchMarks() {}

    static Set<String> of(Appeal appeal) {
        return of(appeal.firstReceived, appeal.uscc, appeal.assignments().stream().flatMap(part -> Stream.of(part.department, part.answerable())).distinct().toList());
    }

    /** @param uscc null where the firm is not known */
    static Set<String> of(Instant firstReceived, String uscc, Collection<String> departments) {
        Set<String> marks = new LinkedHashSet<>();
        LocalDate day = Zone.dateOf(firstReceived);
        marks.add(year(day.getYear()));
        marks.add(third(day));
        if (uscc != null) {
            marks.add(firm(uscc));
        }
        departments.forEach(each -> marks.add(department(each)));
        return marks;
    }

    /** What a firm that is not registered called itself; without the last characters of runs, which only words need. */
    static Set<String> called(String name) {
        Set<String> marks = new LinkedHashSet<>();
        SearchWords.pairs(name).forEach(word -> marks.add("=" + word));
        return marks;
    }

    static String year(int year) {
        return "@" + year;
    }

    /** A third of a month: its first ten days, the next ten, the rest. */
    static String third(LocalDate day) {
        return "@" + day.getYear() + "%02d".formatted(day.getMonthValue()) + "abc".charAt(placeOf(day));
    }

    static LocalDate beginOfThird(LocalDate day) {
        return day.withDayOfMonth(1 + THIRD * placeOf(day));
    }

    private static int placeOf(LocalDate day) {
        return Math.min(2, (day.getDayOfMonth() - 1) / THIRD);
    }

    static String firm(String uscc) {
        return "#" + uscc;
    }

    static String department(String code) {
        return "%" + code;
    }

    static String anyOf(List<String> marks) {
        return "(" + marks.stream().map(SearchQuestion::quoted).collect(Collectors.joining(" | ")) + ")";
    }
}
