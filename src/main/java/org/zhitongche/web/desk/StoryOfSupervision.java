package org.zhitongche.web.desk;

import java.util.UUID;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.StoredEvent;
import org.zhitongche.words.Words;

/** What those above were told and demanded, as people read it. */
final class StoryOfSupervision {

    private final CaseFile file;
    private final Words words;
    private final Story story;

    StoryOfSupervision(CaseFile file, Words words, Story story) {
        this.file = file;
        this.words = words;
        this.story = story;
    }

    /** Null where it is no event of supervision. */
    StoryLine tell(StoredEvent s) {
        if (s.event() instanceof Event.Escalated e) {
            return escalated(s, e);
        } else if (s.event() instanceof Event.OrderIssued e) {
            return story.line(s, words.get("story.order", e.number(), story.unit(e.assignment()), Story.time(e.due()))).saying(file.text(e.demand()));
        } else if (s.event() instanceof Event.PutBeforeLeader e) {
            return story.line(s, words.get("story.put-before-leader", e.office(), e.number())).saying(file.text(e.summary()));
        } else if (s.event() instanceof Event.LeaderNoted e) {
            return story.line(s, words.get("story.leader-noted", e.office(), e.number(), story.unit(e.assignment()), Story.time(e.due()))).saying(file.text(e.note()));
        } else if (s.event() instanceof Event.NoteAnswered e) {
            return story.line(s, words.get("story.note-answered", note(e.id()))).saying(file.text(e.text())).having(file.files(e.files()));
        } else if (s.event() instanceof Event.LeaderTold e) {
            return story.line(s, words.get("story.leader-told", note(e.id()), e.day())).saying(file.text(e.text()));
        } else if (s.event() instanceof Event.OrderAnswered e) {
            return story.line(s, words.get("story.order-answered", number(e))).saying(file.text(e.text())).having(file.files(e.files()));
        }
        return null;
    }

    private String number(Event.OrderAnswered e) {
        return file.appeal().orders().stream().filter(order -> order.id().equals(e.id())).findFirst().orElseThrow().number();
    }

    private String note(UUID id) {
        return file.appeal().leaderNotes().stream().filter(note -> note.id().equals(id)).findFirst().orElseThrow().number();
    }

    private StoryLine escalated(StoredEvent s, Event.Escalated e) {
        String why = e.duty() == null ? words.find("story.escalated." + e.why()).orElse(e.why())
            : words.get("story.escalated.late", story.unit(e.subject()), words.of("duty", e.duty()), Story.time(e.due()));
        String what = words.get("story.escalated", words.of("above", e.to()), why);
        return e.said() == null ? story.byItself(s, what) : story.line(s, what).saying(file.text(e.said()));
    }
}
