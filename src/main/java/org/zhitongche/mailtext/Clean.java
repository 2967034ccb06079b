package org.zhitongche.mailtext;

/** Takes out of decoded text what no field may hold: NUL and other controls, halves of surrogate pairs, foreign line ends. */
final class Clean {

    private Clean() { }

    /** Text of several lines, ended by LF. */
    static String text(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\r') {
                if (i >= raw.length() || raw.charAt(i) != '\n') out.append('\n');
            } else if (c == '\n' || c == '\t' || isShown(c)) {
                out.appendCodePoint(isHalf(c) ? 0xFFFD : c);
            }
        }
        return out.toString();
    }

    /** One line, without what would turn or hide letters; inner white space becomes one blank. */
    static String line(String raw) {
        StringBuilder out = new StringBuilder(Math.min(raw.length(), 200));
        boolean gap = false;
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            if (c <= ' ' || c == 0x85 || c == 0xA0 || c == 0x2028 || c == 0x2029) {
                gap = true;
            } else if (isShown(c) && !isInvisible(c)) {
                if (gap && out.length() > 0) out.append(' ');
                gap = false;
                out.appendCodePoint(isHalf(c) ? 0xFFFD : c);
            }
        }
        return out.toString();
    }

    static String line(String raw, int max) {
        String line = line(raw);
        if (line.length() <= max) return line;
        return line.substring(0, Character.isHighSurrogate(line.charAt(max - 1)) ? max - 1 : max);
    }

    /** Bidi controls, zero-width letters, fillers, tags: seen by nobody, read by programs. */
    static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0
                || c == 0x034F || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    private static boolean isShown(int c) {
        return !(c < 0x20 || (c >= 0x7F && c < 0xA0));
    }

    private static boolean isHalf(int c) {
        return c >= 0xD800 && c <= 0xDFFF;
    }
}
