package org.zhitongche.handling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.StoredEvent;
import org.zhitongche.appeal.Type;
import org.zhitongche.time.Zone;

/**
 * The clocks of an appeal read off its events day by day, straight from rules.md: working days end at 17:30 of the last
 * day, calendar days at midnight; paused are the days after that of the request up to that of the supply.
 */
final class ClocksByHand {

    private static final String REGION = "350200";

    /** @param to null while it lasts */
    private record Stand(Instant from, Instant to) {}

    private static final class Clock {
        final Instant start;
        final Role role;
        final boolean rework;
        final List<Stand> stands = new ArrayList<>();
        int extension;

        Clock(Instant start, Role role, boolean rework) {
            this.start = start;
            this.role = role;
            this.rework = rework;
        }
    }

    private final Map<UUID, Clock> parts = new LinkedHashMap<>();
    private final Map<UUID, Integer> asked = new LinkedHashMap<>();
    private final List<Stand> suspensions = new ArrayList<>();
    private final Set<UUID> returned = new HashSet<>();
    private Clock own;
    private boolean completedOnce;
    private boolean hard;
    private boolean priority;
    private Type type;
    private String category;
    private Instant acceptedAt;

    ClocksByHand(List<StoredEvent> history) {
        history.forEach(stored -> read(stored.event(), stored.at()));
    }

    /** Every clock that runs ends when this says; every one that stands has no end. */
    void compare(Appeal appeal) {
        for (Assignment part : appeal.assignments()) {
            if (part.state().open() && part.handedInAt() == null) {
                assertDue(end(parts.get(part.id())), part.due(), part.role() + " of " + part.department());
                compareBeforeTheAnswer(part);
            }
        }
        if (own != null && !completedOnce && !appeal.state().ended()) {
            assertDue(end(own), appeal.due(), "the appeal");
        }
    }

    /** What stands has no end either, and moves only when it runs again. */
    private void compareBeforeTheAnswer(Assignment part) {
        if (part.stageDue() != null && part.stagedAt() == null && part.due() != null) {
            Clock clock = parts.get(part.id());
            assertEquals(close(lastDay(clock, halved(term(clock)), false)), part.stageDue(), "stage reply of " + part.department());
        }
        if (part.acknowledgedAt() == null && suspensions.stream().noneMatch(stand -> stand.to() == null)) {
            Clock given = new Clock(part.givenAt(), part.role(), part.rework());
            given.stands.addAll(suspensions);
            assertEquals(close(lastDay(given, 1, false)), part.acknowledgeDue(), "acknowledging by " + part.department());
        }
    }

    private static void assertDue(Instant expected, Instant due, String whose) {
        if (expected == null) {
            assertNull(due, whose + " has a due time though its clock stands");
        } else {
            assertEquals(expected, due, whose);
        }
    }

    private void read(Event event, Instant at) {
        if (event instanceof Event.Submitted e) {
            type = e.type();
        } else if (event instanceof Event.Classified e) {
            category = e.category();
        } else if (event instanceof Event.Reclassified e) {
            category = e.category() == null ? category : e.category();
            type = e.type() == null ? type : e.type();
        } else if (event instanceof Event.Accepted) {
            acceptedAt = at;
        } else if (event instanceof Event.MarkedHard) {
            hard = true;
        } else if (event instanceof Event.Prioritised) {
            priority = true;
        } else if (event instanceof Event.Dispatched e) {
            e.assignments().forEach(a -> parts.put(a.id(), new Clock(at, a.role(), a.rework())));
            own = own == null ? new Clock(at, Role.LEAD, false) : own;
        } else if (event instanceof Event.AnsweredDirectly) {
            own = own == null ? new Clock(acceptedAt, Role.LEAD, false) : own;
        } else if (event instanceof Event.Completed) {
            completedOnce = true;
        } else {
            readPauses(event, at);
        }
    }

    private void readPauses(Event event, Instant at) {
        if (event instanceof Event.SendBackRuled e && e.upheld()) {
            returned.add(e.assignment());
        } else if (event instanceof Event.InformationRequested e) {
            of(e.assignment()).forEach(clock -> clock.stands.add(new Stand(at, null)));
        } else if (event instanceof Event.ClockResumed e) {
            of(e.assignment()).forEach(clock -> end(clock.stands, e.since(), e.until()));
        } else if (event instanceof Event.ExtensionRuled e && e.granted()) {
            of(e.assignment()).forEach(clock -> clock.extension += asked.get(e.assignment()));
        } else if (event instanceof Event.ExtensionRequested e) {
            asked.put(e.assignment(), e.units());
        } else if (event instanceof Event.Suspended) {
            all().forEach(clock -> clock.stands.add(new Stand(at, null)));
            suspensions.add(new Stand(at, null));
        } else if (event instanceof Event.Resumed e) {
            all().forEach(clock -> end(clock.stands, e.since(), at));
            end(suspensions, e.since(), at);
        }
    }

    /** The part's own clock and, of the lead's first work, the appeal's. */
    private List<Clock> of(UUID part) {
        Clock clock = parts.get(part);
        return part.equals(lead()) && !clock.rework && own != null ? List.of(clock, own) : List.of(clock);
    }

    private UUID lead() {
        UUID lead = null;
        for (Map.Entry<UUID, Clock> part : parts.entrySet()) {
            lead = part.getValue().role == Role.LEAD && !returned.contains(part.getKey()) ? part.getKey() : lead;
        }
        return lead;
    }

    private List<Clock> all() {
        List<Clock> all = new ArrayList<>(parts.values());
        if (own != null) {
            all.add(own);
        }
        return all;
    }

    private static void end(List<Stand> stands, Instant since, Instant until) {
        int which = stands.indexOf(new Stand(since, null));
        if (which >= 0) {
            stands.set(which, new Stand(since, until));
        }
    }

    private Instant end(Clock clock) {
        if (clock.stands.stream().anyMatch(stand -> stand.to() == null)) {
            return null;
        }
        boolean statutory = "arrears".equals(category) && clock.role.answers() && !clock.rework;
        LocalDate day = lastDay(clock, (statutory ? 30 : halved(term(clock))) + clock.extension, statutory);
        return statutory ? Zone.startOf(day.plusDays(1)).minusNanos(1000) : close(day);
    }

    private static Instant close(LocalDate day) {
        return Zone.at(day, LocalTime.of(17, 30));
    }

    private int halved(int term) {
        return priority ? (term + 1) / 2 : term;
    }

    private static LocalDate lastDay(Clock clock, int units, boolean calendarDays) {
        int left = units;
        Set<LocalDate> paused = new HashSet<>();
        for (Stand stand : clock.stands) {
            for (LocalDate day = Zone.dateOf(stand.from()).plusDays(1); !day.isAfter(Zone.dateOf(stand.to())); day = day.plusDays(1)) {
                if (day.isAfter(Zone.dateOf(clock.start)) && (calendarDays || Walk.CALENDAR.isWorkingDay(day, REGION))) {
                    paused.add(day);
                }
            }
        }
        left += paused.size();
        LocalDate day = Zone.dateOf(clock.start);
        while (left > 0) {
            day = day.plusDays(1);
            left -= calendarDays || Walk.CALENDAR.isWorkingDay(day, REGION) ? 1 : 0;
        }
        return day;
    }

    private int term(Clock clock) {
        if (clock.rework) {
            return 5;
        }
        if (clock.role == Role.CO_HANDLING) {
            return 3;
        }
        return hard ? 15 : type == Type.INQUIRY ? 2 : 7;
    }
}
