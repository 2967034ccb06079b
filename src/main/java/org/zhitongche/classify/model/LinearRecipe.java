package org.zhitongche.classify.model;

/**
 * A border a label.
 *
 * @param cost    of a text on the wrong side, against large weights
 * @param balance 0: texts count alike; 1: each label's texts count as much as all others together
 */
record LinearRecipe(String name, Reading reading, Weighting weighting, double cost, double balance) implements Recipe {

    @Override
    public View learn(Learning learning) {
        return LinearLearner.learn(this, learning);
    }
}
