package org.zhitongche.web.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhitongche.time.Notice;
import org.zhitongche.time.WorkCalendar;

/** A regional closure with the document it rests on. @param regions as prefixes of their codes */
public record ClosureRow(String document, String name, LocalDate from, LocalDate to, int days, List<String> regions) {

    private static final int MOST = 30;

    /** The latest first. */
    static List<ClosureRow> of(WorkCalendar calendar) {
        List<ClosureRow> rows = new ArrayList<>();
        for (Notice notice : calendar.notices()) {
            Map<String, List<Notice.Closure>> byName = notice.closures().stream()
                .collect(Collectors.groupingBy(Notice.Closure::name, TreeMap::new, Collectors.toList()));
            byName.forEach((name, closed) -> rows.add(row(notice.document(), name, closed)));
        }
        return rows.stream().sorted(Comparator.comparing(ClosureRow::from).reversed()).limit(MOST).toList();
    }

    private static ClosureRow row(String document, String name, List<Notice.Closure> closed) {
        List<LocalDate> days = closed.stream().map(Notice.Closure::date).distinct().sorted().toList();
        return new ClosureRow(document, name.replace(document, "").strip(), days.get(0), days.get(days.size() - 1), days.size(),
            closed.stream().map(Notice.Closure::prefix).distinct().toList());
    }
}
