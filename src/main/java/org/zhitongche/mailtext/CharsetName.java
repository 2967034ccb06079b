package org.zhitongche.mailtext;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What senders call charsets, and the two old 7-bit ones that Java doesn't know. */
final class CharsetName {

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("gb2312", "gb18030"), Map.entry("gb_2312-80", "gb18030"), Map.entry("gb2312-80", "gb18030"),
            Map.entry("gb_2312", "gb18030"), Map.entry("gbk", "gb18030"), Map.entry("x-gbk", "gb18030"),
            Map.entry("cp936", "gb18030"), Map.entry("ms936", "gb18030"), Map.entry("936", "gb18030"),
            Map.entry("windows-936", "gb18030"), Map.entry("euc-cn", "gb18030"), Map.entry("euc_cn", "gb18030"),
            Map.entry("chinese", "gb18030"), Map.entry("csgb2312", "gb18030"), Map.entry("gb", "gb18030"),
            Map.entry("gb-2312", "gb18030"), Map.entry("gb 2312", "gb18030"), Map.entry("gb-18030", "gb18030"),
            Map.entry("gb18030-2000", "gb18030"), Map.entry("iso-ir-58", "gb18030"),
            Map.entry("big5", "big5-hkscs"), Map.entry("big-5", "big5-hkscs"), Map.entry("cn-big5", "big5-hkscs"),
            Map.entry("x-x-big5", "big5-hkscs"), Map.entry("cp950", "big5-hkscs"), Map.entry("chinesebig5", "big5-hkscs"),
            Map.entry("hz", "hz-gb-2312"), Map.entry("utf8", "utf-8"), Map.entry("unicode-1-1-utf-8", "utf-8"),
            Map.entry("unicode-1-1-utf-7", "utf-7"), Map.entry("x-unicode-2-0-utf-7", "utf-7"),
            Map.entry("latin1", "iso-8859-1"), Map.entry("ascii", "us-ascii"), Map.entry("unicode", "utf-16"));

    private CharsetName() { }

    static String normalise(String label) {
        String name = Clean.line(label, 60).toLowerCase(Locale.ROOT).replace("\"", "").replace("'", "").strip();
        return ALIASES.getOrDefault(name, name);
    }

    static Optional<Charset> find(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(normalise(name)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** HZ: GB2312 with the high bit taken off, between ~{ and ~}. */
    static byte[] unpackHz(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        boolean chinese = false;
        for (int i = 0; i < bytes.length; i++) {
            byte next = i + 1 < bytes.length ? bytes[i + 1] : 0;
            if (bytes[i] == '~' && (next == '{' || next == '}')) {
                chinese = next == '{';
                i++;
            } else if (bytes[i] == '~' && (next == '~' || next == '\n')) {
                if (next == '~') out.write('~');
                i++;
            } else {
                if (bytes[i] == '\n') chinese = false;
                out.write(chinese ? bytes[i] | 0x80 : bytes[i]);
            }
        }
        return out.toByteArray();
    }

    /** UTF-7: UTF-16 in unpadded base64 between + and -. */
    static String decodeUtf7(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '+') {
                out.append(text.charAt(i));
                continue;
            }
            int end = i + 1;
            while (end < text.length() && isBase64(text.charAt(end))) end++;
            out.append(end == i + 1 ? "+" : utf16(text.substring(i + 1, end)));
            i = end < text.length() && text.charAt(end) == '-' ? end : end - 1;
        }
        return out.toString();
    }

    private static boolean isBase64(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }

    private static String utf16(String base64) {
        String whole = base64.length() % 4 == 1 ? base64.substring(0, base64.length() - 1) : base64;
        byte[] units = Base64.getDecoder().decode(whole);
        return new String(units, 0, units.length / 2 * 2, StandardCharsets.UTF_16BE);
    }
}
