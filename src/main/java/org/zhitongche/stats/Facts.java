package org.zhitongche.stats;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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
    /** So many are read at once, so that what a question holds in memory is bounded. */
    private static final int DAYS = 20;
    private static final int APPEALS = 1_000;

    private final DaySheets sheets;
    private final TransactionTemplate snapshot;
    private final Supplier<WorkCalendar> calendarNow;
    private final Supplier<Instant> now;
    private final Coding coding = new Coding();
    private final RestingDays known = new RestingDays();
    private final Map<String, LocalDate> differences = new ConcurrentHashMap<>();
    private volatile LocalDate first;

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

    /** By which they name things. */
    Coding coding() {
        return coding;
    }

    /** @param calendar the one in force at the cut-off */
    List<Picked> pick(Period period, Instant cutOff, WorkCalendar calendar) {
        return snapshot.execute(status -> new Reading(period, cutOff, calendar).pick());
    }

    /** Reads packed days ahead, the newest first, until memory's share is full; anew those counted by a calendar that said otherwise. */
    void remember() {
        WorkCalendar inForce = calendarNow.get();
        LocalDate today = Zone.dateOf(now.get());
        known.removeIf(each -> !agrees(each.calendar(), inForce, today));
        Map<LocalDate, Long> versions = sheets.versions(LocalDate.EPOCH, today);
        List<LocalDate> unread = versions.keySet().stream().filter(day -> known.find(day, versions.get(day)) == null).sorted(Comparator.reverseOrder()).toList();
        for (List<LocalDate> some : portions(unread, DAYS)) {
            if (!known.isFull()) {
                learn(some, versions);
            }
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
        private final List<Picked> picked = new ArrayList<>();
        private final List<Fact> told = new ArrayList<>();

        Reading(Period period, Instant cutOff, WorkCalendar calendar) {
            from = micros(period.from());
            to = micros(period.to());
            at = micros(cutOff);
            firstAsked = period.firstDay();
            last = period.lastDay().isAfter(Zone.dateOf(cutOff)) ? Zone.dateOf(cutOff) : period.lastDay();
            this.calendar = calendar;
            office = new OfficeTime(calendar);
        }

        List<Picked> pick() {
            LocalDate first = first().isAfter(firstAsked) ? first() : firstAsked;
            if (last.isBefore(first)) {
                return picked;
            }
            Map<LocalDate, Long> packed = sheets.versions(first, last);
            Map<LocalDate, Set<UUID>> changed = sheets.changed(first, last);
            Set<UUID> unpacked = new HashSet<>(sheets.listAccepted(first.datesUntil(last.plusDays(1)).filter(day -> !packed.containsKey(day)).toList()));
            changed.values().forEach(unpacked::addAll);
            portions(unpacked, APPEALS).forEach(some -> sheets.load(some).forEach(this::tell));
            resting(packed).forEach((day, each) -> pick(each, changed.getOrDefault(day, Set.of())));
            picked.add(new Picked(new FactColumns(told, coding), null));
            return picked;
        }

        private Map<LocalDate, RestingDay> resting(Map<LocalDate, Long> packed) {
            Map<LocalDate, RestingDay> resting = new HashMap<>();
            List<LocalDate> unread = new ArrayList<>();
            packed.forEach((day, version) -> {
                RestingDay each = known.find(day, version);
                if (each == null) {
                    unread.add(day);
                } else {
                    resting.put(day, each);
                }
            });
            portions(unread, DAYS).forEach(some -> resting.putAll(learn(some, packed)));
            return resting;
        }

        /** What had not come to rest by the cut-off is told by its history. @param changed since the day was packed */
        private void pick(RestingDay day, Set<UUID> changed) {
            boolean agrees = agrees(day.calendar(), calendar, Zone.dateOf(Instant.ofEpochSecond(Math.floorDiv(at, MICRO))));
            FactColumns facts = day.facts();
            BitSet moved = new BitSet();
            int[] rows = new int[facts.size];
            int count = 0;
            for (int row = 0; row < facts.size; row++) {
                if (isAsked(facts.accepted[row]) && (changed.isEmpty() || !changed.contains(facts.appeal(row)))) {
                    if (agrees && facts.moved[row] < at) {
                        rows[count++] = row;
                    } else {
                        moved.set(day.places()[row]);
                    }
                }
            }
            picked.add(new Picked(facts, count == facts.size ? null : Arrays.copyOf(rows, count)));
            if (!moved.isEmpty()) {
                DaySheet.unpack(day.sheet(), moved::get).forEach(this::tell);
            }
            day.moving().stream().filter(each -> !changed.contains(each.appeal())).forEach(this::tell);
        }

        private void tell(History history) {
            Fact fact = Evaluation.of(history, at, office);
            if (fact != null && isAsked(fact.accepted())) {
                told.add(fact);
            }
        }

        private boolean isAsked(long accepted) {
            return accepted >= from && accepted < to;
        }
    }

    /** The first day of all; nothing is accepted before it any more. */
    private LocalDate first() {
        if (first == null) {
            first = sheets.findFirst().orElse(null);
        }
        return first == null ? LocalDate.MAX : first;
    }

    private Map<LocalDate, RestingDay> learn(Collection<LocalDate> days, Map<LocalDate, Long> versions) {
        Map<LocalDate, RestingDay> learnt = new HashMap<>();
        WorkCalendar calendar = calendarNow.get();
        long moment = micros(now.get());
        sheets.read(days).forEach((day, sheet) -> {
            RestingDay resting = RestingDay.of(versions.get(day), sheet, calendar, moment, coding);
            learnt.put(day, resting);
            known.put(day, resting);
        });
        return learnt;
    }

    private static <T> List<List<T>> portions(Collection<T> all, int size) {
        List<T> ordered = List.copyOf(all);
        return IntStream.iterate(0, from -> from < ordered.size(), from -> from + size)
                .mapToObj(from -> ordered.subList(from, Math.min(ordered.size(), from + size))).toList();
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
