package org.zhitongche.web.desk;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.StoredEvent;
import org.zhitongche.words.Words;

/** What stopped, moved or ended the clocks, as people read it. */
final class StoryOfClocks {

    private final CaseFile file;
    private final Words words;
    private final Labels labels;
    private final Story story;

    StoryOfClocks(CaseFile file, Words words, Labels labels, Story story) {
        this.file = file;
        this.words = words;
        this.labels = labels;
        this.story = story;
    }

    /** Null where it is no event of clocks. */
    StoryLine tell(StoredEvent s) {
        StoryLine line = departments(s);
        return line == null ? centre(s) : line;
    }

    private StoryLine departments(StoredEvent s) {
        if (s.event() instanceof Event.InformationRequested e) {
            return story.line(s, say("story.asked", Story.time(e.until()))).saying(file.text(e.text())).under(story.rule("information"));
        } else if (s.event() instanceof Event.ClockResumed e) {
            return story.byItself(s, say("story.clock." + e.how(), story.unit(e.assignment())));
        } else if (s.event() instanceof Event.ExtensionRequested e) {
            return story.line(s, say("story.extension-asked", e.newDate(), Story.time(e.ruling()))).saying(file.text(e.reason())).under(story.rule("ruling"));
        } else if (s.event() instanceof Event.StageReplied e) {
            return story.line(s, say("story.stage")).saying(file.text(e.text())).having(file.files(e.files()));
        }
        return null;
    }

    private StoryLine centre(StoredEvent s) {
        if (s.event() instanceof Event.ExtensionRuled e) {
            return story.line(s, say(e.granted() ? "story.extension-granted" : "story.extension-refused", story.unit(e.assignment())))
                .saying(file.text(e.reason()));
        } else if (s.event() instanceof Event.Suspended e) {
            return story.line(s, say("story.suspended", Story.time(e.review()))).saying(file.text(e.reason()));
        } else if (s.event() instanceof Event.Resumed e) {
            return story.line(s, say("story.resumed")).saying(file.text(e.reason()));
        } else if (s.event() instanceof Event.Terminated e) {
            return story.line(s, say("story.terminated", words.of("ending", e.ending()))).saying(file.text(e.reason()));
        } else if (s.event() instanceof Event.MarkedHard e) {
            String hard = Event.MarkedHard.DISPUTE.equals(e.why()) ? "story.hard-dispute" : "story.hard";
            return story.line(s, say(hard)).saying(file.text(e.reason())).under(story.rule("hard"));
        } else if (s.event() instanceof Event.Prioritised e) {
            return story.line(s, say("story.priority", e.why().stream().map(words::get).collect(Collectors.joining("、"))));
        } else if (s.event() instanceof Event.PrioritySuggested e) {
            return story.byItself(s, say("story.priority-suggested", e.why().stream().map(words::get).collect(Collectors.joining("、"))));
        } else if (s.event() instanceof Event.ClocksMoved e) {
            return story.byItself(s, say("story.moved", words.get(e.why())))
                .with(Stream.concat(e.moved().stream().map(this::moved), e.otherDuties().stream().map(this::moved)).toList()).quietly();
        } else if (s.event() instanceof Event.DutiesMoved e) {
            return story.byItself(s, say("story.moved", words.get(e.why()))).with(e.moved().stream().map(this::moved).toList()).quietly();
        }
        return null;
    }

    private String moved(Event.Moved moved) {
        String whose = file.appeal().findAssignment(moved.subject()).map(a -> labels.unit(a.department())).orElse(say("story.moved-appeal"));
        return moved.clock().due() == null ? say("story.moved-paused", whose) : say("story.moved-to", whose, Story.time(moved.clock().due()));
    }

    private String moved(Event.MovedDuty moved) {
        String duty = words.of("duty", moved.duty());
        return moved.due() == null ? say("story.moved-away", duty) : say("story.moved-to", duty, Story.time(moved.due()));
    }

    private String say(String key, Object... args) {
        return words.get(key, args);
    }
}
