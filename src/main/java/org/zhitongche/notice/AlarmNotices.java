package org.zhitongche.notice;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Event;
import org.zhitongche.directory.PersonRole;

/** What those who watch over time and quality are told: one alarm a case and kind, however often. */
final class AlarmNotices {

    private final NoticeParts parts;

    AlarmNotices(NoticeParts parts) {
        this.parts = parts;
    }

    void raise(Rule rule, Telling telling) {
        Appeal appeal = telling.appeal();
        PersonRole role = rule.audience() == Rule.Audience.CENTRE ? PersonRole.CENTRE : PersonRole.SUPERVISOR;
        String why = telling.event().event() instanceof Event.Escalated e
                ? parts.words().get("notice.why." + e.why(), EventFacts.late(e, parts.words())) : "";
        String text = parts.words().get("notice.alarm." + rule.kind(), appeal.number(), units(telling), why);
        parts.alarms().raise(role, "appeal." + rule.kind(), appeal.number(), text, appeal.number());
    }

    /** Whose duty it is: the department concerned, else the centre or the lead. */
    private String units(Telling telling) {
        Appeal appeal = telling.appeal();
        Stream<String> concerned = EventFacts.subject(telling.event().event()).flatMap(appeal::findPart).stream().map(Assignment::department);
        String names = concerned.map(this::name).collect(Collectors.joining("、"));
        if (!names.isEmpty()) {
            return names;
        }
        return appeal.holder().equals("CENTRE") || appeal.lead().isEmpty() ? parts.words().get("notice.centre")
                : name(appeal.lead().get().department());
    }

    private String name(String department) {
        return Names.department(parts.directory(), department);
    }
}
