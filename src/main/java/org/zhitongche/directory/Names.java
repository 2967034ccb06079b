package org.zhitongche.directory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names are compared: width, case, spaces, brackets and points made equal. */
public final class Names {
    private static final Pattern NOISE = Pattern.compile("[\\s\\p{Z}\\p{C}()\\[\\]{}〔〕【】<>《》·•.,，。、\"'“”‘’-]+");

    private Names() {}

    public static String key(String name) {
        String wide = Normalizer.normalize(name, Normalizer.Form.NFKC);
        return NOISE.matcher(wide).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
