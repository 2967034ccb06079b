package org.zhitongche.stats;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhitongche.time.WorkCalendar;
import org.zhitongche.time.WorkingHours;
import org.zhitongche.time.Zone;

/**
 * A calendar's office hours inside a statement, so that a million lengths of time are not fetched to be measured. Each
 * day stands with the number of working days before it; what lies between two moments is the difference of two look-ups.
 */
final class OfficeTime {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final String CHINA = " at time zone 'Asia/Shanghai')";

    private final WorkingHours hours;
    private final List<String> zones = new ArrayList<>(List.of(""));
    private final List<String> worked = new ArrayList<>();

    OfficeTime(WorkCalendar calendar, Instant until) {
        hours = calendar.hours();
        zones.addAll(calendar.zones());
        LocalDate end = Zone.dateOf(until).plusDays(1);
        zones.forEach(zone -> worked.add(bits(calendar, zone.isEmpty() ? null : zone, end)));
    }

    private static String bits(WorkCalendar calendar, String zone, LocalDate end) {
        StringBuilder bits = new StringBuilder();
        FIRST.datesUntil(end).forEach(day -> bits.append(calendar.isWorkingDay(day, zone) ? '1' : '0'));
        return bits.toString();
    }

    Map<String, Object> params() {
        return Map.of("officeFirst", FIRST, "officeZones", zones.toArray(String[]::new), "officeWorked", worked.toArray(String[]::new));
    }

    /** The days from the first receipt of the {@code cohort} to the cut-off, in each region that has a calendar of its own. */
    String days() {
        return """
                zone as materialized (select z.zone, z.worked::varbit as worked
                    from unnest(cast(:officeZones as text[]), cast(:officeWorked as text[])) as z(zone, worked)),
                bounds as (select (min(first_received)%1$s::date as first, (cast(:cutOff as timestamptz)%1$s::date as last from cohort),
                day as materialized (select zone.zone, b.first + n as date, get_bit(zone.worked, b.first + n - cast(:officeFirst as date)) = 1 as worked,
                        count(*) filter (where get_bit(zone.worked, b.first + n - cast(:officeFirst as date)) = 1)
                            over (partition by zone.zone order by n rows between unbounded preceding and 1 preceding) as before
                    from bounds b cross join zone cross join lateral generate_series(0, b.last - b.first) n)""".formatted(CHINA);
    }

    /** Finds the {@code day} of a moment. */
    String join(String alias, String moment, String region) {
        return "left join day " + alias + " on " + alias + ".date = (" + moment + CHINA + "::date and " + alias + ".zone = " + zoneOf(region);
    }

    /** The longest prefix with a calendar of its own that the region lies in. */
    private String zoneOf(String region) {
        return zones.size() == 1 ? "''" : "coalesce((select z.zone from zone z where z.zone <> '' and " + region
                + " like z.zone || '%' order by length(z.zone) desc limit 1), '')";
    }

    /** Seconds of office hours up to the moment whose day was joined; differences of it are lengths. */
    String seconds(String alias, String moment) {
        return "(%1$s.before * %2$d + case when %1$s.worked then %3$s + %4$s else 0 end)".formatted(alias,
                between(hours.opens(), hours.breaks()) + between(hours.resumes(), hours.closes()),
                within(hours.opens(), hours.breaks(), moment), within(hours.resumes(), hours.closes(), moment));
    }

    /** How many working days have closed by then; differences of it are working days. */
    String closed(String alias, String moment) {
        return "(" + alias + ".before + case when " + alias + ".worked and " + clock(moment) + " >= time '" + hours.closes() + "' then 1 else 0 end)";
    }

    /** 1 where the working day has begun and not closed. */
    String begun(String alias, String moment) {
        return "case when " + alias + ".worked and " + clock(moment) + " > time '00:00' and " + clock(moment) + " < time '"
                + hours.closes() + "' then 1 else 0 end";
    }

    private static String within(LocalTime from, LocalTime to, String moment) {
        return "extract(epoch from least(greatest(%s, time '%s'), time '%s') - time '%s')".formatted(clock(moment), from, to, from);
    }

    private static String clock(String moment) {
        return "(" + moment + CHINA + "::time";
    }

    private static int between(LocalTime from, LocalTime to) {
        return to.toSecondOfDay() - from.toSecondOfDay();
    }
}
