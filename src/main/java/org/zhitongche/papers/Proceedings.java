package org.zhitongche.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.StoredEvent;
import org.zhitongche.appeal.TextRef;
import org.zhitongche.words.TemplateLine;

/** 办理经过: what happened to an appeal, who did it and when; what has no words here is left out. */
final class Proceedings {

    static final String BLOCK = "record";
    private static final List<Integer> WIDTHS = List.of(26, 28, 46);

    private final Matter matter;

    Proceedings(Matter matter) {
        this.matter = matter;
    }

    Block.Table table() {
        List<List<Block.Cell>> rows = new ArrayList<>();
        matter.file().events().forEach(stored -> what(stored).ifPresent(what -> rows.add(List.of(
                Block.Cell.of(ChineseTime.moment(stored.at())), Block.Cell.of(who(stored.actor())), Block.Cell.of(what)))));
        return new Block.Table(List.of(matter.word("paper.record.at"), matter.word("paper.record.who"), matter.word("paper.record.what")),
                WIDTHS, rows);
    }

    private Optional<String> what(StoredEvent stored) {
        String said = Optional.ofNullable(said(stored.event())).map(matter::said)
                .map(text -> TemplateLine.fill("{{said}}", name -> Values.shaped(text))).orElse(null);
        return matter.speech().words().find("paper.record." + stored.event().getClass().getSimpleName())
                .map(word -> said == null ? word : matter.word("paper.record.saying", word, said));
    }

    private static TextRef said(Event event) {
        if (event instanceof Event.Contacted e) {
            return e.note();
        } else if (event instanceof Event.OpinionGiven e) {
            return e.text();
        } else if (event instanceof Event.SentBack e) {
            return e.reason();
        } else if (event instanceof Event.InformationRequested e) {
            return e.text();
        } else if (event instanceof Event.ExtensionRequested e) {
            return e.reason();
        }
        return null;
    }

    private String who(Actor actor) {
        return switch (actor.kind()) {
            case DEPARTMENT -> matter.speech().unit(actor.unit());
            case CENTRE, SUPERVISOR -> actor.name();
            case SYSTEM, FIRM, SENDER -> matter.word("paper.record.who." + actor.kind());
        };
    }
}
