package org.zhitongche.mailtext;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The value of a Content-Type or Content-Disposition field and its parameters, however they are written. */
record FieldParameters(String value, Map<String, String> parameters, Set<MailFlag> flags) {

    static FieldParameters parse(String latin, String otherwise, Set<MailFlag> flags) {
        String raw = EncodedWords.unicode(latin, flags);
        int semicolon = raw.indexOf(';');
        String value = Clean.line(semicolon < 0 ? raw : raw.substring(0, semicolon), 100).toLowerCase(Locale.ROOT);
        int blank = value.indexOf(' ');
        if (blank > 0) value = value.substring(0, blank);
        boolean mediaType = !otherwise.isEmpty();
        if (value.isEmpty() || (mediaType && !value.contains("/"))) value = otherwise;
        Map<String, String> parameters = semicolon < 0 ? Map.of() : new Scanner(raw, semicolon + 1).parameters();
        return new FieldParameters(value, parameters, flags);
    }

    /** The parameter as it stands there; empty if absent. */
    String raw(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** The parameter decoded from RFC 2231, encoded words or raw bytes, whichever the sender used; empty if absent. */
    String get(String name) {
        if (parameters.containsKey(name + "*")) return extended(parameters.get(name + "*"));
        if (parameters.containsKey(name + "*0*") || parameters.containsKey(name + "*0")) return continued(name);
        return EncodedWords.decodeWords(raw(name), flags);
    }

    private String continued(String name) {
        StringBuilder bytes = new StringBuilder();
        String charset = "";
        boolean anyExtended = false;
        for (int i = 0; ; i++) {
            String extended = parameters.get(name + "*" + i + "*");
            String plain = parameters.get(name + "*" + i);
            if (extended == null && plain == null) break;
            if (extended == null) {
                bytes.append(plain);
            } else {
                anyExtended = true;
                if (i == 0 && hasCharset(extended)) {
                    charset = charsetOf(extended);
                    extended = afterCharset(extended);
                }
                bytes.append(unescape(extended));
            }
        }
        return anyExtended ? text(bytes.toString(), charset) : EncodedWords.decodeWords(bytes.toString(), flags);
    }

    private String extended(String value) {
        if (!hasCharset(value)) return text(unescape(value), "");
        return text(unescape(afterCharset(value)), charsetOf(value));
    }

    private String text(String bytes, String charset) {
        return EncodedWords.decodeCut(bytes.getBytes(StandardCharsets.ISO_8859_1), charset, flags);
    }

    private static boolean hasCharset(String value) {
        int first = value.indexOf('\'');
        return first >= 0 && value.indexOf('\'', first + 1) >= 0;
    }

    private static String charsetOf(String value) {
        return value.substring(0, value.indexOf('\''));
    }

    private static String afterCharset(String value) {
        return value.substring(value.indexOf('\'', value.indexOf('\'') + 1) + 1);
    }

    private static String unescape(String value) {
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            int high = i + 2 < value.length() ? Character.digit(value.charAt(i + 1), 16) : -1;
            int low = i + 2 < value.length() ? Character.digit(value.charAt(i + 2), 16) : -1;
            if (value.charAt(i) == '%' && high >= 0 && low >= 0) {
                out.append((char) (high * 16 + low));
                i += 2;
            } else {
                out.append(value.charAt(i));
            }
        }
        return out.toString();
    }

    /** Walks over {@code name=value} pairs; a name given twice keeps its first value. */
    private static final class Scanner {
        private final String raw;
        private int pos;

        Scanner(String raw, int pos) {
            this.raw = raw;
            this.pos = pos;
        }

        Map<String, String> parameters() {
            Map<String, String> found = new LinkedHashMap<>();
            while (pos < raw.length() && found.size() < 200) {
                int equals = raw.indexOf('=', pos);
                int semicolon = raw.indexOf(';', pos);
                if (equals < 0) break;
                if (semicolon >= 0 && semicolon < equals) {
                    pos = semicolon + 1;
                    continue;
                }
                String name = raw.substring(pos, equals).strip().toLowerCase(Locale.ROOT);
                pos = equals + 1;
                found.putIfAbsent(name, value());
            }
            return found;
        }

        private String value() {
            while (pos < raw.length() && raw.charAt(pos) <= ' ') pos++;
            if (pos < raw.length() && raw.charAt(pos) == '"') return quoted();
            int end = raw.indexOf(';', pos);
            if (end < 0) end = raw.length();
            String value = raw.substring(pos, end).strip();
            pos = end + 1;
            boolean singleQuoted = value.length() > 1 && value.startsWith("'") && value.endsWith("'");
            return singleQuoted ? value.substring(1, value.length() - 1) : value;
        }

        private String quoted() {
            StringBuilder out = new StringBuilder();
            for (pos++; pos < raw.length() && raw.charAt(pos) != '"'; pos++) {
                char c = raw.charAt(pos);
                boolean more = pos + 1 < raw.length();
                if (c == '\\' && more && (raw.charAt(pos + 1) == '"' || raw.charAt(pos + 1) == '\\')) {
                    out.append(raw.charAt(++pos));
                } else {
                    out.append(c);
                }
            }
            int next = raw.indexOf(';', pos);
            pos = next < 0 ? raw.length() : next + 1;
            return out.toString();
        }
    }
}
