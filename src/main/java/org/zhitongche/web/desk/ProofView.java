package org.zhitongche.web.desk;

import java.util.ArrayList;
import java.util.List;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Terms;
import org.zhitongche.time.Limit;
import org.zhitongche.time.ProofText;
import org.zhitongche.words.Words;

/** The proofs of an appeal's due times: each day counted or skipped, and why. A department sees the appeal's and its own. */
public record ProofView(String number, String back, List<Clock> clocks) {

    /** One due time with its proof, a line a day. */
    public record Clock(String name, List<String> lines) {}

    static ProofView of(Appeal appeal, Actor viewer, String back, Terms terms, Words words, Labels labels) {
        ProofText text = new ProofText(words::get);
        List<Clock> clocks = new ArrayList<>();
        if (appeal.limit() != null) {
            clocks.add(new Clock(words.get("proof.appeal"), lines(appeal.limit(), terms, text)));
        }
        for (Assignment part : appeal.assignments()) {
            if (!viewer.is(Actor.Kind.DEPARTMENT) || part.department().equals(viewer.unit())) {
                String name = words.get("proof.part", labels.unit(part.department()), words.of("role", part.role()));
                clocks.add(new Clock(name, lines(part.limit(), terms, text)));
            }
        }
        return new ProofView(appeal.number(), back, clocks);
    }

    private static List<String> lines(Limit limit, Terms terms, ProofText text) {
        return text.lines(terms.counted(limit).proof());
    }
}
