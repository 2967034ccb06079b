package org.zhitongche.similar;

import java.time.Duration;

/**
 * From where on texts count as telling of the same matter; docs/similar.md says why there.
 *
 * @param repeat     likeness of two appeals of one firm, 0 to 1; more than 1 for never
 * @param joint      likeness of appeals of several firms
 * @param jointFirms so many firms make a joint appeal
 * @param horizon    how far back an earlier appeal may lie
 * @param replies    likeness of one department's replies to different appeals, from which on they are nearly identical
 */
public record SimilarSettings(double repeat, double joint, int jointFirms, Duration horizon, double replies) {

    public static final SimilarSettings DEFAULT = of(40, 50, 3, 365, 80);

    /** In percent and days; a percentage of 0 means never. */
    public static SimilarSettings of(int repeat, int joint, int jointFirms, int days, int replies) {
        return new SimilarSettings(share(repeat), share(joint), jointFirms, Duration.ofDays(days), share(replies));
    }

    private static double share(int percent) {
        return percent == 0 ? Double.POSITIVE_INFINITY : percent / 100.0;
    }

    /** What is worth remembering as a pair. */
    double least(boolean sameFirm) {
        return sameFirm ? repeat : joint;
    }
}
