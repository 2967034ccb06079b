package org.zhitongche.handling;

import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.LeaderNote;

/**
 * 批示反馈 by the department that the note names, also after its reply to the firm.
 *
 * @param number of the note, whole or its end such as {@code P1}; null where only one waits
 */
public record AnswerLeaderNote(UUID assignment, String number, String text, List<Attachment> attachments) implements Action {
    @Override
    public void decide(Change change) {
        Who.departmentOf(change, assignment);
        List<LeaderNote> waiting = change.appeal().openNotes().stream().filter(note -> note.assignment().equals(assignment))
                .filter(note -> number == null || note.number().equals(number) || note.number().endsWith("-" + number)).toList();
        change.require(!waiting.isEmpty(), "leader.nothing-waits");
        change.require(waiting.size() == 1, "leader.which");
        Who.needText(change, text, "text");
        change.raise(new Event.NoteAnswered(waiting.get(0).id(), change.text(Change.TextKind.NOTE, text), change.files(attachments)));
    }
}
