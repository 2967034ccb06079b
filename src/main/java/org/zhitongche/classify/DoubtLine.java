package org.zhitongche.classify;

import org.zhitongche.classify.model.Measures;
import org.zhitongche.directory.CategoryBook;

/** The probability from which on a model decides by itself, so that what it decides is right as often as its category wants. */
final class DoubtLine {

    private DoubtLine() {}

    /**
     * For the precision by which the model was measured, its measured line. For another one the probability itself bounds it:
     * of calibrated answers of 98% and more, at least 98% are right.
     */
    static double of(Measures measured, CategoryBook book, String category) {
        double wanted = book.precision(category);
        if (Math.abs(wanted - measured.precision()) < 1e-9) {
            return measured.line();
        }
        return wanted > measured.precision() ? Math.max(measured.line(), wanted) : Math.min(measured.line(), wanted);
    }
}
