package org.zhitongche.stats;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.zhitongche.appeal.Ending;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.StoredEvent;

/** The figures once more, slowly: the events up to the cut-off are read one by one, and the definitions applied to what they say. */
final class CountedByHand {

    private final Instant cutOff;
    private final List<Story> cohort = new ArrayList<>();

    CountedByHand(List<List<StoredEvent>> histories, Period period, Instant cutOff) {
        this.cutOff = cutOff;
        for (List<StoredEvent> history : histories) {
            Story story = new Story(history.stream().filter(e -> !e.at().isAfter(cutOff)).toList());
            if (story.accepted != null && !story.withdrawn && !story.accepted.isBefore(period.from()) && story.accepted.isBefore(period.to())) {
                cohort.add(story);
            }
        }
    }

    Figure figure(Measure measure) {
        return switch (measure) {
            case COMPLETION -> of(measure, s -> s.completed != null, s -> true);
            case COMPLETION_OF_DUE -> of(measure, s -> s.completed != null, this::due);
            case ON_TIME -> of(measure, s -> s.firstCompleted != null && !s.firstCompleted.isAfter(s.due), this::due);
            case OVERDUE -> of(measure, s -> s.firstCompleted == null || s.firstCompleted.isAfter(s.due), this::due);
            case RESOLUTION -> of(measure, s -> s.rating.solved(), s -> s.rating != null);
            case SATISFACTION -> of(measure, s -> s.rating.satisfaction().satisfied(), s -> s.rating != null);
            case RESOLUTION_UNCONTESTED -> of(measure, s -> s.rating.solved(), s -> s.rating != null && !s.contested());
            case SATISFACTION_UNCONTESTED -> of(measure, s -> s.rating.satisfaction().satisfied(), s -> s.rating != null && !s.contested());
            case RESPONSE -> of(measure, s -> s.rating.contacted(), s -> s.rating != null && s.rating.contacted() != null);
            case UNRATED -> of(measure, s -> s.rating == null, s -> s.archived);
            case REWORK -> of(measure, s -> s.reopened, s -> s.firstCompleted != null);
            case PASSINGS_ON -> new Figure(measure, cohort.stream().mapToLong(s -> s.passedOn).sum(), cohort.size());
            case ACKNOWLEDGED_IN_TIME -> ofParts(measure, p -> p.inTime(), p -> p.acknowledged != null
                    || p.given.acknowledgeDue().isBefore(cutOff) && !p.givenBackBefore(p.given.acknowledgeDue()));
            case RETURN -> ofParts(measure, p -> p.sentBack != null, Taken::answers);
            case REWORK_ON_TIME -> ofParts(measure, p -> p.answered != null && !p.answered.isAfter(p.given.due()),
                    p -> p.answers() && p.given.rework() && p.given.due().isBefore(cutOff));
            default -> of(measure, s -> s.ending == Ending.valueOf(measure.name().substring("ENDING_".length())), s -> s.completed != null);
        };
    }

    /** In the same order as the waiting times of the figures: shortest first. */
    List<Duration> waiting() {
        return cohort.stream().filter(s -> s.completed != null).map(s -> Duration.between(s.received, s.completed)).sorted().toList();
    }

    Map<String, Duration> held() {
        Map<String, Duration> total = new HashMap<>();
        cohort.stream().filter(s -> s.completed != null)
                .forEach(s -> s.held().forEach((holder, time) -> total.merge(holder, time, Duration::plus)));
        total.values().removeIf(Duration::isZero);
        return total;
    }

    private boolean due(Story story) {
        return story.due.isBefore(cutOff);
    }

    private Figure of(Measure measure, Predicate<Story> numerator, Predicate<Story> denominator) {
        List<Story> counted = cohort.stream().filter(denominator).toList();
        return new Figure(measure, counted.stream().filter(numerator).count(), counted.size());
    }

    private Figure ofParts(Measure measure, Predicate<Taken> numerator, Predicate<Taken> denominator) {
        List<Taken> counted = cohort.stream().flatMap(s -> s.parts.values().stream()).filter(denominator).toList();
        return new Figure(measure, counted.stream().filter(numerator).count(), counted.size());
    }

    private static final class Taken {
        final Event.Assigned given;
        Instant acknowledged;
        Instant sentBack;
        boolean stillBack;
        boolean returned;
        Instant answered;

        Taken(Event.Assigned given) {
            this.given = given;
        }

        boolean answers() {
            return given.role() != Role.CO_HANDLING;
        }

        boolean inTime() {
            return acknowledged != null && !acknowledged.isAfter(given.acknowledgeDue());
        }

        boolean givenBackBefore(Instant limit) {
            return stillBack && !sentBack.isAfter(limit);
        }

