package org.zhitongche.appeal;

/**
 * Which firm a submission speaks for.
 *
 * @param uscc   null when it could not be told
 * @param region the region the matter belongs to, null when it could not be told
 * @param how    key of the words: by address, credit code, name
 * @param listed the firm is on the white list: its appeals are priority
 */
public record Recognition(String uscc, String name, String region, boolean verified, String how, boolean listed) {

    public Recognition(String uscc, String name, String region, boolean verified, String how) {
        this(uscc, name, region, verified, how, false);
    }
}
