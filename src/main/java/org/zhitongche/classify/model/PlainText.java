package org.zhitongche.classify.model;

/** A text as the model reads it: half width, lower case, no white space, numbers without their value, bounded in length. */
final class PlainText {

    /** More is not read: what an appeal is about stands at its beginning, whom it asks at its end. */
    static final int HEAD = 6_000;
    static final int TAIL = 2_000;
    private static final int WHITE_SPACE_ALLOWED = 3;
    private static final int TITLE = 400;

    private PlainText() {}

    static String of(String title, String text) {
        String said = title == null || title.isBlank() ? "" : plain(cut(title, TITLE, 0)) + "。";
        return text == null ? said : said + plain(text);
    }

    private static String plain(String raw) {
        return cut(masked(cut(raw, HEAD * WHITE_SPACE_ALLOWED, TAIL * WHITE_SPACE_ALLOWED)), HEAD, TAIL);
    }

    private static String cut(String text, int head, int tail) {
        return text.length() <= head + tail ? text : text.substring(0, head) + text.substring(text.length() - tail);
    }

    private static String masked(String raw) {
        StringBuilder plain = new StringBuilder(raw.length());
        int digits = 0;
        for (int i = 0; i < raw.length(); i++) {
            char sign = sign(raw.charAt(i));
            if (sign == 0) {
                continue;
            }
            digits = sign >= '0' && sign <= '9' ? digits + 1 : 0;
            append(plain, sign, digits);
        }
        return plain.toString();
    }

    /** A short number may name a line or a room and stands; of a long one only that it is one. */
    private static void append(StringBuilder plain, char sign, int digits) {
        if (digits < 3) {
            plain.append(sign);
        } else if (digits == 3) {
            plain.setLength(plain.length() - 2);
            plain.append('9');
        } else {
            plain.setCharAt(plain.length() - 1, '#');
        }
    }

    private static char sign(char raw) {
        if (raw == '\u200B' || raw == '\uFEFF' || Character.isWhitespace(raw) || Character.isSpaceChar(raw)) {
            return 0;
        }
        return Character.toLowerCase(raw >= '\uFF01' && raw <= '\uFF5E' ? (char) (raw - 0xFEE0) : raw);
    }
}
