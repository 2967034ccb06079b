package org.zhitongche.appeal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Database;
import org.zhitongche.db.Writes;

/**
 * Loads appeals from their events, lets an action decide, and stores what it raised: events, projection and
 * listeners' rows in the one transaction, which the caller may have begun.
 */
public final class Appeals {

    private final Database database;
    private final InstantSource clock;
    private final Terms terms;
    private final EventStore events;
    private final Projection projection;
    private final Texts texts;
    private final List<EventListener> listeners;

    public Appeals(Database database, Blobs blobs, InstantSource clock, Terms terms, List<EventListener> listeners) {
        this.database = database;
        this.clock = clock;
        this.terms = terms;
        this.events = new EventStore(database);
        this.projection = new Projection(database, terms);
        this.texts = new Texts(database, blobs);
        this.listeners = List.copyOf(listeners);
    }

    /** An appeal to be made: its id, and the action whose first event submits it. */
    public record New(UUID id, Actor actor, Door door, Action action) {}

    /** Makes several appeals with one statement a table. */
    public List<Appeal> create(List<New> wanted) {
        return database.tx().execute(status -> {
            Instant now = now();
            List<Changed> made = new ArrayList<>();
            for (New each : wanted) {
                Appeal appeal = new Appeal(each.id());
                made.add(decide(appeal, null, now, each.actor(), each.door(), each.action()));
            }
            store(made);
            return made.stream().map(changed -> changed.change().appeal()).toList();
        });
    }

    /**
     * Locks the appeal, checks the version that the actor saw, decides and stores.
     *
     * @param expectedVersion null where the actor cannot know it
     * @return the appeal after it; events may be none where there was nothing to do
     */
    public Appeal change(UUID id, Integer expectedVersion, Actor actor, Door door, Action action) {
        return database.tx().execute(status -> {
            Appeal appeal = lock(id).orElseThrow(() -> new Unknown("appeal " + id));
            if (expectedVersion != null && expectedVersion != appeal.version) {
                throw new Refusal("version.changed", expectedVersion, appeal.version);
            }
            Standing before = Standing.of(appeal, terms);
            Changed changed = decide(appeal, before, now(), actor, door, action);
            if (!changed.events().isEmpty()) {
                store(List.of(changed));
            }
            return appeal;
        });
    }

    /**
     * Changes many appeals with one statement a table. What is owed is written anew even where nothing was decided.
     *
     * @param former by which they stood until now
     */
    void changeAll(UUID[] ids, Terms former, Actor actor, Action action) {
        database.tx().executeWithoutResult(status -> {
            events.lock(ids);
            List<Changed> changed = new ArrayList<>();
            Instant now = now();
            events.listEvents(ids).forEach((id, history) -> {
                Appeal appeal = fold(id, history);
                changed.add(decide(appeal, Standing.of(appeal, former), now, actor, null, action));
            });
            store(changed);
        });
    }

    /** As {@link #change} for many appeals with one statement a table, in one transaction; those unknown are left out. */
    public void changeAll(List<UUID> ids, Actor actor, Action action) {
        changeAll(ids.toArray(UUID[]::new), terms, actor, action);
    }

    /** What an action would decide on another calendar, without storing anything. */
    void tryAll(UUID[] ids, Terms then, Actor actor, Action action) {
        Instant now = now();
        events.listEvents(ids).forEach((id, history) -> {
            Appeal appeal = fold(id, history);
            action.decide(new Change(appeal, now.isBefore(appeal.lastAt) ? appeal.lastAt : now, actor, null, then));
        });
    }

    /** An appeal as its events left it, without locking it. */
    public Appeal getAppeal(UUID id) {
        return findAppeal(id).orElseThrow(() -> new Unknown("appeal " + id));
    }

    public Optional<Appeal> findAppeal(UUID id) {
        List<StoredEvent> history = events.listEvents(id);
        return history.isEmpty() ? Optional.empty() : Optional.of(fold(id, history));
    }

    public List<StoredEvent> listEvents(UUID id) {
        return events.listEvents(id);
    }

    /** Writes an appeal's projection anew from its events. */
    public void rebuild(UUID id) {
        database.tx().executeWithoutResult(status -> {
            events.lock(id);
            projection.rebuild(id, events.listEvents(id), history -> fold(id, history));
        });
    }

    static Appeal fold(UUID id, List<StoredEvent> history) {
        Appeal appeal = new Appeal(id);
        history.forEach(stored -> follow(appeal, stored));
        return appeal;
    }

    static void follow(Appeal appeal, StoredEvent stored) {
        appeal.apply(stored.event(), stored.at());
        settle(appeal, stored);
    }

    private static void settle(Appeal appeal, StoredEvent stored) {
        appeal.version = stored.seq();
        appeal.head = stored.hash();
        appeal.lastAt = stored.at();
    }

    private Optional<Appeal> lock(UUID id) {
        return events.lock(id) ? findAppeal(id) : Optional.empty();
    }

    private Changed decide(Appeal appeal, Standing before, Instant now, Actor actor, Door door, Action action) {
        // A clock set back must not put an event before the one it follows.
        Instant at = now.isBefore(appeal.lastAt) ? appeal.lastAt : now;
        Change change = new Change(appeal, at, actor, door, terms);
        action.decide(change);
        List<StoredEvent> stored = new ArrayList<>();
        for (Event event : change.events()) {
            int seq = appeal.version + 1;
            byte[] body = EventCodec.write(appeal.id, seq, at, actor, door, event);
            StoredEvent next = new StoredEvent(appeal.id, seq, at, actor, door, event, body, HashChain.next(appeal.head, body));
            settle(appeal, next);
            stored.add(next);
        }
        return new Changed(change, before, stored);
    }

    private void store(List<Changed> changes) {
        Writes writes = database.writes();
        events.append(changes.stream().flatMap(c -> c.events().stream()).toList(), writes);
        texts.store(changes, writes);
        projection.write(changes, writes);
        List<EventListener.Stored> told = changes.stream()
                .map(c -> new EventListener.Stored(c.change().appeal(), c.events(), c.change())).toList();
        listeners.forEach(listener -> listener.stored(told, writes));
        writes.send();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** One appeal's change, ready to be stored; {@code before} is null for a new one. */
    record Changed(Change change, Standing before, List<StoredEvent> events) {}
}
