package org.zhitongche.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.FileRef;
import org.zhitongche.appeal.TextRef;
import org.zhitongche.words.Words;

/** What notices want to know of an event, whichever it is. */
final class EventFacts {

    private EventFacts() {}

    /** The assignment it is about, or what was demanded or objected to of one. */
    static Optional<UUID> subject(Event event) {
        if (event instanceof Event.OfPart e) {
            return Optional.of(e.assignment());
        } else if (event instanceof Event.LightTurned e) {
            return Optional.of(e.subject());
        } else if (event instanceof Event.Escalated e) {
            return Optional.ofNullable(e.subject());
        } else if (event instanceof Event.NoteAnswered e) {
            return Optional.of(e.id());
        } else if (event instanceof Event.ObjectionRuled e) {
            return Optional.of(e.id());
        }
        return event instanceof Event.OrderAnswered e ? Optional.of(e.id()) : Optional.empty();
    }

    /** The parts that it ended, where the event names them. */
    static Optional<List<UUID>> cancelled(Event event) {
        return event instanceof Event.Merged e ? Optional.of(e.cancelled()) : event instanceof Event.Split e ? Optional.of(e.cancelled())
                : Optional.empty();
    }

    /** The appeal handled jointly that it is about; null where it is about none. */
    static Event.Piece child(Event event) {
        return event instanceof Event.TookIn e ? new Event.Piece(e.child(), e.number())
                : event instanceof Event.LetGo e ? new Event.Piece(e.child(), e.number())
                : event instanceof Event.ChildHeard e ? new Event.Piece(e.child(), e.number()) : null;
    }

    /** What those above demand: an order or a leader's note. @param due the last moment in time */
    record Demanded(String number, Instant due) {}

    /** The demand that it is about; null for none. */
    static Demanded demanded(Appeal appeal, Event event) {
        UUID id = event instanceof Event.OrderIssued e ? e.id() : event instanceof Event.LeaderNoted e ? e.id() : subject(event).orElse(null);
        return Stream.concat(
                appeal.orders().stream().filter(order -> order.id().equals(id)).map(order -> new Demanded(order.number(), order.due())),
                appeal.leaderNotes().stream().filter(note -> note.id().equals(id)).map(note -> new Demanded(note.number(), note.due())))
                .findFirst().orElse(null);
    }

    /** What is overdue, in words; empty where nothing is. */
    static String late(Event.Escalated e, Words words) {
        return e.duty() == null ? "" : words.of("duty", e.duty());
    }

    /** What was said with it, null where nothing was. */
    static TextRef text(Event event) {
        if (event instanceof Event.WithText e) {
            return e.text();
        } else if (event instanceof Event.WithReason e) {
            return e.reason();
        } else if (event instanceof Event.Escalated e) {
            return e.said();
        } else if (event instanceof Event.OrderIssued e) {
            return e.demand();
        } else if (event instanceof Event.LeaderNoted e) {
            return e.note();
        }
        return event instanceof Event.Rated e ? e.comment() : null;
    }

    /** What a department said that it did of what it promised; null where it said nothing of it. */
    static TextRef fulfilment(Event event) {
        return event instanceof Event.PromiseFulfilled e ? e.text() : event instanceof Event.FulfilledJointly e ? e.text() : null;
    }

    static List<FileRef> files(Appeal appeal, Event event) {
        if (event instanceof Event.OpinionGiven e) {
            return e.files();
        } else if (event instanceof Event.Supplemented e) {
            return e.files();
        } else if (event instanceof Event.FilesReleased e) {
            return appeal.files().stream().filter(file -> e.files().contains(file.id())).toList();
        }
        return List.of();
    }
}
