package org.zhitongche.stats;

import java.util.ArrayList;
import java.util.List;
import org.zhitongche.time.WorkCalendar;

/**
 * One day's sheet, read: what each appeal adds now that nothing moves it any more, and the histories of those that still move.
 *
 * @param version   of the sheet
 * @param calendar  by which office hours and working days were counted
 * @param lastMoved the last moment at which one of the facts may have been otherwise
 */
record RestingDay(long version, WorkCalendar calendar, List<Fact> facts, List<History> moving, long lastMoved) {

    static RestingDay of(long version, byte[] sheet, WorkCalendar calendar, long now) {
        OfficeTime office = new OfficeTime(calendar);
        List<Fact> facts = new ArrayList<>();
        List<History> moving = new ArrayList<>();
        long lastMoved = Span.NONE;
        for (History history : DaySheet.unpack(sheet, any -> true)) {
            long moved = history.movedAt();
            Fact fact = history.rests() && moved < now ? Evaluation.atRest(history, office) : null;
            if (fact != null) {
                facts.add(fact);
                lastMoved = Math.max(lastMoved, moved);
            } else {
                moving.add(history);
            }
        }
        return new RestingDay(version, calendar, List.copyOf(facts), List.copyOf(moving), lastMoved);
    }

    int size() {
        return facts.size() + moving.size();
    }
}
