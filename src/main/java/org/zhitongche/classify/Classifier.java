package org.zhitongche.classify;

import org.zhitongche.appeal.Classification;

/** Tells what an appeal is about. It never stores, never asks anybody, and its time is bounded by the length. */
public interface Classifier {
    Classification classify(String title, String text);

    /** @param chosen the category that the firm chose, which stands among the candidates where its probability is known; null where it chose none */
    default Classification classify(String title, String text, String chosen) {
        return classify(title, text);
    }
}
