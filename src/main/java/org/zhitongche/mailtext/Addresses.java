package org.zhitongche.mailtext;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The addresses of one header field. They are told apart before encoded words are decoded, so that no decoded
 * comma or bracket makes an address.
 *
 * @param odd written in a way that readers understand differently
 */
record Addresses(List<MailAddress> list, boolean odd) {

    private static final int MAX = 1_000;

    static Addresses parse(String latin, Set<MailFlag> flags) {
        return new Scan(EncodedWords.unicode(latin, flags), flags).run();
    }

    /** Walks over the field, gathering name, bracketed address and comment of each mailbox. */
    private static final class Scan {
        private final String raw;
        private final Set<MailFlag> flags;
        private final boolean quotesPair;
        private final List<MailAddress> found = new ArrayList<>();
        private StringBuilder phrase = new StringBuilder();
        private StringBuilder comment = new StringBuilder();
        private String bracketed;
        private boolean odd;
        private int pos;

        Scan(String raw, Set<MailFlag> flags) {
            this.raw = raw;
            this.flags = flags;
            this.quotesPair = raw.replace("\\\"", "").chars().filter(c -> c == '"').count() % 2 == 0;
        }

        Addresses run() {
            while (pos < raw.length() && found.size() < MAX) {
                char c = raw.charAt(pos++);
                if (c == '"') {
                    if (quotesPair) quoted();
                } else if (c == '(') {
                    comment();
                } else if (c == '<') {
                    bracket();
                } else if (c == ',' || c == ';') {
                    finish();
                } else if (c == ':' && bracketed == null && phrase.indexOf("@") < 0) {
                    phrase = new StringBuilder();
                } else {
                    phrase.append(c);
                }
            }
            finish();
            return new Addresses(List.copyOf(found), odd);
        }

        private void quoted() {
            while (pos < raw.length() && raw.charAt(pos) != '"') {
                if (raw.charAt(pos) == '\\' && pos + 1 < raw.length()) pos++;
                phrase.append(raw.charAt(pos++));
            }
            pos++;
        }

        private void comment() {
            int depth = 1;
            while (pos < raw.length() && depth > 0) {
                char c = raw.charAt(pos++);
                if (c == '(') depth++;
                else if (c == ')') depth--;
                if (depth > 0) comment.append(c);
            }
        }

        private void bracket() {
            int end = raw.indexOf('>', pos);
            String inside = raw.substring(pos, end < 0 ? raw.length() : end);
            pos = end < 0 ? raw.length() : end + 1;
            if (bracketed != null || end < 0 || inside.indexOf('<') >= 0) odd = true;
            if (bracketed == null) {
                bracketed = inside;
                phrase.append('\u0000');
            }
        }

        private void finish() {
            int bracketAt = phrase.indexOf("\u0000");
            if (bracketed == null && phrase.toString().isBlank()) {
                reset();
                return;
            }
            if (bracketed != null && !phrase.substring(bracketAt + 1).isBlank()) odd = true;
            String before = bracketed == null ? phrase.toString() : phrase.substring(0, bracketAt);
            found.add(bracketed == null ? bare(before) : mailbox(before.isBlank() ? comment.toString() : before, bracketed));
            reset();
        }

        private MailAddress bare(String text) {
            if (text.indexOf('@') < 0) return mailbox(text, "");
            return mailbox(comment.toString(), text);
        }

        private MailAddress mailbox(String name, String address) {
            String plain = address.strip();
            if (plain.startsWith("@") && plain.indexOf(':') > 0) plain = plain.substring(plain.indexOf(':') + 1).strip();
            int at = plain.lastIndexOf('@');
            if (at >= 0) plain = plain.substring(0, at) + plain.substring(at).toLowerCase(Locale.ROOT);
            String clean = Clean.line(plain, 320);
            if (!clean.equals(plain) || clean.indexOf(' ') >= 0 || clean.indexOf('@') != at) odd = true;
            return new MailAddress(Clean.line(EncodedWords.decodeWords(name, flags), 200), clean);
        }

        private void reset() {
            phrase = new StringBuilder();
            comment = new StringBuilder();
            bracketed = null;
        }
    }
}
