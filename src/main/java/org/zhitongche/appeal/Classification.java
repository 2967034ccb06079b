package org.zhitongche.appeal;

import java.util.List;

/**
 * What an appeal is about.
 *
 * @param candidates most likely first
 * @param reasons    what spoke for the first, and (negative) against it
 * @param version    of the rules or the model
 * @param sure       the first stands well enough to dispatch by it
 * @param suspected  grounds against acceptance that a person must look at; the system never refuses by itself
 * @param urgent     grounds for priority that the text suggests, as the words have them; the centre decides
 * @param lead       who answers, as a model learned it; null where none is in force, or a rule must decide
 */
public record Classification(List<Candidate> candidates, List<Reason> reasons, String version, boolean sure, List<Ground> suspected,
                             List<String> urgent, Lead lead) {

    /** Without a suspected ground. */
    public Classification(List<Candidate> candidates, List<Reason> reasons, String version, boolean sure) {
        this(candidates, reasons, version, sure, List.of(), List.of(), null);
    }

    public Classification suspecting(List<Ground> grounds) {
        return new Classification(candidates, reasons, version, sure, grounds, urgent, lead);
    }

    public Classification suggesting(List<String> grounds) {
        return new Classification(candidates, reasons, version, sure, suspected, grounds, lead);
    }

    public Classification with(Lead found) {
        return new Classification(candidates, reasons, version, sure, suspected, urgent, found);
    }

    /**
     * A category with its probability, 0 to 1.
     *
     * @param reasons what spoke for it, and (negative) against it; empty where nobody needs it
     */
    public record Candidate(String category, double probability, List<Reason> reasons) {

        public Candidate {
            reasons = reasons == null ? List.of() : reasons;
        }

        public Candidate(String category, double probability) {
            this(category, probability, List.of());
        }
    }

    /** A term and the weight with which it spoke. */
    public record Reason(String term, double weight) {}

    /**
     * @param targets most likely first
     * @param version of the model
     * @param line    the probability from which on the first decides; below, a person does
     */
    public record Lead(List<Target> targets, String version, double line) {}

    /** @param target a kind of department, or {@code unit:} and a department's code, as rules of dispatch name them */
    public record Target(String target, double probability, List<Reason> reasons) {}

    /** What stands when the classifier failed or found nothing: a person decides. */
    public static final Classification NONE = new Classification(List.of(), List.of(), "none", false);

    public String category() {
        return candidates.isEmpty() ? null : candidates.get(0).category();
    }
}