        void act(Instant at) {
            acknowledged = acknowledged == null ? at : acknowledged;
        }
    }

    /** One appeal, as far as its events tell it. */
    private static final class Story {
        final Map<UUID, Taken> parts = new LinkedHashMap<>();
        final List<StoredEvent> events;
        Instant received;
        Instant accepted;
        Instant due;
        Instant completed;
        Instant firstCompleted;
        Ending ending;
        Event.Rated rating;
        boolean reopened;
        boolean toDecide;
        final Map<UUID, Event.RatingObjected> objections = new HashMap<>();
        final List<Event.RatingObjected> upheld = new ArrayList<>();
        boolean withdrawn;
        boolean archived;
        int dispatches;
        int passedOn;

        Story(List<StoredEvent> events) {
            this.events = events;
            events.forEach(this::read);
        }

        private void read(StoredEvent stored) {
            Instant at = stored.at();
            if (stored.event() instanceof Event.Submitted e) {
                received = e.receivedAt();
            } else if (stored.event() instanceof Event.Accepted) {
                accepted = at;
            } else if (stored.event() instanceof Event.Dispatched e) {
                due = due == null ? e.due() : due;
                e.assignments().forEach(a -> parts.put(a.id(), new Taken(a)));
                passedOn += dispatches++ > 0 && e.assignments().stream().noneMatch(Event.Assigned::rework) ? 1 : 0;
            } else if (stored.event() instanceof Event.Acknowledged e) {
                parts.get(e.assignment()).act(at);
            } else if (stored.event() instanceof Event.Contacted e) {
                parts.get(e.assignment()).act(at);
            } else if (stored.event() instanceof Event.OpinionGiven e) {
                parts.get(e.assignment()).act(at);
                parts.get(e.assignment()).answered = at;
            } else if (stored.event() instanceof Event.ReplyHandedIn e) {
                parts.get(e.assignment()).act(at);
                parts.get(e.assignment()).answered = at;
            } else if (stored.event() instanceof Event.SentBack e) {
                parts.get(e.assignment()).sentBack = at;
                parts.get(e.assignment()).stillBack = true;
            } else if (stored.event() instanceof Event.SendBackRuled e) {
                parts.get(e.assignment()).stillBack = e.upheld();
                parts.get(e.assignment()).returned = e.upheld();
            } else if (stored.event() instanceof Event.AnsweredDirectly e) {
                due = due == null ? e.due() : due;
            } else if (stored.event() instanceof Event.Completed e) {
                completed = e.as();
                firstCompleted = firstCompleted == null ? e.as() : firstCompleted;
                ending = e.ending();
            } else if (stored.event() instanceof Event.Rated e) {
                rating = e;
            } else if (stored.event() instanceof Event.Reopened) {
                reopened = true;
                toDecide = false;
                completed = null;
            } else if (stored.event() instanceof Event.Withdrawn) {
                withdrawn = true;
            } else if (stored.event() instanceof Event.Archived) {
                archived = true;
                toDecide = false;
            } else if (stored.event() instanceof Event.ReworkPending) {
                toDecide = true;
            } else if (stored.event() instanceof Event.RatingObjected e) {
                objections.put(e.id(), e);
            } else if (stored.event() instanceof Event.ObjectionRuled e && e.upheld()) {
                upheld.add(objections.get(e.id()));
            }
        }

        boolean contested() {
            return upheld.stream().anyMatch(objection -> objection.round() == rating.round());
        }

        /** Between any two events somebody has it; up to the first one the centre had. */
        Map<String, Duration> held() {
            Map<String, Duration> held = new HashMap<>();
            Instant since = received;
            String holder = "CENTRE";
            for (int n = 0; n < events.size() && events.get(n).at().isBefore(completed); n++) {
                held.merge(holder, Duration.between(since, events.get(n).at()), Duration::plus);
                since = events.get(n).at();
                holder = new Story(events.subList(0, n + 1)).holder();
            }
            held.merge(holder, Duration.between(since, completed), Duration::plus);
            return held;
        }

        private String holder() {
            if (completed != null) {
                return toDecide ? "CENTRE" : "FIRM";
            }
            List<Taken> owing = parts.values().stream().filter(p -> p.answers() && p.answered == null && !p.stillBack).toList();
            boolean waitsForRuling = parts.values().stream().anyMatch(p -> p.stillBack && !p.returned);
            for (Taken part : owing) {
                if (part.given.role() == Role.LEAD) {
                    return part.given.department();
                }
            }
            return waitsForRuling || owing.isEmpty() ? "CENTRE" : owing.get(0).given.department();
        }
    }
}
