package org.zhitongche.papers;

import static java.util.Map.entry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.StoredEvent;
import org.zhitongche.calendar.CalendarWords;
import org.zhitongche.time.Due;
import org.zhitongche.time.Limit;
import org.zhitongche.time.ProofText;

/** What an approved extension moved, as the appeal stood right before and right after it. */
final class ExtensionFacts {

    /** How a proof's lines of single days begin. */
    private static final String DAY_BY_DAY = "　";

    static final Map<String, Function<Matter, String>> ALL = Map.ofEntries(
            entry("oldDue", m -> m.event() instanceof Event.ExtendedJointly e && e.units() == 0 ? due(m, e.was()) : due(m, before(m))),
            entry("newDue", m -> m.event() instanceof Event.ExtendedJointly e && e.units() == 0 ? due(m, e.due()) : due(m, after(m))),
            entry("newAppealDue", m -> m.event() instanceof Event.ExtendedJointly e && e.units() > 0 ? null : ChineseTime.limit(after(m).due())),
            entry("extensionReason", m -> m.said(m.event() instanceof Event.ExtendedJointly e ? e.asked() : asked(m).reason())),
            entry("ruling", m -> m.said(m.event() instanceof Event.ExtendedJointly e ? e.reason() : ((Event.ExtensionRuled) m.event()).reason())),
            entry("extensionTimes", m -> String.valueOf(m.terms().procedure().times("extension", m.appeal()))),
            entry("counting", ExtensionFacts::counting));

    private ExtensionFacts() {}

    private static Appeal before(Matter m) {
        return m.file().asOf(m.occasion().stored().seq() - 1);
    }

    /** With the clocks that moved in the same moment. */
    private static Appeal after(Matter m) {
        Instant at = m.occasion().stored().at();
        return m.file().asOf(m.file().events().stream().filter(stored -> !stored.at().isAfter(at)).mapToInt(StoredEvent::seq).max().orElseThrow());
    }

    private static String due(Matter m, Appeal stood) {
        return due(m, m.occasion().assignment() == null ? stood.due() : stood.getAssignment(m.occasion().assignment()).due());
    }

    private static String due(Matter m, Instant due) {
        return due == null ? m.word("paper.clock-stands") : ChineseTime.limit(due);
    }

    private static Event.ExtensionRequested asked(Matter m) {
        return (Event.ExtensionRequested) m.last(m.untilThen(), Event.ExtensionRequested.class,
                e -> e.assignment().equals(m.part().id())).orElseThrow().event();
    }

    /** Of the part; of the appeal itself where it is handled jointly. */
    private static Limit limit(Matter m, Appeal stood) {
        return m.occasion().assignment() == null ? stood.limit() : stood.getAssignment(m.occasion().assignment()).limit();
    }

    /** The proof of the new due time without its single days, which the page of the case shows, and with the calendar in words. */
    private static String counting(Matter m) {
        if (m.event() instanceof Event.ExtendedJointly e && e.units() == 0) {
            return null; // of another appeal's part, which its firm does not know
        }
        Due due = m.terms().counted(limit(m, after(m)));
        List<String> proof = new ProofText(m.speech().words()::get).lines(due.proof());
        Stream<String> counted = proof.subList(1, proof.size() - 1).stream().filter(line -> !line.startsWith(DAY_BY_DAY));
        String calendar = new CalendarWords(m.speech().words(), m.speech().directory()).version(due.calendar())
                + (due.isProvisional() ? m.word("calendar.version-provisional") : "");
        return Stream.concat(counted, Stream.of(calendar)).collect(Collectors.joining("\n"));
    }
}
