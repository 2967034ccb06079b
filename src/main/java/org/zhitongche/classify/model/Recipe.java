package org.zhitongche.classify.model;

import java.util.List;

/** How one view of a text is learned. */
sealed interface Recipe permits LinearRecipe, HiddenRecipe {

    /** Those that together did best; docs/classification.md has what each brought. */
    List<Recipe> STANDARD = List.of(
            new LinearRecipe("words", Reading.WORDS, Weighting.IDF, 0.3, 0.5),
            new LinearRecipe("words-gravity", Reading.WORDS, Weighting.GRAVITY, 0.1, 0),
            new LinearRecipe("signs", Reading.SIGNS, Weighting.IDF, 0.5, 0),
            new HiddenRecipe("signs-hidden", Reading.SIGNS, 60_000, 128));

    String name();

    Reading reading();

    View learn(Learning learning);
}
