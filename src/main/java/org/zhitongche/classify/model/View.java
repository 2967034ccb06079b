package org.zhitongche.classify.model;

import java.io.DataOutput;
import java.io.IOException;

/** One way to look at a text: a score for each label, the higher the likelier. */
sealed interface View permits LinearView, HiddenView {

    /** Each label's score. */
    float[] scores(Counts counts);

    /** What each term of the text gave to the label's score, about. */
    float[] parts(Counts counts, int label);

    void write(DataOutput out) throws IOException;

    /** @param terms of the vocabulary that it counts */
    static View read(Numbers in, int terms, int labels) throws IOException {
        String form = in.text();
        return switch (form) {
            case LinearView.FORM -> LinearView.read(in, terms, labels);
            case HiddenView.FORM -> HiddenView.read(in, terms, labels);
            default -> throw ModelFile.unknown(form);
        };
    }
}
