package org.zhitongche.web.desk;

import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.StoredEvent;
import org.zhitongche.words.Words;

/** What the firm was asked and said, and what followed from it, as people read it. */
final class StoryOfSurvey {

    private final CaseFile file;
    private final Words words;
    private final Story story;

    StoryOfSurvey(CaseFile file, Words words, Story story) {
        this.file = file;
        this.words = words;
        this.story = story;
    }

    /** Null where it is no event of the survey. */
    StoryLine tell(StoredEvent s) {
        StoryLine line = asked(s);
        return line == null ? followed(s) : line;
    }

    private StoryLine asked(StoredEvent s) {
        if (s.event() instanceof Event.ReplyAmended e) {
            return story.line(s, say("story.amended")).saying(file.text(e.text())).having(file.files(e.files()));
        } else if (s.event() instanceof Event.PromiseFulfilled e) {
            return story.line(s, say("story.promise-fulfilled")).saying(file.text(e.text())).having(file.files(e.files()));
        } else if (s.event() instanceof Event.SurveyOpened e && e.promise()) {
            return story.byItself(s, say("story.promise-asked", Story.time(e.closes()))).under(story.rule("survey"));
        } else if (s.event() instanceof Event.SurveyOpened e) {
            return story.byItself(s, say("story.survey", e.round(), Story.time(e.closes()))).under(story.rule("survey"));
        } else if (s.event() instanceof Event.Rated e) {
            String said = e.solved() == null ? say("story.rated-answer", words.of("satisfaction", e.satisfaction()))
                : say("story.rated", say(e.solved() ? "case.solved" : "case.not-solved"), words.of("satisfaction", e.satisfaction()));
            return story.line(s, said).saying(file.text(e.comment()));
        } else if (s.event() instanceof Event.SurveyLapsed) {
            return story.byItself(s, say("story.lapsed"));
        } else if (s.event() instanceof Event.Archived e) {
            return story.byItself(s, say(archived(e)));
        }
        return null;
    }

    /** A rating of the first answer stays one where the question that followed it stayed without an answer. */
    private String archived(Event.Archived e) {
        if (e.rated() || file.events().stream().anyMatch(each -> each.event() instanceof Event.Rated)) {
            return "story.archived";
        }
        boolean asked = file.events().stream().anyMatch(each -> each.event() instanceof Event.SurveyOpened);
        return asked ? "story.archived-unrated" : "story.archived-unasked";
    }

    private StoryLine followed(StoredEvent s) {
        if (s.event() instanceof Event.Reopened) {
            return story.byItself(s, say("story.reopened"));
        } else if (s.event() instanceof Event.ReworkPending e) {
            return story.byItself(s, say("story.rework-pending", Story.time(e.decideBy()))).under(story.rule("ruling"));
        } else if (s.event() instanceof Event.Explained e) {
            return story.line(s, say("story.explained")).saying(file.text(e.text())).having(file.files(e.files()));
        } else if (s.event() instanceof Event.RatingObjected e) {
            return story.line(s, say("story.objected", Story.time(e.ruling()))).saying(file.text(e.reason())).having(file.files(e.files()))
                .under(story.rule("objection"));
        } else if (s.event() instanceof Event.ObjectionRuled e) {
            return story.line(s, say(e.upheld() ? "story.objection-upheld" : "story.objection-unfounded", unit(e))).saying(file.text(e.reason()));
        }
        return null;
    }

    private String unit(Event.ObjectionRuled ruled) {
        return file.appeal().objections().stream().filter(each -> each.id().equals(ruled.id()))
            .map(each -> each.department() == null ? story.unit(each.assignment()) : story.unit(each.department())).findFirst().orElse("—");
    }

    private String say(String key, Object... args) {
        return words.get(key, args);
    }
}
