package org.zhitongche.appeal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The real aggregate with neither database nor doors, so that thousands of ways through the procedure can be tried. */
public final class AppealInMemory {

    /** A state that an event led to; {@code from} is [*] where something began. */
    public record Arrow(String from, String to, String event) {}

    private final UUID id = UUID.randomUUID();
    private Terms terms;
    private final List<StoredEvent> history = new ArrayList<>();
    private final Set<Arrow> ofAppeal = new HashSet<>();
    private final Set<Arrow> ofAssignments = new HashSet<>();
    private Instant now;
    private Appeal latest;

    public AppealInMemory(Terms terms, Instant start) {
        this.terms = terms;
        this.now = start;
    }

    /** From here on other rules are in force; what it stands on stays. */
    public void under(Terms others) {
        terms = others;
        latest = fold(new HashSet<>(), new HashSet<>());
    }

    public Instant now() {
        return now;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    public List<StoredEvent> history() {
        return history;
    }

    public Set<Arrow> arrowsOfAppeal() {
        return ofAppeal;
    }

    public Set<Arrow> arrowsOfAssignments() {
        return ofAssignments;
    }

    public List<Given> givenTimes() {
        return new GivenTimes(terms).of(id, history);
    }

    /** As the bytes of its events make it; to be looked at only. */
    public Appeal appeal() {
        return latest;
    }

    /** @throws Refusal and leaves it as it was */
    public List<Event> act(Actor actor, Action action) {
        Appeal appeal = fold(new HashSet<>(), new HashSet<>());
        Changes changes = new Changes(now, actor, Door.WEB, terms, null);
        Change change = changes.open(appeal, null);
        Joint.decide(action, change, changes);
        if (change.events().isEmpty()) {
            return List.of();
        }
        for (Event event : change.events()) {
            byte[] body = EventCodec.write(id, history.size() + 1, now, actor, Door.WEB, event);
            history.add(EventCodec.read(body, HashChain.START));
        }
        latest = fold(ofAppeal, ofAssignments);
        if (!Standing.of(latest, terms).equals(Standing.of(appeal, terms))) {
            throw new AssertionError("rebuilt from its events it stands otherwise than it was decided: " + change.events());
        }
        return change.events();
    }

    private Appeal fold(Set<Arrow> appeals, Set<Arrow> assignments) {
        Appeal appeal = new Appeal(id);
        history.forEach(stored -> follow(appeal, stored.event(), stored.at(), appeals, assignments));
        return appeal;
    }

    private static void follow(Appeal appeal, Event event, Instant at, Set<Arrow> ofAppeal, Set<Arrow> ofAssignments) {
        String before = appeal.state == null ? "[*]" : appeal.state.name();
        List<String> parts = new ArrayList<>();
        appeal.assignments.values().forEach(part -> parts.add(part.state.name()));
        appeal.apply(event, at);
        add(ofAppeal, before, appeal.state.name(), event);
        int i = 0;
        for (Assignment part : appeal.assignments.values()) {
            add(ofAssignments, i < parts.size() ? parts.get(i) : "[*]", part.state.name(), event);
            i++;
        }
    }

    private static void add(Set<Arrow> arrows, String from, String to, Event event) {
        if (!from.equals(to)) {
            arrows.add(new Arrow(from, to, EventCodec.typeOf(event)));
        }
    }
}
