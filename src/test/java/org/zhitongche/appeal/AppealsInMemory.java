package org.zhitongche.appeal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Several appeals of the real aggregate with neither database nor doors: what one action changes, in whichever of them. */
public final class AppealsInMemory {

    private final Terms terms;
    private final Map<UUID, List<StoredEvent>> histories = new LinkedHashMap<>();
    private final Map<UUID, Appeal> latest = new LinkedHashMap<>();
    private final Map<UUID, String> texts = new HashMap<>();
    private final Changes.Kept kept = new Changes.Kept() {
        @Override
        public String read(UUID text) {
            return texts.get(text);
        }

        @Override
        public String sha256(UUID file) {
            return null;
        }
    };
    private Instant now;

    public AppealsInMemory(Terms terms, Instant start) {
        this.terms = terms;
        this.now = start;
    }

    public Instant now() {
        return now;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** In the order in which they began. */
    public List<Appeal> all() {
        return List.copyOf(latest.values());
    }

    /** As the bytes of its events make it; to be looked at only. */
    public Appeal get(UUID id) {
        return latest.get(id);
    }

    public List<StoredEvent> history(UUID id) {
        return histories.get(id);
    }

    public List<Given> givenTimes(UUID id) {
        return new GivenTimes(terms).of(id, histories.get(id));
    }

    public UUID create(Action action) {
        Changes changes = new Changes(now, Actor.SYSTEM, Door.WEB, terms, kept);
        UUID id = UUID.randomUUID();
        action.decide(changes.begin(id));
        keep(changes);
        return id;
    }

    /** @throws Refusal and leaves all of them as they were */
    public void act(UUID id, Actor actor, Action action) {
        Set<UUID> wanted = new TreeSet<>(action.others());
        wanted.add(id);
        for (int before = 0; before < wanted.size();) {
            before = wanted.size();
            List.copyOf(wanted).forEach(each -> wanted.addAll(find(each).company()));
        }
        Changes changes = new Changes(now, actor, Door.WEB, terms, kept);
        open(changes, id);
        wanted.stream().filter(each -> !each.equals(id)).forEach(each -> open(changes, each));
        Joint.decide(action, changes.get(id), changes);
        keep(changes);
    }

    private Appeal find(UUID id) {
        if (!latest.containsKey(id)) {
            throw new Unknown("appeal " + id);
        }
        return latest.get(id);
    }

    private void open(Changes changes, UUID id) {
        find(id);
        Appeal appeal = Appeals.fold(id, histories.get(id));
        changes.open(appeal, Standing.of(appeal, terms));
    }

    private void keep(Changes changes) {
        for (Appeals.Changed changed : changes.settle()) {
            UUID id = changed.change().appeal().id;
            List<StoredEvent> history = histories.computeIfAbsent(id, any -> new ArrayList<>());
            changed.events().forEach(event -> history.add(EventCodec.read(event.body(), event.hash())));
            changed.change().texts().forEach(text -> texts.put(text.id(), text.body()));
            latest.put(id, Appeals.fold(id, history));
            if (!Standing.of(latest.get(id), terms).equals(Standing.of(changed.change().appeal(), terms))) {
                throw new AssertionError("rebuilt from its events it stands otherwise than it was decided: " + changed.change().events());
            }
        }
    }

    /** Whether it is in the figures' cohort. */
    public boolean counted(UUID id) {
        return Standing.withoutDeadlines(latest.get(id)).appeal().counted();
    }
}
