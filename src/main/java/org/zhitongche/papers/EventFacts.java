package org.zhitongche.papers;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Order;
import org.zhitongche.appeal.StoredEvent;

/** What the paper's own event brought. */
final class EventFacts {

    static final Map<String, Function<Matter, String>> NOT_ACCEPTED = Map.of(
            "ground", m -> m.speech().words().of("notice.ground", ((Event.NotAccepted) m.event()).ground()),
            "reason", m -> m.said(((Event.NotAccepted) m.event()).reason()),
            "rightWay", m -> m.said(((Event.NotAccepted) m.event()).rightWay()));

    static final Map<String, Function<Matter, String>> INFORMATION = Map.of(
            "asked", m -> m.said(m.event() instanceof Event.AskedJointly e ? e.text() : ((Event.InformationRequested) m.event()).text()),
            "until", m -> ChineseTime.limit(m.event() instanceof Event.AskedJointly e ? e.until() : ((Event.InformationRequested) m.event()).until()));

    static final Map<String, Function<Matter, String>> ORDER = Map.ofEntries(
            entry("order", m -> order(m).number()),
            entry("demand", m -> m.said(order(m).demand())),
            entry("issuedAt", m -> ChineseTime.moment(order(m).issuedAt())),
            entry("orderDue", m -> ChineseTime.limit(order(m).due())),
            entry("feedback", m -> m.said(order(m).answer())),
            entry("feedbackAt", m -> ChineseTime.moment(order(m).answeredAt())));

    static final Map<String, Function<Matter, String>> REPORT = Map.of(
            "report", m -> ((Event.PutBeforeLeader) m.event()).number(),
            "office", m -> ((Event.PutBeforeLeader) m.event()).office(),
            "summary", m -> m.said(((Event.PutBeforeLeader) m.event()).summary()),
            "note", EventFacts::notes);

    /** Of the reply that the paper is about; on a sheet that lives, of the latest one. */
    static final Map<String, Function<Matter, String>> REPLY = Map.ofEntries(
            entry("replier", m -> m.event() instanceof Event.AnsweredJointly e && e.department() != null ? m.speech().unit(e.department())
                    : m.occasion().assignment() == null ? m.centre() : m.speech().unit(m.part().department())),
            entry("reply", EventFacts::reply),
            entry("conclusion", m -> handedIn(m).map(e -> m.speech().words().of("notice.conclusion", e.conclusion())).orElse(null)),
            entry("promised", m -> handedIn(m).map(e -> ChineseTime.day(e.promised())).orElse(null)),
            entry("wayForward", m -> handedIn(m).map(e -> m.said(e.wayForward())).orElse(null)),
            entry("signatory", m -> handedIn(m).map(Event.ReplyHandedIn::signatory).orElse(null)));

    private EventFacts() {}

    private static Order order(Matter m) {
        Event.OrderIssued issued = (Event.OrderIssued) m.event();
        return m.appeal().orders().stream().filter(order -> order.id().equals(issued.id())).findFirst().orElseThrow();
    }

    /** What the leader has written on the report so far. */
    private static String notes(Matter m) {
        UUID report = ((Event.PutBeforeLeader) m.event()).id();
        String notes = m.file().events().stream().map(StoredEvent::event)
                .filter(event -> event instanceof Event.LeaderNoted noted && report.equals(noted.report())).map(Event.LeaderNoted.class::cast)
                .map(noted -> m.word("paper.note", noted.office(), ChineseTime.day(noted.notedOn()), m.said(noted.note())))
                .collect(Collectors.joining("\n"));
        return notes.isEmpty() ? null : notes;
    }

    private static String reply(Matter m) {
        if (m.event() instanceof Event.AnsweredDirectly direct) {
            return m.said(direct.text());
        } else if (m.event() instanceof Event.AnsweredJointly jointly) {
            return m.said(jointly.text());
        }
        return handedIn(m).map(e -> m.said(e.text())).orElseGet(() -> opinion(m));
    }

    private static Optional<Event.ReplyHandedIn> handedIn(Matter m) {
        if (m.event() instanceof Event.AnsweredJointly e) {
            return e.conclusion() == null ? Optional.empty() : Optional.of(new Event.ReplyHandedIn(null, e.conclusion(), e.text(), e.promised(),
                    e.wayForward(), e.files(), e.signatory(), null, null));
        }
        boolean living = m.occasion().kind() == PaperKind.HANDLING;
        return m.last(living ? m.file().events() : m.untilThen(), Event.ReplyHandedIn.class,
                e -> e.assignment().equals(m.occasion().assignment())).map(StoredEvent::event).map(Event.ReplyHandedIn.class::cast);
    }

    private static String opinion(Matter m) {
        return m.last(m.file().events(), Event.OpinionGiven.class, e -> e.assignment().equals(m.occasion().assignment()))
                .map(stored -> m.said(((Event.OpinionGiven) stored.event()).text())).orElse(null);
    }
}
