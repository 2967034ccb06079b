package org.zhitongche.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one calendar says otherwise than another.
 *
 * @param days      in their order; a region's day stands here only where it changes otherwise than its parent's
 * @param announced years that were provisional and are so no longer
 * @param withdrawn years that become provisional
 * @param hours     whether office hours change, so that every due time may move
 */
public record CalendarChanges(List<DayChange> days, Set<Integer> announced, Set<Integer> withdrawn, boolean hours) {

    /** @param region the prefix of the region's code, null for the whole country */
    public record DayChange(LocalDate date, String region, Day from, Day to) {
        boolean moves() {
            return from.isWorked() != to.isWorked();
        }
    }

    static CalendarChanges of(WorkCalendar from, WorkCalendar to) {
        Set<LocalDate> dates = new TreeSet<>(from.namedDates());
        dates.addAll(to.namedDates());
        List<String> regions = new ArrayList<>();
        regions.add(null);
        Set<String> prefixes = new TreeSet<>(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));
        prefixes.addAll(from.namedPrefixes());
        prefixes.addAll(to.namedPrefixes());
        regions.addAll(prefixes);
        List<DayChange> days = new ArrayList<>();
        for (LocalDate date : dates) {
            days.addAll(on(date, regions, from, to));
        }
        return new CalendarChanges(List.copyOf(days), without(to.years(), from.years()), without(from.years(), to.years()),
                !from.hours().equals(to.hours()));
    }

    private static List<DayChange> on(LocalDate date, List<String> regions, WorkCalendar from, WorkCalendar to) {
        List<DayChange> changes = new ArrayList<>();
        for (String region : regions) {
            DayChange change = new DayChange(date, region, from.day(date, region), to.day(date, region));
            DayChange parents = regions.stream().filter(each -> isAbove(each, region))
                    .map(each -> new DayChange(date, region, from.day(date, each), to.day(date, each))).reduce((wider, narrower) -> narrower).orElse(null);
            if (!change.equals(parents) && !change.from().equals(change.to())) {
                changes.add(change);
            }
        }
        return changes;
    }

    private static boolean isAbove(String wider, String region) {
        return region != null && (wider == null || region.length() > wider.length() && region.startsWith(wider));
    }

    private static Set<Integer> without(Set<Integer> years, Set<Integer> others) {
        Set<Integer> rest = new TreeSet<>(years);
        rest.removeAll(others);
        return rest;
    }

    public boolean isEmpty() {
        return days.isEmpty() && announced.isEmpty() && withdrawn.isEmpty() && !hours;
    }

    /** The days on which other work is done than before: only a clock that ran over one of them can move. */
    public List<DayChange> moving() {
        return days.stream().filter(DayChange::moves).toList();
    }

    /** The regions in which something moves, as prefixes of codes; none where it is the whole country. */
    public Optional<List<String>> regions() {
        boolean everywhere = hours || moving().stream().anyMatch(change -> change.region() == null);
        return everywhere ? Optional.empty() : Optional.of(moving().stream().map(DayChange::region).distinct().toList());
    }
}
