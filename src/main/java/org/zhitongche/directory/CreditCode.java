package org.zhitongche.directory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** 统一社会信用代码, the 18 characters of GB 32100-2015 that every firm is known by. */
public final class CreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private CreditCode() {}

    /** As it is stored: half width, upper case, no spaces or hyphens. */
    public static String normalise(String raw) {
        return Normalizer.normalize(raw, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{C}-]", "")
                .toUpperCase(Locale.ROOT);
    }

    public static boolean isValid(String code) {
        return findError(code).isEmpty();
    }

    /** What is wrong with it, naming the rule, in words for the person who typed it. */
    public static Optional<String> findError(String code) {
        if (code == null || code.isBlank()) {
            return Optional.of("统一社会信用代码为空");
        }
        if (code.length() != 18) {
            return Optional.of("统一社会信用代码应为18位（GB 32100-2015），实为" + code.length() + "位");
        }
        for (int i = 0; i < 18; i++) {
            if (ALPHABET.indexOf(code.charAt(i)) < 0) {
                return Optional.of("统一社会信用代码第" + (i + 1) + "位“" + code.charAt(i)
                        + "”不合规定：只用数字和除I、O、S、V、Z以外的大写字母（GB 32100-2015）");
            }
        }
        char expected = checkCharacter(code);
        return code.charAt(17) == expected ? Optional.empty()
                : Optional.of("统一社会信用代码校验位不符（GB 32100-2015）：请核对是否有误写的字符");
    }

    /** Puts the check character behind the first 17. */
    public static String complete(String first17) {
        return first17 + checkCharacter(first17);
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
