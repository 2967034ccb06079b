package org.zhitongche.appeal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * All that one action changes in one moment: the appeal acted on, those that go with it, and those that it begins. What
 * follows in another appeal from what a firm did is the system's doing there: nobody else learns who that firm is.
 */
final class Changes {

    private final Map<UUID, Change> all = new LinkedHashMap<>();
    private final Map<UUID, Standing> before = new LinkedHashMap<>();
    private final Instant now;
    private final Actor actor;
    private final Door door;
    private final Terms terms;
    private final Kept texts;

    /** What was said and handed in before, by id; null where there is nothing any more. */
    interface Kept {
        String read(UUID text);

        String sha256(UUID file);
    }

    Changes(Instant now, Actor actor, Door door, Terms terms, Kept texts) {
        this.now = now;
        this.actor = actor;
        this.door = door;
        this.terms = terms;
        this.texts = texts;
    }

    /** The first one is the one acted on. */
    Change open(Appeal appeal, Standing standing) {
        before.put(appeal.id, standing);
        boolean others = !all.isEmpty() && (actor.is(Actor.Kind.FIRM) || actor.is(Actor.Kind.SENDER));
        // A clock set back must not put an event before the one it follows.
        Instant at = all.values().stream().map(Change::at).reduce(latest(now, appeal.lastAt), Changes::latest);
        Change change = new Change(appeal, at, others ? Actor.SYSTEM : actor, others ? null : door, terms, this);
        all.put(appeal.id, change);
        return change;
    }

    Change begin(UUID id) {
        return open(new Appeal(id), null);
    }

    Change get(UUID id) {
        return Optional.ofNullable(all.get(id)).orElseThrow(() -> new Unknown("appeal " + id));
    }

    Collection<Change> list() {
        return List.copyOf(all.values());
    }

    String read(TextRef ref) {
        return ref == null ? null : all.values().stream().map(change -> change.bodyOf(ref)).filter(Objects::nonNull).findFirst()
                .orElseGet(() -> texts.read(ref.id()));
    }

    /** Of the file's bytes; empty once erased. */
    Optional<String> sha256(FileRef ref) {
        return all.values().stream().flatMap(change -> change.files().stream()).filter(file -> file.id().equals(ref.id()))
                .map(file -> file.attachment().content().sha256()).findFirst()
                .or(() -> Optional.ofNullable(texts.sha256(ref.id())));
    }

    /** Puts each appeal's events under its own numbers and hashes. */
    List<Appeals.Changed> settle() {
        List<Appeals.Changed> settled = new ArrayList<>();
        all.forEach((id, change) -> settled.add(new Appeals.Changed(change, before.get(id), stored(change))));
        return settled;
    }

    private static List<StoredEvent> stored(Change change) {
        Appeal appeal = change.appeal();
        List<StoredEvent> stored = new ArrayList<>();
        for (Event event : change.events()) {
            int seq = appeal.version + 1;
            byte[] body = EventCodec.write(appeal.id, seq, change.at(), change.actor(), change.door(), event);
            StoredEvent next = new StoredEvent(appeal.id, seq, change.at(), change.actor(), change.door(), event, body,
                    HashChain.next(appeal.head, body));
            Appeals.settle(appeal, next);
            stored.add(next);
        }
        return stored;
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isBefore(b) ? b : a;
    }
}
