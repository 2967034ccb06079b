package org.zhitongche.web.desk;

import java.util.ArrayList;
import java.util.List;
import org.zhitongche.appeal.Given;
import org.zhitongche.calendar.CalendarWords;
import org.zhitongche.directory.Directory;
import org.zhitongche.time.Due;
import org.zhitongche.time.ProofText;
import org.zhitongche.words.Words;

/** Writes the proof 时限依据 of a due time for people: by which rule, from what on, and day by day. */
public final class ProofLines {

    private final Proofs proofs;
    private final Words words;
    private final ProofText text;
    private final CalendarWords calendar;

    public ProofLines(Proofs proofs, Directory directory, Words words) {
        this.proofs = proofs;
        this.words = words;
        this.text = new ProofText(words::get);
        this.calendar = new CalendarWords(words, directory);
    }

    /** @param category of the case, null for none */
    public List<String> of(Given given, String category) {
        List<String> lines = new ArrayList<>();
        if (given.limit() == null) {
            lines.add(words.get("due.at", text.lastMoment(given.due())));
            lines.add(words.get("proof.named." + given.kind()));
            lines.add(words.get("proof.since", words.get("proof.from." + given.from()), text.moment(given.since())));
            return lines;
        }
        Due due = proofs.counted(given);
        lines.addAll(text.lines(due.proof()));
        lines.add(calendar.version(due.calendar()));
        lines.add(1, rule(given, category));
        lines.add(2, words.get("proof.from", words.get("proof.from." + given.from())));
        if (!due.isPaused() && !Proofs.agrees(due, given)) {
            lines.set(0, words.get("due.at", text.lastMoment(given.due())));
            lines.add(1, words.get("proof.stands", text.moment(due)));
        }
        return lines;
    }

    private String rule(Given given, String category) {
        return given.rule() == null ? words.get("proof.named." + given.kind())
            : words.get("proof.rule", words.get("rule." + given.rule()), proofs.terms().source(given.rule(), category));
    }
}
