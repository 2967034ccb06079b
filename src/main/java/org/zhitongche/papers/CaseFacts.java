package org.zhitongche.papers;

import static java.util.Map.entry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.StoredEvent;

/** What every paper about an appeal can name. */
final class CaseFacts {

    static final Map<String, Function<Matter, String>> ALL = Map.ofEntries(
            entry("number", m -> m.appeal().number()),
            entry("title", m -> line(m.said(m.appeal().title()))),
            entry("text", m -> m.said(m.appeal().text())),
            entry("firm", CaseFacts::firm),
            entry("mayName", m -> m.word("paper.may-name." + m.appeal().mayName().to())),
            entry("uscc", m -> m.file().row().uscc()),
            entry("contact", m -> line(m.file().firm().name())),
            entry("phone", m -> line(m.file().firm().phone())),
            entry("email", m -> line(m.file().firm().email())),
            entry("type", m -> m.speech().words().of("type", m.appeal().type())),
            entry("source", m -> m.speech().words().of("source", m.appeal().source())),
            entry("category", m -> m.speech().category(m.appeal().category())),
            entry("region", m -> m.speech().region(m.appeal().region())),
            entry("receivedAt", m -> ChineseTime.moment(m.appeal().firstReceived())),
            entry("acceptedAt", m -> ChineseTime.moment(acceptedAt(m))),
            entry("departments", CaseFacts::departments),
            entry("appealDue", m -> ChineseTime.limit(firstDue(m))),
            entry("files", CaseFacts::files));

    private CaseFacts() {}

    /** As it is registered or called itself; where it wants not to be named that is said. */
    private static String firm(Matter m) {
        boolean hidden = m.file().firm().firm() == null && m.file().row().firm() == null && !m.appeal().mayName().handler();
        String name = Optional.ofNullable(m.file().firmName()).orElse(m.file().firm().name());
        return hidden ? m.word("paper.firm-hidden") : name == null ? m.word("paper.firm-unknown") : line(name);
    }

    private static Instant acceptedAt(Matter m) {
        return m.last(m.file().events(), Event.Accepted.class, e -> true).map(StoredEvent::at).orElse(null);
    }

    /** Who answers it, from the first dispatch on. */
    private static String departments(Matter m) {
        List<Assignment> parts = m.appeal().assignments().stream()
                .filter(part -> part.state().open() || part.completedAt() != null).toList();
        return parts.isEmpty() ? null : m.speech().units(parts);
    }

    /** The appeal's own due time as it was first given; later ones have papers of their own. */
    private static Instant firstDue(Matter m) {
        Appeal now = m.appeal();
        return m.file().events().stream().map(StoredEvent::event)
                .map(event -> event instanceof Event.Dispatched e ? e.due() : event instanceof Event.AnsweredDirectly e ? e.due() : null)
                .filter(due -> due != null).findFirst().orElse(now.due());
    }

    private static String files(Matter m) {
        Event.Submitted submitted = m.file().latest(Event.Submitted.class);
        List<String> names = m.file().files(submitted.files()).stream().map(file -> line(file.name())).toList();
        return names.isEmpty() ? null : String.join("\n", names);
    }

    static String line(String text) {
        return text == null ? null : text.replaceAll("\\s+", " ").strip();
    }
}
