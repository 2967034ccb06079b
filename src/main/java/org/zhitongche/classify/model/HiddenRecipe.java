package org.zhitongche.classify.model;

/**
 * A network with one hidden layer.
 *
 * @param most  only so many terms are looked at, the most frequent ones
 * @param width units of the hidden layer
 */
record HiddenRecipe(String name, Reading reading, int most, int width) implements Recipe {

    @Override
    public View learn(Learning learning) {
        return HiddenLearner.learn(this, learning);
    }
}
