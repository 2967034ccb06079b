package org.zhitongche.handling;

import java.time.LocalDate;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.LeaderReport;
import org.zhitongche.time.Zone;

/**
 * 批示 recorded by the centre or a supervisor: what a leader demands, by whom it is answered and until when.
 *
 * @param report  number of the report it was written on, whole or its end such as {@code Z1}; null where it came by itself
 * @param office  of the leader, never a name; null for that of the report
 * @param notedOn the day of the note
 * @param days    working days until the answer is due; null where {@code until} says it
 * @param until   the day at whose close of office the answer is due, else null
 */
public record RecordLeaderNote(String report, String office, LocalDate notedOn, String note, UUID assignment, Integer days,
                               LocalDate until) implements Action {

    private static final int LONGEST_OFFICE = 60;

    @Override
    public void decide(Change change) {
        Who.overseer(change);
        Appeal appeal = change.appeal();
        Who.demandable(change, assignment);
        LeaderReport on = on(change);
        String whose = office == null || office.isBlank() ? on == null ? null : on.office() : office.strip();
        Who.needText(change, whose, "office");
        change.require(whose.length() <= LONGEST_OFFICE, "leader.office-long", LONGEST_OFFICE);
        Who.needText(change, note, "note");
        change.require(notedOn != null, "field.required", "notedOn");
        change.require(!notedOn.isAfter(Zone.dateOf(change.at())), "leader.note-to-come");
        AnswerBy by = AnswerBy.of(change, days, until);
        change.raise(new Event.LeaderNoted(UUID.randomUUID(), appeal.number() + "-P" + (appeal.leaderNotes().size() + 1),
                on == null ? null : on.id(), whose, notedOn, change.text(Change.TextKind.LEADER_NOTE, note), assignment, by.term(), by.due()));
    }

    private LeaderReport on(Change change) {
        if (report == null || report.isBlank()) {
            return null;
        }
        LeaderReport on = change.appeal().leaderReports().stream()
                .filter(each -> each.number().equals(report.strip()) || each.number().endsWith("-" + report.strip())).findFirst().orElse(null);
        change.require(on != null, "leader.no-report");
        return on;
    }
}
