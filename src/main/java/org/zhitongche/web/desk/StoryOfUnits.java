package org.zhitongche.web.desk;

import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.StoredEvent;
import org.zhitongche.words.Words;

/** What changed who has a part, as people read it. */
final class StoryOfUnits {

    private final CaseFile file;
    private final Words words;
    private final Labels labels;
    private final Story story;

    StoryOfUnits(CaseFile file, Words words, Labels labels, Story story) {
        this.file = file;
        this.words = words;
        this.labels = labels;
        this.story = story;
    }

    /** Null where it is no such event. */
    StoryLine tell(StoredEvent s) {
        if (s.event() instanceof Event.Transferred e) {
            StoryLine line = story.byItself(s, say("story.transferred", labels.unit(e.from()), labels.unit(e.to()), e.document()));
            return e.acknowledgeDue() == null ? line
                : line.with(List.of(say("story.transferred.acknowledge", Story.time(e.acknowledgeDue())))).under(story.rule("acknowledge"));
        } else if (s.event() instanceof Event.Succeeded e) {
            return story.byItself(s, say("story.succeeded", labels.unit(e.from()), labels.unit(e.to()), e.document())).quietly();
        } else if (s.event() instanceof Event.PartCancelled e) {
            return story.byItself(s, say("story.part-cancelled", story.unit(e.assignment()), words.get(e.why())));
        } else if (s.event() instanceof Event.Recused e) {
            return recused(s, e);
        } else if (s.event() instanceof Event.RecusalLifted e) {
            return story.line(s, say("story.recusal-lifted", whom(e.units(), e.person()))).saying(file.text(e.reason()));
        } else if (s.event() instanceof Event.LeftWithOthers e) {
            return story.line(s, say("story.left-with-others")).saying(file.text(e.reason()));
        } else if (s.event() instanceof Event.PassedOn e) {
            return story.line(s, say("story.passed." + e.way(), story.unit(e.assignment()), labels.unit(e.to()))).saying(file.text(e.reason()))
                .with(List.of(say(e.answerable() ? "story.passed.answerable" : "story.passed.released")));
        }
        return null;
    }

    private StoryLine recused(StoredEvent s, Event.Recused e) {
        StoryLine line = story.line(s, say("story.recused", whom(e.units(), e.person()))).saying(file.text(e.reason()));
        return e.units().size() < 2 ? line : line.with(List.of(say("story.recused.below", e.units().size() - 1)));
    }

    private String whom(List<String> units, String person) {
        return person == null ? labels.unit(units.isEmpty() ? null : units.get(0)) : labels.officer(UUID.fromString(person));
    }

    private String say(String key, Object... args) {
        return words.get(key, args);
    }
}
