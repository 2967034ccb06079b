package org.zhitongche.mailtext;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A file name as it may be shown and offered for download: one name, no path, nothing hidden, no device. */
final class FileName {

    private static final int LONGEST = 120;
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|clock\\$|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*\u2044\u2215\uFF0F\uFF3C\u29F8]");

    private FileName() { }

    static String clean(String sent, String otherwise) {
        String name = Clean.line(Normalizer.normalize(sent, Normalizer.Form.NFC));
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = FORBIDDEN.matcher(name).replaceAll("_");
        name = trimmed(name);
        if (name.isEmpty()) return otherwise;
        if (DEVICE.matcher(name).matches()) name = "_" + name;
        return shortened(name);
    }

    /** The part after the last dot, lower case; empty if none. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static String trimmed(String name) {
        int start = 0;
        int end = name.length();
        while (start < end && (name.charAt(start) == '.' || name.charAt(start) == ' ')) start++;
        while (end > start && (name.charAt(end - 1) == '.' || name.charAt(end - 1) == ' ')) end--;
        return name.substring(start, end);
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) return name;
        String extension = extension(name);
        String tail = extension.isEmpty() || extension.length() > 10 ? "" : name.substring(name.length() - extension.length() - 1);
        int keep = LONGEST - tail.length();
        if (Character.isHighSurrogate(name.charAt(keep - 1))) keep--;
        return name.substring(0, keep) + tail;
    }
}
