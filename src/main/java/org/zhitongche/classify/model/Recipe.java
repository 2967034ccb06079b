package org.zhitongche.classify.model;

import java.util.List;

/**
 * How one linear view of a text is learned.
 *
 * @param cost    of a text on the wrong side, against large weights
 * @param balance 0: texts count alike; 1: each label's texts count as much as all others together
 */
record Recipe(String name, Reading reading, Weighting weighting, double cost, double balance) {

    /** Those that together did best; docs/classification.md has what each brought. */
    static final List<Recipe> STANDARD = List.of(
            new Recipe("words", Reading.WORDS, Weighting.IDF, 0.3, 0.5),
            new Recipe("words-long", Reading.WORDS, Weighting.IDF_LONG, 0.3, 0),
            new Recipe("words-gravity", Reading.WORDS, Weighting.GRAVITY, 0.1, 0),
            new Recipe("signs", Reading.SIGNS, Weighting.IDF, 0.5, 0));
}
