package org.zhitongche.classify.model;

import java.util.List;

/**
 * Counted texts with their labels, of which some are learned from.
 *
 * @param terms  size of the vocabulary
 * @param labels number of labels
 * @param label  each text's
 * @param from   which are learned from, one that counts more as often
 */
record Learning(int terms, int labels, List<Counts> counted, int[] label, int[] from) {

    int texts() {
        return from.length;
    }

    int[] textsByTerm() {
        int[] texts = new int[terms];
        for (int text : from) {
            for (int term : counted.get(text).terms()) {
                texts[term]++;
            }
        }
        return texts;
    }

    /** Of each label's texts, the share in which the term stands. */
    float[][] sharesByTerm() {
        float[][] shares = new float[terms][labels];
        int[] of = textsByLabel();
        for (int text : from) {
            for (int term : counted.get(text).terms()) {
                shares[term][label[text]] += 1f / of[label[text]];
            }
        }
        return shares;
    }

    int[] textsByLabel() {
        int[] texts = new int[labels];
        for (int text : from) {
            texts[label[text]]++;
        }
        return texts;
    }
}
