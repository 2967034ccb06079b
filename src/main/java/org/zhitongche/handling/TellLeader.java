package org.zhitongche.handling;

import java.time.LocalDate;
import java.util.List;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.LeaderNote;
import org.zhitongche.time.Zone;

/**
 * 领导批示办结回告 by the centre or a supervisor: the leader was told what came of the note, once its department has answered.
 *
 * @param number of the note, whole or its end such as {@code P1}; null where of one only the leader is still to be told
 */
public record TellLeader(String number, LocalDate day, String text) implements Action {
    @Override
    public void decide(Change change) {
        Who.overseer(change);
        List<LeaderNote> answered = change.appeal().leaderNotes().stream().filter(LeaderNote::toTell)
                .filter(note -> number == null || note.number().equals(number) || note.number().endsWith("-" + number)).toList();
        change.require(!answered.isEmpty(), "leader.nothing-to-tell");
        change.require(answered.size() == 1, "leader.which-to-tell");
        LeaderNote note = answered.get(0);
        change.require(day != null, "field.required", "toldOn");
        change.require(!day.isBefore(Zone.dateOf(note.answeredAt())) && !day.isAfter(Zone.dateOf(change.at())), "leader.told-on");
        Who.needText(change, text, "text");
        change.raise(new Event.LeaderTold(note.id(), day, change.text(Change.TextKind.NOTE, text)));
    }
}
