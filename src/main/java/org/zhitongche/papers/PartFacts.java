package org.zhitongche.papers;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.StoredEvent;

/** What a paper about one unit's part can name besides the case. */
final class PartFacts {

    static final Map<String, Function<Matter, String>> ALL = Map.ofEntries(
            entry("department", PartFacts::department),
            entry("role", m -> m.speech().role(m.part())),
            entry("others", PartFacts::others),
            entry("why", PartFacts::why),
            entry("rework", m -> m.part().rework() ? m.word("paper.rework") : null),
            entry("dispatchedAt", m -> ChineseTime.moment(m.part().dispatchedAt())),
            entry("acknowledgeDue", m -> ChineseTime.limit(m.part().acknowledgeDue())),
            entry("acknowledgedAt", m -> ChineseTime.moment(m.part().acknowledgedAt())),
            entry("contactedAt", m -> ChineseTime.moment(m.part().contactedAt())),
            entry("givenDue", m -> assigned(m).map(each -> ChineseTime.limit(each.due())).orElse(null)),
            entry("partDue", m -> m.part().due() == null ? m.word("paper.clock-stands") : ChineseTime.limit(m.part().due())),
            entry("handedInAt", m -> ChineseTime.moment(m.part().handedInAt())));

    private PartFacts() {}

    /** For a child's firm the one that has the joint case; which one extended it older events do not tell. */
    private static String department(Matter m) {
        if (m.event() instanceof Event.ExtendedJointly e && e.department() == null) {
            return m.appeal().jointUnits().stream().map(unit -> m.speech().unit(unit.department())).findFirst().orElse(null);
        }
        return m.speech().unit(m.event() instanceof Event.AskedJointly e ? e.department()
                : m.event() instanceof Event.ExtendedJointly e ? e.department() : m.part().department());
    }

    private static String others(Matter m) {
        List<Assignment> others = m.appeal().assignments().stream()
                .filter(part -> !part.id().equals(m.part().id()) && (part.state().open() || part.completedAt() != null)).toList();
        return others.isEmpty() ? null : m.speech().units(others);
    }

    private static String why(Matter m) {
        return dispatched(m).map(Event.Dispatched::why).filter(why -> !why.isEmpty()).map(why -> String.join("\n", why)).orElse(null);
    }

    /** The limits as they were given with the dispatch, whatever moved them later. */
    private static Optional<Event.Assigned> assigned(Matter m) {
        return dispatched(m).flatMap(e -> e.assignments().stream().filter(each -> each.id().equals(m.part().id())).findFirst());
    }

    private static Optional<Event.Dispatched> dispatched(Matter m) {
        return m.file().events().stream().map(StoredEvent::event).filter(Event.Dispatched.class::isInstance).map(Event.Dispatched.class::cast)
                .filter(e -> e.assignments().stream().anyMatch(each -> each.id().equals(m.part().id()))).findFirst();
    }
}
