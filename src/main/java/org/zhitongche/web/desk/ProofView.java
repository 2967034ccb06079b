package org.zhitongche.web.desk;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Duty;
import org.zhitongche.appeal.Given;
import org.zhitongche.words.Words;

/**
 * The proofs of a case's due times: each day counted or skipped, and why.
 *
 * @param back    where the case is
 * @param whole   all that the viewer may see; else the one that was asked for
 * @param running first those that run or stand
 * @param done    what was met or fell away, the latest first
 */
public record ProofView(String number, String back, boolean whole, List<Clock> running, List<Clock> done) {

    /** One due time with its proof, a line a day. */
    public record Clock(String name, List<String> lines) {}

    static ProofView of(CaseFile file, List<Given> times, boolean whole, String back, ProofLines lines, Names names, Instant now) {
        Predicate<Given> runs = given -> given.open() && !(given.kind().equals(Given.OBJECTION) && now.isAfter(given.due()));
        return new ProofView(file.appeal().number(), back, whole,
            times.stream().filter(runs).map(given -> clock(file.appeal(), given, lines, names)).toList(),
            times.stream().filter(runs.negate()).sorted((a, b) -> b.at().compareTo(a.at())).map(given -> clock(file.appeal(), given, lines, names)).toList());
    }

    private static Clock clock(Appeal appeal, Given given, ProofLines lines, Names names) {
        return new Clock(names.of(appeal, given), lines.of(given, appeal.category()));
    }

    /** What a due time is called: what is due, and by whom. */
    record Names(Words words, Labels labels) {

        String of(Appeal appeal, Given given) {
            String what = given.is(Duty.TRIAGE) && given.rule().equals("ruling") ? words.get("proof.ruling") : words.get("duty." + given.kind());
            if (given.subject().equals(appeal.id())) {
                return given.is(Duty.REPLY) ? words.get("proof.appeal") : what;
            }
            return appeal.findPart(given.subject()).map(part -> words.get("proof.part", what, labels.unit(part.department()),
                words.of("role", part.role()))).orElse(what);
        }
    }
}
