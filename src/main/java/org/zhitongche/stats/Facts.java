package org.zhitongche.stats;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhitongche.db.Database;
import org.zhitongche.time.CalendarChanges;
import org.zhitongche.time.WorkCalendar;
import org.zhitongche.time.Zone;

/**
 * What counts in a period as it was known at a cut-off. What had come to rest by then is known by heart, a day of acceptance
 * at a time; the rest is told by its history, packed with its day, and what changed since the day was packed by the spans
 * themselves. All of it is of one moment of the database.
 */
final class Facts {

    private static final long MICRO = 1_000_000L;
    private static final int AHEAD = 20;

    private final DaySheets sheets;
    private final TransactionTemplate snapshot;
    private final Supplier<WorkCalendar> calendarNow;
    private final Supplier<Instant> now;
    private final RestingDays known = new RestingDays();
    private final Map<String, LocalDate> differences = new ConcurrentHashMap<>();

    /** @param calendarNow the calendar in force, by which what rests is counted */
    Facts(Database database, Supplier<WorkCalendar> calendarNow, Supplier<Instant> now) {
        this.sheets = new DaySheets(database);
        this.snapshot = database.tx();
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        this.calendarNow = calendarNow;
        this.now = now;
    }

    static long micros(Instant moment) {
        return moment.getEpochSecond() * MICRO + moment.getNano() / 1000;
    }

    /** @param calendar the one in force at the cut-off */
    List<Fact> list(Period period, Instant cutOff, WorkCalendar calendar) {
        return snapshot.execute(status -> new Reading(period, cutOff, calendar).list());
    }

    /** Reads packed days ahead, the newest first, until memory's share is full. */
    void remember() {
        List<Map.Entry<LocalDate, Long>> unread = sheets.versions(LocalDate.EPOCH, Zone.dateOf(now.get())).entrySet().stream()
                .filter(each -> known.find(each.getKey(), each.getValue()) == null).sorted(Map.Entry.<LocalDate, Long>comparingByKey().reversed()).toList();
        for (int from = 0; from < unread.size() && !known.isFull(); from += AHEAD) {
            Map<LocalDate, Long> some = new HashMap<>();
            unread.subList(from, Math.min(unread.size(), from + AHEAD)).forEach(each -> some.put(each.getKey(), each.getValue()));
            learn(some.keySet(), some);
        }
    }

    /** Histories by what the spans say, in no order. */
    List<History> load(Collection<UUID> appeals) {
        return sheets.load(appeals);
    }

    /** One question's reading. */
    private final class Reading {
        private final long from;
        private final long to;
        private final long at;
        private final LocalDate firstAsked;
        private final LocalDate last;
        private final WorkCalendar calendar;
        private final OfficeTime office;
        private final List<Fact> facts = new ArrayList<>();
        private final Set<UUID> changed = new HashSet<>();

        Reading(Period period, Instant cutOff, WorkCalendar calendar) {
            from = micros(period.from());
            to = micros(period.to());
            at = micros(cutOff);
            firstAsked = period.firstDay();
            last = period.lastDay().isAfter(Zone.dateOf(cutOff)) ? Zone.dateOf(cutOff) : period.lastDay();
            this.calendar = calendar;
            office = new OfficeTime(calendar);
        }

        List<Fact> list() {
            LocalDate first = sheets.findFirst().filter(day -> day.isAfter(firstAsked)).orElse(firstAsked);
            if (last.isBefore(first)) {
                return facts;
            }
            Map<LocalDate, Long> packed = sheets.versions(first, last);
            changed.addAll(sheets.listChanged(first, last));
            List<UUID> unpacked = new ArrayList<>(changed);
            unpacked.addAll(sheets.listAccepted(first.datesUntil(last.plusDays(1)).filter(day -> !packed.containsKey(day)).toList()));
            sheets.load(new HashSet<>(unpacked)).forEach(this::tell);
            Map<LocalDate, RestingDay> resting = resting(packed);
            Map<LocalDate, Set<UUID>> unresting = new HashMap<>();
            resting.forEach((day, each) -> {
                Set<UUID> moved = add(each);
                if (!moved.isEmpty()) {
                    unresting.put(day, moved);
                }
            });
            sheets.read(unresting.keySet()).forEach((day, sheet) -> DaySheet.unpack(sheet, unresting.get(day)::contains).forEach(this::tell));
            return facts;
        }

        /** Those counted by a calendar that said otherwise of a day before now are read anew. */
        private Map<LocalDate, RestingDay> resting(Map<LocalDate, Long> packed) {
            WorkCalendar inForce = calendarNow.get();
            LocalDate today = Zone.dateOf(now.get());
            Map<LocalDate, RestingDay> resting = new HashMap<>();
            List<LocalDate> unread = new ArrayList<>();
            packed.forEach((day, version) -> {
                RestingDay each = known.find(day, version);
                if (each == null || !agrees(each.calendar(), inForce, today)) {
                    unread.add(day);
                } else {
                    resting.put(day, each);
                }
            });
            resting.putAll(learn(unread, packed));
            return resting;
        }

        /** @return those of the facts that had not come to rest by the cut-off */
        private Set<UUID> add(RestingDay day) {
            boolean agrees = agrees(day.calendar(), calendar, Zone.dateOf(Instant.ofEpochSecond(Math.floorDiv(at, MICRO))));
            Set<UUID> moved = new HashSet<>();
            boolean all = agrees && day.lastMoved() < at && changed.isEmpty();
            for (Fact fact : day.facts()) {
                if (all || !changed.contains(fact.appeal())) {
                    if (all || agrees && fact.moved() < at) {
                        add(fact);
                    } else {
                        moved.add(fact.appeal());
                    }
                }
            }
            day.moving().stream().filter(each -> !changed.contains(each.appeal())).forEach(this::tell);
            return moved;
        }

        private void tell(History history) {
            Fact fact = Evaluation.of(history, at, office);
            if (fact != null) {
                add(fact);
            }
        }

        private void add(Fact fact) {
            if (fact.accepted() >= from && fact.accepted() < to) {
                facts.add(fact);
            }
        }
    }

    private Map<LocalDate, RestingDay> learn(Collection<LocalDate> days, Map<LocalDate, Long> versions) {
        Map<LocalDate, RestingDay> learnt = new HashMap<>();
        if (days.isEmpty()) {
            return learnt;
        }
        WorkCalendar calendar = calendarNow.get();
        long moment = micros(now.get());
        sheets.read(days).forEach((day, sheet) -> {
            RestingDay resting = RestingDay.of(versions.get(day), sheet, calendar, moment);
            learnt.put(day, resting);
            known.put(day, resting);
        });
        return learnt;
    }

    /** Whether two calendars say the same of the days up to this one. */
    private boolean agrees(WorkCalendar one, WorkCalendar other, LocalDate until) {
        if (one == other) {
            return true;
        }
        return differences.computeIfAbsent(one.version() + " " + other.version(), key -> firstDifference(one.changesTo(other))).isAfter(until);
    }

    private static LocalDate firstDifference(CalendarChanges changes) {
        return changes.hours() ? LocalDate.MIN : changes.moving().stream().map(CalendarChanges.DayChange::date).min(LocalDate::compareTo).orElse(LocalDate.MAX);
    }
}
