package org.zhitongche.appeal;

import java.util.List;

/**
 * What an appeal is about.
 *
 * @param candidates most likely first
 * @param reasons    what spoke for the first
 * @param version    of the rules or the model
 * @param sure       the first stands well enough to dispatch by it
 */
public record Classification(List<Candidate> candidates, List<Reason> reasons, String version, boolean sure) {

    /** A category with its probability, 0 to 1. */
    public record Candidate(String category, double probability) {}

    /** A term and the weight with which it spoke. */
    public record Reason(String term, double weight) {}

    /** What stands when the classifier failed or found nothing: a person decides. */
    public static final Classification NONE = new Classification(List.of(), List.of(), "none", false);

    public String category() {
        return candidates.isEmpty() ? null : candidates.get(0).category();
    }
}
