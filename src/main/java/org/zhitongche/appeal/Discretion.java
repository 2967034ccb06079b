package org.zhitongche.appeal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What is said in a joint case is read by every firm in it, none of which may learn of another: so it names none of them. */
final class Discretion {

    private static final Set<Class<? extends Event>> FOR_FIRMS = Set.of(Event.AnsweredDirectly.class, Event.StageReplied.class,
            Event.InformationRequested.class, Event.ExtensionRequested.class, Event.ExtensionRuled.class,
            Event.PromiseFulfilled.class, Event.ReplyAmended.class, Event.Suspended.class, Event.Resumed.class, Event.Terminated.class, Event.Explained.class);

    private Discretion() {}

    /** Refuses an event whose words for the firm name one of the firms in the joint case. */
    static void check(Change change, Event event) {
        if (event instanceof Event.AskedJointly asked) {
            change.require(!namesOther(change, asked.text()), "joint.names-a-firm");
        }
        if (!change.appeal().joint()) {
            return;
        }
        String said = String.join("\n", read(event).stream().map(change::read).filter(Objects::nonNull).toList());
        if (said.isBlank()) {
            return;
        }
        List<Appeal> all = new ArrayList<>(List.of(change.appeal()));
        change.appeal().children().forEach(child -> all.add(change.of(child.id()).appeal()));
        if (severalFirms(all)) {
            change.require(all.stream().flatMap(appeal -> names(change, appeal)).noneMatch(said::contains), "joint.names-a-firm");
        }
    }

    /** What one firm reads may name itself, but none of the others. */
    static boolean namesOther(Change child, TextRef words) {
        String said = Objects.toString(child.read(words), "");
        Change joint = child.handled();
        List<Appeal> others = new ArrayList<>(List.of(joint.appeal()));
        joint.appeal().children().forEach(each -> others.add(child.of(each.id()).appeal()));
        List<String> own = names(child, child.appeal()).toList();
        return others.stream().filter(each -> !each.id.equals(child.appeal().id)).flatMap(each -> names(child, each))
                .filter(name -> !own.contains(name)).anyMatch(said::contains);
    }

    private static boolean severalFirms(List<Appeal> all) {
        Set<Object> firms = new HashSet<>();
        all.forEach(appeal -> firms.add(appeal.uscc == null ? appeal.id : appeal.uscc));
        return firms.size() > 1;
    }

    /** Of a person's name alone nobody can tell whether it is meant. */
    private static Stream<String> names(Change change, Appeal appeal) {
        Reachable firm = Reachable.read(change.read(appeal.contact));
        return Stream.of(appeal.number, appeal.uscc, firm.firm(), firm.phone(), firm.email()).filter(Objects::nonNull)
                .map(String::strip).filter(name -> name.length() >= 4);
    }

    /** The texts of an event that the firm reads. */
    private static List<TextRef> read(Event event) {
        if (event instanceof Event.ReplyHandedIn e) {
            return some(e.text(), e.wayForward());
        } else if (event instanceof Event.NotAccepted e) {
            return some(e.reason(), e.rightWay());
        } else if (!FOR_FIRMS.contains(event.getClass())) {
            return List.of();
        }
        return some(event instanceof Event.WithText e ? e.text() : ((Event.WithReason) event).reason());
    }

    private static List<TextRef> some(TextRef... refs) {
        return Arrays.stream(refs).filter(Objects::nonNull).toList();
    }
}
