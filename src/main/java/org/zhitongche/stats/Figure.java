package org.zhitongche.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A number with what it was made of. */
public record Figure(Measure measure, long numerator, long denominator) {

    /** Below this many a rate says little: it is marked, and not ranked. */
    public static final int ENOUGH = 10;
    public static final String NOTHING = "—";

    /** Rounded down at the last digit shown: 99.96% is 99.9%, never 100.0%. No data is "—", never 0% or 100%. */
    public String text() {
        if (denominator == 0) {
            return NOTHING;
        }
        return measure.isRate() ? percent().toPlainString() + "%" : ratio(2).toPlainString();
    }

    /** Marked where few are counted. */
    public boolean small() {
        return denominator < ENOUGH;
    }

    /** In percent with one digit, or with two where it is an average; null where there is no data. */
    public BigDecimal value() {
        return denominator == 0 ? null : measure.isRate() ? percent() : ratio(2);
    }

    private BigDecimal percent() {
        return BigDecimal.valueOf(numerator).movePointRight(2).divide(BigDecimal.valueOf(denominator), 1, RoundingMode.DOWN);
    }

    private BigDecimal ratio(int digits) {
        return BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), digits, RoundingMode.DOWN);
    }

    /** By the exact fractions, not by the digits shown. */
    int compareTo(Figure other) {
        return Long.compare(numerator * other.denominator, other.numerator * denominator);
    }
}
