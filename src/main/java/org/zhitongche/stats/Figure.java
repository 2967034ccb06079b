package org.zhitongche.stats;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A number with what it was made of; sums of money are in fen.
 *
 * @param counted how many appeals or assignments the denominator is made of
 * @param enough  below this many a rate says little: it is marked, and not ranked
 */
public record Figure(Measure measure, long numerator, long denominator, long counted, int enough) {

    static final int ENOUGH = 10;
    public static final String NOTHING = "—";

    public Figure(Measure measure, long numerator, long denominator, long counted) {
        this(measure, numerator, denominator, counted, ENOUGH);
    }

    /** Of a measure whose denominator is a number of appeals or assignments. */
    public Figure(Measure measure, long numerator, long denominator) {
        this(measure, numerator, denominator, denominator);
    }

    /** Rounded down at the last digit shown: 99.96% is 99.9%, never 100.0%. No data is "—", never 0% or 100%. */
    public String text() {
        if (denominator == 0) {
            return NOTHING;
        }
        return measure.isRate() ? percent().toPlainString() + "%" : ratio(2).toPlainString();
    }

    /** A share as a rate is told: rounded down, and nothing of nothing. */
    static String percent(long numerator, long denominator) {
        return denominator == 0 ? NOTHING : share(numerator, denominator).toPlainString() + "%";
    }

    /** Marked where few are counted. */
    public boolean small() {
        return counted < enough;
    }

    /** In percent with one digit, or with two where it is an average; null where there is no data. */
    public BigDecimal value() {
        return denominator == 0 ? null : measure.isRate() ? percent() : ratio(2);
    }

    /** A side as a number: how many, or how many yuan. */
    public BigDecimal side(Part part) {
        return BigDecimal.valueOf(part == Part.NUMERATOR ? numerator : denominator, measure.isAmount() ? 2 : 0);
    }

    private BigDecimal percent() {
        return share(numerator, denominator);
    }

    private static BigDecimal share(long numerator, long denominator) {
        return BigDecimal.valueOf(numerator).movePointRight(2).divide(BigDecimal.valueOf(denominator), 1, RoundingMode.DOWN);
    }

    private BigDecimal ratio(int digits) {
        return BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), digits, RoundingMode.DOWN);
    }

    /** By the exact fractions, not by the digits shown. */
    int compareTo(Figure other) {
        return product(numerator, other.denominator).compareTo(product(other.numerator, denominator));
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }
}
