package org.zhitongche.web.desk;

import java.util.ArrayList;
import java.util.List;
import org.zhitongche.calendar.CalendarFacts;
import org.zhitongche.calendar.CalendarVersions.Version;
import org.zhitongche.time.Notice;

/** @param brought notices that are new or say otherwise than before @param dropped those that hold no more */
public record CalendarRow(Version version, List<Notice> brought, List<Notice> dropped) {

    /** @param latestFirst each but the last one is compared with the one behind it */
    static List<CalendarRow> of(List<Version> latestFirst) {
        List<CalendarRow> rows = new ArrayList<>();
        for (int n = 0; n < latestFirst.size(); n++) {
            rows.add(of(latestFirst.get(n), n + 1 < latestFirst.size() ? latestFirst.get(n + 1) : null));
        }
        return rows;
    }

    static CalendarRow of(Version version, Version before) {
        if (before == null) {
            return new CalendarRow(version, List.of(), List.of());
        }
        CalendarFacts now = version.facts();
        CalendarFacts then = before.facts();
        List<Notice> brought = now.newOver(then);
        List<Notice> dropped = then.newOver(now).stream().filter(each -> brought.stream().noneMatch(other -> other.id().equals(each.id()))).toList();
        return new CalendarRow(version, brought, dropped);
    }
}
