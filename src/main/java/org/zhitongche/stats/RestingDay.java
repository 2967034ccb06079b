package org.zhitongche.stats;

import java.util.ArrayList;
import java.util.List;
import org.zhitongche.time.WorkCalendar;

/**
 * One day's sheet, read: what each appeal adds now that nothing moves it any more, and the histories of those that still move.
 *
 * @param version  of the sheet
 * @param calendar by which office hours and working days were counted
 * @param sheet    from which is told what a fact was before it came to rest
 * @param places   of the facts among the sheet's histories
 */
record RestingDay(long version, WorkCalendar calendar, byte[] sheet, FactColumns facts, int[] places, List<History> moving) {

    /** What a history that moves takes, about, in bytes; few do. */
    private static final int HISTORY = 4_000;

    static RestingDay of(long version, byte[] sheet, WorkCalendar calendar, long now, Coding coding) {
        OfficeTime office = new OfficeTime(calendar);
        List<Fact> facts = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<History> moving = new ArrayList<>();
        List<History> histories = DaySheet.unpack(sheet);
        for (int place = 0; place < histories.size(); place++) {
            History history = histories.get(place);
            Fact fact = history.rests() && history.movedAt() < now ? Evaluation.atRest(history, office) : null;
            if (fact != null) {
                facts.add(fact);
                places.add(place);
            } else {
                moving.add(history);
            }
        }
        return new RestingDay(version, calendar, sheet, new FactColumns(facts, coding), places.stream().mapToInt(Integer::intValue).toArray(),
                List.copyOf(moving));
    }

    /** What it takes in memory, about. */
    long bytes() {
        return sheet.length + facts.bytes() + (long) places.length * Integer.BYTES + (long) moving.size() * HISTORY;
    }
}
