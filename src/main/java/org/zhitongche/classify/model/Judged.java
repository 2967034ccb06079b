package org.zhitongche.classify.model;

import java.util.List;

/**
 * A text whose label is known, with what the model said.
 *
 * @param label    as decided
 * @param proposed most likely first, with probabilities
 */
public record Judged(String label, List<Model.Candidate> proposed) {

    public String first() {
        return proposed.get(0).label();
    }

    public double confidence() {
        return proposed.get(0).probability();
    }

    public boolean right() {
        return first().equals(label);
    }
}
