package org.zhitongche.appeal;

import java.util.List;

/**
 * Which departments an appeal should go to.
 *
 * @param units   one lead, any number of sharing and co-handling departments; empty when none was found
 * @param recused codes of the units complained about and those below them
 * @param why     one sentence a choice, in the user's language
 * @param doubts  keys of the words; any sends it to triage
 * @param lead    whom a model would have answer; null where the rules alone decided
 */
public record Routing(List<Unit> units, List<String> recused, List<String> why, List<String> doubts, Lead lead) {

    /** By the rules alone. */
    public Routing(List<Unit> units, List<String> recused, List<String> why, List<String> doubts) {
        this(units, recused, why, doubts, null);
    }

    /** A department and what it would owe. */
    public record Unit(String department, Role role) {}

    /** @param candidates departments that may answer, most likely first @param version of the model */
    public record Lead(List<Candidate> candidates, String version) {}

    /** @param reasons terms that spoke for the department, and (negative) against it */
    public record Candidate(String department, double probability, List<Classification.Reason> reasons) {}

    public static final Routing NONE = new Routing(List.of(), List.of(), List.of(), List.of("doubt.no-department"));
}
