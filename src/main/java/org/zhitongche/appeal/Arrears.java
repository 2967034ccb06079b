package org.zhitongche.appeal;

import java.math.BigDecimal;

/**
 * 清欠: what is owed without dispute, what was paid of it, and whether the rest is under a confirmed plan. In yuan, to the fen.
 *
 * @param undisputed 无分歧欠款; none where all of it is disputed
 */
public record Arrears(BigDecimal undisputed, BigDecimal paid, boolean planned) {

    /** The category whose cases have amounts, by its code in {@code categories.yaml}. */
    public static final String CATEGORY = "arrears";
}
