package org.zhitongche.web.desk;

import java.util.Locale;

/** Sizes of files, as people read them. */
public final class Sizes {

    private Sizes() {
    }

    public static String of(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        return bytes < 1 << 20 ? bytes / 1024 + " KB" : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20));
    }
}
