package org.zhitongche.web.desk;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealReads.File;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Event;
import org.zhitongche.web.Form;
import org.zhitongche.web.Option;

/**
 * One appeal on the triage desk.
 *
 * @param options    one a key
 * @param place      where it stands among those that wait, from 1; 0 where it does not wait any more
 * @param waiting    how many do
 * @param previous   null for the first
 * @param next       null for the last
 * @param units      for a choice of one's own
 * @param typed      what was sent and refused
 * @param once       makes a form sent twice count once
 */
public record TriageView(CaseFile file, Labels labels, List<TriageOption> options, Due due, int place, int waiting, UUID previous, UUID next,
                         List<Option> categories, UnitChoice units, Typed typed, Function<File, String> links, UUID once) {

    /** A choice that no candidate has. */
    public static final String OWN = "own";

    public Appeal appeal() {
        return file.appeal();
    }

    public String address() {
        return TriageDesk.AT + "/" + appeal().id();
    }

    public Event.Submitted submitted() {
        return file.latest(Event.Submitted.class);
    }

    public List<String> doubts() {
        Event.Triaged triaged = file.latest(Event.Triaged.class);
        return triaged == null ? List.of() : triaged.doubts();
    }

    public List<String> why() {
        Event.Triaged triaged = file.latest(Event.Triaged.class);
        return triaged == null ? List.of() : triaged.why();
    }

    public Form dispatching() {
        if (typed.is("dispatch")) {
            return typed.form();
        }
        return Form.empty().with("choice", options.isEmpty() ? OWN : options.get(0).value()).with("own-category", appeal().category());
    }

    /** The suspected ground is chosen beforehand; a person decides. */
    public Form refusing() {
        if (typed.is("refuse")) {
            return typed.form();
        }
        return Form.empty().with("ground", doubts().stream().filter(doubt -> doubt.startsWith("doubt.ground.")).findFirst()
            .map(doubt -> doubt.substring("doubt.ground.".length())).orElse(null));
    }
}
