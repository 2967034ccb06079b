package org.zhitongche.stats;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.zhitongche.appeal.Duty;
import org.zhitongche.appeal.Ending;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.StoredEvent;

/** The figures once more, slowly: the events up to the cut-off are read one by one, and the definitions applied to what they say. */
final class CountedByHand {

    private final Instant cutOff;
    private final List<Story> cohort = new ArrayList<>();
    private final List<Story> childrenAsked = new ArrayList<>();

    CountedByHand(List<List<StoredEvent>> histories, Period period, Instant cutOff) {
        this.cutOff = cutOff;
        for (List<StoredEvent> history : histories) {
            Story story = new Story(history.stream().filter(e -> !e.at().isAfter(cutOff)).toList());
            if (story.accepted != null && !story.accepted.isBefore(period.from()) && story.accepted.isBefore(period.to())) {
                (story.counts() ? cohort : story.merged && story.asked && !story.withdrawn ? childrenAsked : new ArrayList<Story>()).add(story);
            }
        }
    }

    Figure figure(Measure measure) {
        return switch (measure) {
            case COMPLETION -> of(measure, s -> s.completed != null, s -> true);
            case COMPLETION_OF_DUE -> of(measure, s -> s.completed != null, this::due);
            case ON_TIME -> of(measure, s -> s.firstCompleted != null && !s.firstCompleted.isAfter(s.due), this::due);
            case OVERDUE -> of(measure, s -> s.firstCompleted == null || s.firstCompleted.isAfter(s.due), this::due);
            case RESOLUTION -> ofRaters(measure, s -> s.rating.solved(), s -> s.rating != null && s.rating.solved() != null);
            case SATISFACTION -> ofRaters(measure, s -> s.rating.satisfaction().satisfied(), s -> s.rating != null);
            case RESOLUTION_UNCONTESTED -> ofRaters(measure, s -> s.rating.solved(), s -> s.rating != null && s.rating.solved() != null && !s.contested());
            case SATISFACTION_UNCONTESTED -> ofRaters(measure, s -> s.rating.satisfaction().satisfied(), s -> s.rating != null && !s.contested());
            case RESPONSE -> ofRaters(measure, s -> s.rating.contacted(), s -> s.rating != null && s.rating.contacted() != null);
            case UNRATED -> ofRaters(measure, s -> s.rating == null, s -> s.archived && s.asked);
            case REWORK -> of(measure, s -> s.reopened, s -> s.firstCompleted != null);
            case PASSINGS_ON -> new Figure(measure, cohort.stream().mapToLong(s -> s.passedOn).sum(), cohort.size());
            case ACKNOWLEDGED_IN_TIME -> ofParts(measure, p -> p.inTime(), p -> p.acknowledged != null
                    || p.acknowledgeBy.isBefore(cutOff) && !p.givenBackBefore(p.acknowledgeBy));
            case ANSWERED_IN_TIME -> ofParts(measure, p -> p.answered != null && !p.answered.isAfter(p.due),
                    p -> p.answers() && !p.given.rework() && p.due != null && p.due.isBefore(cutOff) && !p.stillBack && !p.returned
                            && !p.waitsForRuling() && (p.cancelled == null || p.cancelled.isAfter(p.due)));
            case RETURN -> ofParts(measure, p -> p.sentBack != null, Taken::answers);
            case EXTENSION -> ofParts(measure, p -> p.extended, Taken::answers);
            case REWORK_ON_TIME -> ofParts(measure, p -> p.answered != null && !p.answered.isAfter(p.due),
                    p -> p.answers() && p.given.rework() && p.due != null && p.due.isBefore(cutOff) && !p.waitsForRuling());
            case PROMISES_KEPT -> ofParts(measure, p -> Boolean.TRUE.equals(p.kept), this::promiseDue);
            case PROMISES_UNANSWERED -> ofParts(measure, p -> p.kept == null, this::promiseDue);
            case ARREARS_RECORDED -> of(measure, s -> s.arrears != null, s -> s.category.equals("arrears"));
            case ARREARS_CLEARED -> of(measure, s -> s.debt().paid().equals(s.debt().undisputed()), s -> s.debt() != null);
            case ARREARS_SETTLED -> of(measure, Story::settled, s -> s.debt() != null);
            case ARREARS_CLEARANCE -> money(measure, s -> s.debt().paid());
            case ARREARS_SETTLEMENT -> money(measure, s -> s.settled() ? s.debt().undisputed() : BigDecimal.ZERO);
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

    /** The office hours of each holder's time. */
    Map<String, Duration> officeHeld() {
        Map<String, Duration> total = new HashMap<>();
        cohort.stream().filter(s -> s.completed != null).forEach(s -> s.pieces(s.received, s.completed, false)
                .forEach(piece -> total.merge(piece.holder(), TimeByHand.office(piece.from(), piece.to()), Duration::plus)));
        return total;
    }

    List<Duration> officeWaiting() {
        return cohort.stream().filter(s -> s.completed != null).map(s -> TimeByHand.office(s.received, s.completed)).sorted().toList();
    }

    /** Working days and time by holder, piece by piece of the time between the due time and the first answer. */
    Map<String, Late> late() {
        Map<String, Late> late = new HashMap<>();
        for (Story story : cohort) {
            Map<String, Late> own = new HashMap<>();
            if (story.acceptDue != null && story.accepted.isAfter(story.acceptDue)) {
                add(own, new Piece("CENTRE", story.acceptDue, story.accepted), true);
            }
            Instant until = story.firstCompleted == null ? cutOff : story.firstCompleted;
            if (story.due != null && story.due.isBefore(until)) {
                for (Piece piece : story.pieces(story.due, until, true)) {
                    add(own, piece, piece.to().equals(until));
                }
            }
            own.forEach((holder, one) -> late.merge(holder, one, (a, b) ->
                    new Late(holder, a.appeals() + b.appeals(), a.days() + b.days(), a.elapsed().plus(b.elapsed()))));
        }
        return late;
    }

    private static void add(Map<String, Late> own, Piece piece, boolean last) {
        own.merge(piece.holder(), new Late(piece.holder(), 1, TimeByHand.days(piece.from(), piece.to(), last), Duration.between(piece.from(), piece.to())),
                (a, b) -> new Late(a.holder(), 1, a.days() + b.days(), a.elapsed().plus(b.elapsed())));
    }

    private boolean due(Story story) {
        return story.due != null && story.due.isBefore(cutOff);
    }

    private boolean promiseDue(Taken part) {
        return part.promiseDue() != null && (!part.promiseDue().isAfter(cutOff) || part.askedAbout);
    }

    private Figure money(Measure measure, Function<Story, BigDecimal> sum) {
        List<Story> counted = cohort.stream().filter(s -> s.debt() != null).toList();
        return new Figure(measure, fen(counted, sum), fen(counted, s -> s.debt().undisputed()), counted.size());
    }

    private static long fen(List<Story> stories, Function<Story, BigDecimal> sum) {
        return stories.stream().map(sum).reduce(BigDecimal.ZERO, BigDecimal::add).movePointRight(2).longValueExact();
    }

    /** A stretch of time in which one holder had an appeal. */
    private record Piece(String holder, Instant from, Instant to) {}

    private Figure of(Measure measure, Predicate<Story> numerator, Predicate<Story> denominator) {
        List<Story> counted = cohort.stream().filter(denominator).toList();
        return new Figure(measure, counted.stream().filter(numerator).count(), counted.size());
    }

    /** Every firm that was asked, a merged child's too. */
    private Figure ofRaters(Measure measure, Predicate<Story> numerator, Predicate<Story> denominator) {
        List<Story> counted = Stream.concat(cohort.stream(), childrenAsked.stream()).filter(denominator).toList();
        return new Figure(measure, counted.stream().filter(numerator).count(), counted.size());
    }

    private Figure ofParts(Measure measure, Predicate<Taken> numerator, Predicate<Taken> denominator) {
        List<Taken> counted = cohort.stream().flatMap(s -> s.parts.values().stream()).filter(denominator).toList();
        return new Figure(measure, counted.stream().filter(numerator).count(), counted.size());
    }

    private static final class Taken {
        final Event.Assigned given;
        String department;
        Instant acknowledgeBy;
        Instant acknowledged;
        Instant sentBack;
        boolean stillBack;
        boolean returned;
        Instant answered;
        Instant cancelled;
        Instant due;
        boolean asked;
        boolean extensionAsked;
        boolean extended;
        LocalDate promised;
        boolean released;
        boolean askedAbout;
        Boolean kept;

        Taken(Event.Assigned given) {
            this.given = given;
            this.department = given.department();
            this.acknowledgeBy = given.acknowledgeDue();
            this.due = given.due();
        }

        Instant promiseDue() {
            return promised == null || !released ? null : promised.plusDays(1).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();
        }

        boolean answers() {
            return given.role() != Role.CO_HANDLING;
        }

        boolean waitsForRuling() {
            return given.role() == Role.LEAD && extensionAsked && answered == null && cancelled == null;
        }

        boolean inTime() {
            return acknowledged != null && !acknowledged.isAfter(acknowledgeBy);
        }

        boolean givenBackBefore(Instant limit) {
            return stillBack && !sentBack.isAfter(limit) || cancelled != null && !cancelled.isAfter(limit);
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
        String category;
        Instant triageDue;
        Instant acceptDue;
        Event.ArrearsRecorded arrears;
        boolean split;
        boolean merged;
        boolean asked;
        String jointLead;

        Story(List<StoredEvent> events) {
            this.events = events;
            events.forEach(this::read);
        }

        private void read(StoredEvent stored) {
            Instant at = stored.at();
            if (stored.event() instanceof Event.Submitted e) {
                received = e.receivedAt();
                accepted = e.acceptedAt();
            } else if (stored.event() instanceof Event.Classified e) {
                category = e.category();
            } else if (stored.event() instanceof Event.Triaged e) {
                triageDue = e.due();
            } else if (stored.event() instanceof Event.Accepted) {
                acceptDue = accepted == null ? triageDue : acceptDue;
                accepted = accepted == null ? at : accepted;
            } else if (stored.event() instanceof Event.ArrearsRecorded e) {
                arrears = e;
            } else if (stored.event() instanceof Event.ClocksMoved e) {
                e.moved().forEach(moved -> move(stored.appeal(), moved));
                e.otherDuties().stream().filter(moved -> moved.duty() == Duty.ACKNOWLEDGE).forEach(moved -> parts.get(moved.subject()).acknowledgeBy = moved.due());
            } else if (stored.event() instanceof Event.InformationRequested e) {
                parts.get(e.assignment()).act(at);
                parts.get(e.assignment()).asked = true;
            } else if (stored.event() instanceof Event.ClockResumed e) {
                parts.get(e.assignment()).asked = false;
            } else if (stored.event() instanceof Event.ExtensionRequested e) {
                parts.get(e.assignment()).extensionAsked = true;
            } else if (stored.event() instanceof Event.ExtensionRuled e) {
                parts.get(e.assignment()).extensionAsked = false;
                parts.get(e.assignment()).extended = e.granted();
            } else if (stored.event() instanceof Event.ReplyReleased e) {
                parts.get(e.assignment()).released = true;
            } else if (stored.event() instanceof Event.SurveyOpened e) {
                asked = true;
                if (e.promise()) {
                    parts.values().stream().filter(p -> p.promiseDue() != null).forEach(p -> p.askedAbout = true);
                }
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
                parts.get(e.assignment()).promised = e.promised();
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
                if (e.solved() != null) {
                    parts.values().stream().filter(p -> p.askedAbout && p.kept == null).forEach(p -> p.kept = e.solved());
                }
            } else if (stored.event() instanceof Event.Reopened) {
                reopened = true;
                toDecide = false;
                completed = null;
            } else if (stored.event() instanceof Event.Terminated) {
                parts.values().stream().filter(p -> !p.released && !p.returned && (p.answers() || p.answered == null) && p.cancelled == null).forEach(p -> p.cancelled = at);
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
            } else {
                readCompany(stored);
            }
        }

        boolean counts() {
            return !withdrawn && !split && !merged;
        }

        private void readCompany(StoredEvent stored) {
            if (stored.event() instanceof Event.Split) {
                split = true;
            } else if (stored.event() instanceof Event.Merged e) {
                merged = true;
                e.cancelled().forEach(id -> parts.get(id).cancelled = stored.at());
            } else if (stored.event() instanceof Event.Transferred e) {
                parts.get(e.assignment()).department = e.to();
                parts.get(e.assignment()).acknowledgeBy = e.acknowledgeDue() == null ? parts.get(e.assignment()).acknowledgeBy : e.acknowledgeDue();
            } else if (stored.event() instanceof Event.PartCancelled e) {
                parts.get(e.assignment()).cancelled = stored.at();
            } else if (stored.event() instanceof Event.Unmerged) {
                merged = false;
                jointLead = null;
            } else if (stored.event() instanceof Event.HandledJointly e) {
                dispatches += e.clock() == null ? 0 : 1;
                due = due == null ? e.clock().due() : due;
                jointLead = e.units().stream().filter(unit -> unit.role() == Role.LEAD).map(Routing.Unit::department).findFirst().orElse(null);
            }
        }

        boolean contested() {
            return upheld.stream().anyMatch(objection -> objection.round() == rating.round());
        }

        private void move(UUID appeal, Event.Moved moved) {
            if (moved.subject().equals(appeal)) {
                due = moved.clock().due();
            } else {
                parts.get(moved.subject()).due = moved.clock().due();
            }
        }

        /** What is owed without dispute; null where nothing is, or nobody wrote it down. */
        Event.ArrearsRecorded debt() {
            return arrears == null || arrears.undisputed().signum() == 0 ? null : arrears;
        }

        boolean settled() {
            return debt().planned() || debt().paid().equals(debt().undisputed());
        }

        Map<String, Duration> held() {
            Map<String, Duration> held = new HashMap<>();
            pieces(received, completed, false).forEach(p -> held.merge(p.holder(), Duration.between(p.from(), p.to()), Duration::plus));
            return held;
        }

        /** Between any two events somebody has it, before the first one the centre. @param late an extension that waits is the centre's */
        List<Piece> pieces(Instant from, Instant to, boolean late) {
            List<Piece> pieces = new ArrayList<>();
            Instant since = from;
            String holder = "CENTRE";
            for (int n = 0; n < events.size() && events.get(n).at().isBefore(to); n++) {
                if (events.get(n).at().isAfter(since)) {
                    pieces.add(new Piece(holder, since, events.get(n).at()));
                    since = events.get(n).at();
                }
                Story then = new Story(events.subList(0, n + 1));
                holder = late && then.waitsForExtension() ? "CENTRE" : then.holder();
            }
            pieces.add(new Piece(holder, since, to));
            return pieces;
        }

        private boolean waitsForExtension() {
            return parts.values().stream().filter(p -> p.given.role() == Role.LEAD && !p.returned && p.cancelled == null).reduce((a, b) -> b)
                    .filter(p -> p.extensionAsked && p.answered == null && !p.stillBack).isPresent();
        }

        private String holder() {
            if (completed != null) {
                return toDecide ? "CENTRE" : "FIRM";
            }
            if (merged) {
                return jointLead == null ? "CENTRE" : jointLead;
            }
            List<Taken> owing = parts.values().stream().filter(p -> p.answers() && p.answered == null && !p.stillBack && p.cancelled == null).toList();
            boolean waitsForRuling = parts.values().stream().anyMatch(p -> p.stillBack && !p.returned && p.cancelled == null);
            for (Taken part : owing) {
                if (part.given.role() == Role.LEAD) {
                    return part.asked ? "FIRM" : part.department;
                }
            }
            return waitsForRuling || owing.isEmpty() ? "CENTRE" : owing.get(0).department;
        }
    }
}
