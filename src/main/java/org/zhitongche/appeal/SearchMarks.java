package org.zhitongche.appeal;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhitongche.time.Zone;

/**
 * What an index entry has beside its words, by which a search is narrowed before anything is read. Each begins with a
 * sign that no word has.
 */
final class SearchMarks {

    private SearchMarks() {}

    static Set<String> of(Appeal appeal) {
        return of(appeal.firstReceived, appeal.uscc, appeal.assignments().stream().map(Assignment::department).distinct().toList());
    }

    /** @param uscc null where the firm is not known */
    static Set<String> of(Instant firstReceived, String uscc, Collection<String> departments) {
        Set<String> marks = new LinkedHashSet<>();
        marks.add(month(YearMonth.from(Zone.dateOf(firstReceived))));
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

    private static String month(YearMonth month) {
        return "@" + month.getYear() + "%02d".formatted(month.getMonthValue());
    }

    static String firm(String uscc) {
        return "#" + uscc;
    }

    static String department(String code) {
        return "%" + code;
    }

    /** A {@code tsquery}: any of the months that end with this one. */
    static String months(YearMonth last, int count) {
        return "(" + IntStream.range(0, count).mapToObj(n -> SearchQuestion.quoted(month(last.minusMonths(n)))).collect(Collectors.joining(" | ")) + ")";
    }

    static String anyOf(List<String> marks) {
        return "(" + marks.stream().map(SearchQuestion::quoted).collect(Collectors.joining(" | ")) + ")";
    }
}
