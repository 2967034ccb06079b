package org.zhitongche.documents;

import java.util.List;
import java.util.stream.Collectors;
import org.zhitongche.intake.Outcome;
import org.zhitongche.words.Words;

/** Something that came in and cannot become what it was meant to be: to be kept and looked at, or refused for a limit. */
public final class BadDocument extends RuntimeException {

    private final Outcome outcome;
    private final List<Fault> faults;

    public BadDocument(Outcome outcome, List<Fault> faults) {
        super(faults.stream().map(Fault::message).collect(Collectors.joining("；")), null, false, false);
        this.outcome = outcome;
        this.faults = List.copyOf(faults);
    }

    /** @param rule its sentence stands in the words under {@code fault.<rule>} */
    public static BadDocument because(Words words, Outcome outcome, String field, String rule, Object... args) {
        return new BadDocument(outcome, List.of(new Fault(field, rule, words.get("fault." + rule, args))));
    }

    /** QUARANTINED where it is not understood, REFUSED where a limit or a right stands against it. */
    public Outcome outcome() {
        return outcome;
    }

    public List<Fault> faults() {
        return faults;
    }

    /** The first one's rule: what the ledger says. */
    public String rule() {
        return faults.get(0).rule();
    }
}
