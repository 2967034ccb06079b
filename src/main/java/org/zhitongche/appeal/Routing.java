package org.zhitongche.appeal;

import java.util.List;

/**
 * Which departments an appeal should go to.
 *
 * @param units   one lead, any number of sharing and co-handling departments; empty when none was found
 * @param recused codes of the units complained about and those below them
 * @param why     one sentence a choice, in the user's language
 * @param doubts  keys of the words; any sends it to triage
 */
public record Routing(List<Unit> units, List<String> recused, List<String> why, List<String> doubts) {

    /** A department and what it would owe. */
    public record Unit(String department, Role role) {}

    public static final Routing NONE = new Routing(List.of(), List.of(), List.of(), List.of("doubt.no-department"));
}
