package org.zhitongche.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The working days as a sequence of notices arranges them, by region; immutable, so that a due time can name the
 * version it was counted with. A region is an administrative code, or null for the country without closures.
 */
public final class WorkCalendar {
    private static final int[] PREFIXES = {12, 9, 6, 4, 2};
    private static final String COUNTRY = "";

    private final List<Notice> notices;
    private final CalendarVersion version;
    private final WorkingHours hours;
    private final Set<Integer> years = new HashSet<>();
    private final Map<LocalDate, Day> arranged = new HashMap<>();
    private final DayTable country;
    /** Closures and tables of each prefix some notice names, with what it inherits. */
    private final Map<String, Map<LocalDate, String>> closures = new HashMap<>();
    private final Map<String, DayTable> tables = new HashMap<>();
    /** Of each region that was asked for; {@link #COUNTRY} where no prefix of it is named. */
    private final Map<String, String> prefixes = new ConcurrentHashMap<>();

    private WorkCalendar(List<Notice> notices) {
        this.notices = notices;
        WorkingHours known = WorkingHours.DEFAULT;
        for (Notice notice : notices) {
            years.addAll(notice.years());
            arranged.putAll(notice.days());
            known = notice.hours() == null ? known : notice.hours();
        }
        hours = known;
        closeRegions();
        country = new DayTable(date -> day(date, null).isWorked());
        closures.keySet().forEach(prefix -> tables.put(prefix, new DayTable(date -> day(date, prefix).isWorked())));
        version = CalendarVersion.of(notices, arranged, years, hours);
    }

    private void closeRegions() {
        List<String> zones = notices.stream().flatMap(notice -> notice.zones().stream()).toList();
        List<Notice.Closure> all = notices.stream().flatMap(notice -> notice.closures().stream()).toList();
        Stream.concat(zones.stream(), all.stream().map(Notice.Closure::prefix)).distinct().forEach(region -> {
            Map<LocalDate, String> closed = closures.computeIfAbsent(region, any -> new HashMap<>());
            all.stream().filter(closure -> RegionCode.covers(closure.prefix(), region, zones))
                    .forEach(closure -> closed.put(closure.date(), closure.name()));
        });
    }

    /** All notices of a directory, in the order they were published. */
    public static WorkCalendar load(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            List<Notice> notices = files.filter(file -> file.toString().endsWith(".txt"))
                    .map(Notice::read).sorted(Notice.AS_PUBLISHED).toList();
            if (notices.isEmpty()) {
                throw new InvalidCalendar(directory, InvalidCalendar.Fault.NO_NOTICE);
            }
            return of(notices);
        } catch (IOException e) {
            throw new InvalidCalendar(directory, InvalidCalendar.Fault.NO_FOLDER);
        }
    }

    /** Each notice replaces what those before it said of the same day. */
    public static WorkCalendar of(List<Notice> notices) {
        return new WorkCalendar(List.copyOf(notices));
    }

    public WorkCalendar plus(Notice notice) {
        List<Notice> more = new ArrayList<>(notices);
        more.add(notice);
        return of(more);
    }

    public List<Notice> notices() {
        return notices;
    }

    public CalendarVersion version() {
        return version;
    }

    /** This calendar as it was when the version's notice was the last: {@code 2020} or {@code 2020@1f2e3d4c5b6a}. */
    public WorkCalendar atVersion(String wanted) {
        for (int last = 0; last < notices.size(); last++) {
            if (notices.get(last).id().equals(CalendarVersion.labelOf(wanted))) {
                WorkCalendar then = last == notices.size() - 1 ? this : of(notices.subList(0, last + 1));
                if (then.version.matches(wanted)) {
                    return then;
                }
                throw new IllegalArgumentException("the calendar has no version " + wanted + ", the notices make it " + then.version);
            }
        }
        throw new IllegalArgumentException("the calendar has no version " + wanted + "; it has "
                + String.join(", ", notices.stream().map(Notice::id).toList()));
    }

    public WorkingHours hours() {
        return hours;
    }

    /** Whether the year's notice is still to come, so that only weekends are known. */
    public boolean isProvisional(int year) {
        return !years.contains(year);
    }

    public Day day(LocalDate date, String region) {
        Day said = arranged.get(date);
        Day day = said == null ? Day.plain(date) : said;
        String closed = closuresOf(region).get(date);
        return closed != null && day.isWorked() ? new Day(date, DayKind.CLOSURE, closed) : day;
    }

    public boolean isWorkingDay(LocalDate date, String region) {
        return DayTable.covers(date) ? tableOf(region).isWorked(date) : day(date, region).isWorked();
    }

    /** The nth working day after the date, which itself never counts; 0 is the date itself. */
    public LocalDate plusWorkingDays(LocalDate date, int n, String region) {
        return n == 0 ? date : tableOf(region).working(date, n);
    }

    public LocalDate nextWorkingDay(LocalDate date, String region) {
        return tableOf(region).working(date, 1);
    }

    public LocalDate previousWorkingDay(LocalDate date, String region) {
        return tableOf(region).working(date.minusDays(1), 0);
    }

    /** Working days after one day up to and including another. */
    public int workingDays(LocalDate after, LocalDate to, String region) {
        return tableOf(region).between(after, to);
    }

    /** Prefixes of regions that have working days of their own; each region goes by the longest one it begins with. */
    public Set<String> zones() {
        return Set.copyOf(closures.keySet());
    }

    /** The end of office hours on that day. */
    public Instant closeOf(LocalDate date) {
        return Zone.at(date, hours.closes());
    }

    /** Whole minutes of office hours from one moment to another, for percentiles and lights; never for due times. */
    public long workingMinutes(Instant from, Instant to, String region) {
        return WorkingTime.between(from, to, region, this).toMinutes();
    }

    /** What the other calendar says otherwise than this one. */
    public CalendarChanges changesTo(WorkCalendar other) {
        return CalendarChanges.of(this, other);
    }

    /** The years whose notice is known. */
    public Set<Integer> years() {
        return Set.copyOf(years);
    }

    /** Every day that some notice speaks of. */
    Set<LocalDate> namedDates() {
        Set<LocalDate> dates = new HashSet<>(arranged.keySet());
        closures.values().forEach(closed -> dates.addAll(closed.keySet()));
        return dates;
    }

    Set<String> namedPrefixes() {
        return closures.keySet();
    }

    private Map<LocalDate, String> closuresOf(String region) {
        return closures.getOrDefault(namedPrefix(region), Map.of());
    }

    private DayTable tableOf(String region) {
        return tables.getOrDefault(namedPrefix(region), country);
    }

    /** The longest prefix of the region that some notice names: it has all that its parents have. */
    private String namedPrefix(String region) {
        return region == null || closures.isEmpty() ? COUNTRY : prefixes.computeIfAbsent(region, this::findPrefix);
    }

    private String findPrefix(String region) {
        String code = RegionCode.prefixOf(region);
        for (int length : PREFIXES) {
            if (length <= code.length() && closures.containsKey(code.substring(0, length))) {
                return code.substring(0, length);
            }
        }
        return COUNTRY;
    }

    @Override
    public String toString() {
        return version.toString();
    }
}
