package org.zhitongche.web.desk;

import java.util.List;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.StoredEvent;
import org.zhitongche.words.Words;

/**
 * How one appeal became several, and several one. Numbers of others stand where the reader has them anyway: of a piece,
 * and of a child for those who handle the joint case; a child's departments read of no other number.
 */
final class StoryOfCompany {

    private final CaseFile file;
    private final Words words;
    private final Labels labels;
    private final Story story;

    StoryOfCompany(CaseFile file, Words words, Labels labels, Story story) {
        this.file = file;
        this.words = words;
        this.labels = labels;
        this.story = story;
    }

    /** Null where it is about this appeal alone. */
    StoryLine tell(StoredEvent s) {
        if (s.event() instanceof Event.Submitted e && e.pieceOf() != null) {
            return story.line(s, words.get("story.piece"));
        } else if (s.event() instanceof Event.Split e) {
            return story.line(s, words.get("story.split", e.pieces().size())).saying(file.text(e.reason()))
                .with(e.pieces().stream().map(piece -> words.get("story.split.piece", piece.number())).toList());
        } else if (s.event() instanceof Event.Merged e) {
            return story.line(s, words.get("story.merged")).saying(file.text(e.reason()));
        } else if (s.event() instanceof Event.Unmerged e) {
            String what = "story.unmerged." + e.why();
            return story.line(s, words.get(what)).saying(file.text(e.reason()));
        }
        StoryLine line = ofTheJointCase(s);
        return line == null ? ofTheChild(s) : line;
    }

    private StoryLine ofTheJointCase(StoredEvent s) {
        if (s.event() instanceof Event.TookIn e) {
            return story.line(s, words.get("story.took-in")).with(number(e.number()));
        } else if (s.event() instanceof Event.LetGo e) {
            String what = "story.let-go." + e.why();
            return story.line(s, words.get(what)).with(number(e.number()));
        } else if (s.event() instanceof Event.ChildAsked e) {
            return story.line(s, words.get("story.child-asked")).with(number(e.number()));
        } else if (s.event() instanceof Event.ChildHeard e) {
            String what = "story.child-heard." + e.what();
            return story.byItself(s, words.get(what)).with(number(e.number()));
        }
        return null;
    }

    private List<String> number(String number) {
        return List.of(words.get("story.took-in.number", number));
    }

    private StoryLine ofTheChild(StoredEvent s) {
        if (s.event() instanceof Event.HandledJointly e) {
            return story.byItself(s, words.get("story.handled-jointly", labels.units(e.units())));
        } else if (s.event() instanceof Event.AnsweredJointly e) {
            return story.byItself(s, words.get("story.answered-jointly")).having(file.files(e.files()));
        } else if (s.event() instanceof Event.AmendedJointly e) {
            return story.byItself(s, words.get("story.amended-jointly", labels.unit(e.department()))).having(file.files(e.files()));
        } else if (s.event() instanceof Event.FulfilledJointly e) {
            return story.byItself(s, words.get("story.fulfilled-jointly", labels.unit(e.department()))).having(file.files(e.files()));
        } else if (s.event() instanceof Event.AskedJointly e) {
            return story.line(s, words.get("story.asked-jointly", labels.unit(e.department()))).saying(file.text(e.text()));
        } else if (s.event() instanceof Event.SuppliedJointly) {
            return story.byItself(s, words.get("story.supplied-jointly"));
        } else if (s.event() instanceof Event.ExtendedJointly e) {
            String what = e.units() == 0 ? words.get("story.extended-jointly-part", labels.unit(e.department())) : words.get("story.extended-jointly", e.units());
            return story.byItself(s, what).saying(file.text(e.reason()));
        }
        return null;
    }
}
