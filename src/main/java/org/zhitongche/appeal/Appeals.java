package org.zhitongche.appeal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
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
    private final Locks locks;
    private final List<EventListener> listeners;

    public Appeals(Database database, Blobs blobs, InstantSource clock, Terms terms, List<EventListener> listeners) {
        this.database = database;
        this.clock = clock;
        this.terms = terms;
        this.events = new EventStore(database);
        this.projection = new Projection(database, terms);
        this.texts = new Texts(database, blobs);
        this.locks = new Locks(database, events);
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
                Changes changes = new Changes(now, each.actor(), each.door(), terms, texts);
                each.action().decide(changes.begin(each.id()));
                made.addAll(changes.settle());
            }
            store(made);
            return made.stream().map(changed -> changed.change().appeal()).toList();
        });
    }

    /**
     * Locks the appeal with those that change along with it, checks the version that the actor saw, decides and stores:
     * all that follows, in whichever appeal, or nothing.
     *
     * @param expectedVersion null where the actor cannot know it
     * @return the appeal after it; events may be none where there was nothing to do
     */
    public Appeal change(UUID id, Integer expectedVersion, Actor actor, Door door, Action action) {
        return database.tx().execute(status -> {
            Changes changes = new Changes(now(), actor, door, terms, texts);
            locks.lock(id, action).forEach(appeal -> changes.open(appeal, Standing.of(appeal, terms)));
            Change change = changes.get(id);
            Appeal appeal = change.appeal();
            if (expectedVersion != null && expectedVersion != appeal.version) {
                throw new Refusal("version.changed", expectedVersion, appeal.version);
            }
            Joint.decide(action, change, changes);
            List<Changed> changed = changes.settle().stream().filter(each -> !each.events().isEmpty()).toList();
            if (!changed.isEmpty()) {
                store(changed);
            }
            return appeal;
        });
    }

    /**
     * Changes many appeals with one statement a table. What is owed is written anew even where nothing was decided.
     *
     * @param former by which they stood until now
     * @param beside writes what belongs to the same transaction, when all is decided
     */
    void changeAll(UUID[] ids, Terms former, Actor actor, Action action, Consumer<Writes> beside) {
        database.tx().executeWithoutResult(status -> {
            events.lock(ids);
            List<Changed> changed = new ArrayList<>();
            Instant now = now();
            events.listEvents(ids).forEach((id, history) -> {
                Appeal appeal = fold(id, history);
                Changes changes = new Changes(now, actor, null, terms, texts);
                action.decide(changes.open(appeal, Standing.of(appeal, former)));
                changed.addAll(changes.settle());
            });
            store(changed, beside);
        });
    }

    /**
     * As {@link #change} for many appeals in one transaction, with one statement a table for all that stand by themselves;
     * those unknown are left out.
     */
    public void changeAll(List<UUID> ids, Actor actor, Action action) {
        database.tx().executeWithoutResult(status -> {
            List<UUID> together = locks.lockWithCompany(ids);
            changeAll(ids.stream().filter(id -> !together.contains(id)).toArray(UUID[]::new), terms, actor, action, writes -> { });
            together.forEach(id -> change(id, null, actor, null, action));
        });
    }

    /** What an action would decide on another calendar, without storing anything. */
    void tryAll(UUID[] ids, Terms then, Actor actor, Action action) {
        Instant now = now();
        events.listEvents(ids).forEach((id, history) -> {
            Appeal appeal = fold(id, history);
            action.decide(new Changes(now, actor, null, then, texts).open(appeal, null));
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

    static void settle(Appeal appeal, StoredEvent stored) {
        appeal.version = stored.seq();
        appeal.head = stored.hash();
        appeal.lastAt = stored.at();
    }

    private void store(List<Changed> changes) {
        store(changes, writes -> { });
    }

    private void store(List<Changed> changes, Consumer<Writes> beside) {
        Writes writes = database.writes();
        events.append(changes.stream().flatMap(c -> c.events().stream()).toList(), writes);
        texts.store(changes, writes);
        projection.write(changes, writes);
        List<EventListener.Stored> told = changes.stream()
                .map(c -> new EventListener.Stored(c.change().appeal(), c.events(), c.change())).toList();
        listeners.forEach(listener -> listener.stored(told, writes));
        beside.accept(writes);
        writes.send();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** One appeal's change, ready to be stored; {@code before} is null for a new one. */
    record Changed(Change change, Standing before, List<StoredEvent> events) {}
}
