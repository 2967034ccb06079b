package org.zhitongche.mailtext;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Decodes a header value: encoded words (RFC 2047), also broken ones, and raw 8-bit bytes between them.
 * Neighbouring words of one charset are joined as bytes first, since many senders cut a Chinese letter in two.
 */
final class EncodedWords {

    private record Word(String charset, char encoding, String text, int end) { }

    private final String raw;
    private final Set<MailFlag> flags;
    private final StringBuilder out = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final StringBuilder pendingBase64 = new StringBuilder();
    private String pendingCharset;

    private EncodedWords(String raw, Set<MailFlag> flags) {
        this.raw = raw;
        this.flags = flags;
    }

    /** Decodes a raw value, one char a byte; the result is not yet cleaned to a line. */
    static String decode(String latin, Set<MailFlag> flags) {
        return decodeWords(unicode(latin, flags), flags);
    }

    /** Raw 8-bit bytes to letters; encoded words stay as they are. */
    static String unicode(String latin, Set<MailFlag> flags) {
        return decodeCut(latin.getBytes(StandardCharsets.ISO_8859_1), "", flags);
    }

    /** Senders cut long values in the middle of a letter: the rest of that letter is dropped, not shown as damage. */
    static String decodeCut(byte[] bytes, String charset, Set<MailFlag> flags) {
        Set<MailFlag> seen = EnumSet.noneOf(MailFlag.class);
        String text = TextDecoder.decode(bytes, charset, seen);
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\uFFFD') end--;
        if (end < text.length()) seen.add(MailFlag.HEADER_BROKEN);
        String kept = text.substring(0, end);
        if (kept.indexOf('\uFFFD') < 0) seen.remove(MailFlag.TEXT_DAMAGED);
        flags.addAll(seen);
        return kept;
    }

    static String decodeWords(String text, Set<MailFlag> flags) {
        return text.contains("=?") ? new EncodedWords(text, flags).decode() : text;
    }

    private String decode() {
        int pos = 0;
        while (pos < raw.length()) {
            int start = raw.indexOf("=?", pos);
            Word word = start < 0 ? null : wordAt(start);
            if (start >= 0 && word == null) {
                plain(raw.substring(pos, start + 2));
                pos = start + 2;
            } else if (word == null) {
                plain(raw.substring(pos));
                pos = raw.length();
            } else {
                String between = raw.substring(pos, start);
                if (!(between.isBlank() && hasPending())) plain(between);
                take(word);
                pos = word.end;
            }
        }
        flush();
        return out.toString();
    }

    private boolean hasPending() {
        return pendingCharset != null;
    }

    private void take(Word word) {
        if (hasPending() && !pendingCharset.equalsIgnoreCase(word.charset)) flush();
        pendingCharset = word.charset;
        if (word.encoding == 'B') {
            takeBase64(word.text.replace(" ", ""));
        } else {
            flushBase64();
            pending.writeBytes(quotedPrintable(word.text, word.charset));
        }
    }

    /** Some senders cut the base64 itself between words, others forget its padding: lengths tell which. */
    private void takeBase64(String text) {
        boolean padded = text.length() % 4 == 0 && (pendingBase64.length() + text.length()) % 4 != 0;
        if (padded) flushBase64();
        pendingBase64.append(text);
        if (pendingBase64.length() % 4 == 0) flushBase64();
    }

    private void plain(String text) {
        if (text.isEmpty()) return;
        flush();
        out.append(text);
    }

    private void flush() {
        flushBase64();
        if (hasPending()) out.append(decodeCut(pending.toByteArray(), pendingCharset, flags));
        pending.reset();
        pendingCharset = null;
    }

    private void flushBase64() {
        byte[] text = pendingBase64.toString().getBytes(StandardCharsets.ISO_8859_1);
        pendingBase64.setLength(0);
        try {
            pending.writeBytes(new Base64Stream(new ByteArrayInputStream(text)).readAllBytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** {@code =?charset*language?B|Q?text?=}; the end may be missing, the text may hold blanks. */
    private Word wordAt(int start) {
        int charsetEnd = raw.indexOf('?', start + 2);
        if (charsetEnd < 0 || charsetEnd - start > 60 || charsetEnd + 2 >= raw.length()) return null;
        char encoding = Character.toUpperCase(raw.charAt(charsetEnd + 1));
        if ((encoding != 'B' && encoding != 'Q') || raw.charAt(charsetEnd + 2) != '?') return null;
        String charset = raw.substring(start + 2, charsetEnd);
        int language = charset.indexOf('*');
        if (language >= 0) charset = charset.substring(0, language);
        int textStart = charsetEnd + 3;
        int end = raw.indexOf("?=", textStart);
        int after = end + 2;
        if (end < 0) {
            flags.add(MailFlag.HEADER_BROKEN);
            end = endOfBrokenWord(textStart);
            after = end;
        }
        return new Word(charset.toLowerCase(Locale.ROOT), encoding, raw.substring(textStart, end), after);
    }

    private int endOfBrokenWord(int from) {
        int end = from;
        while (end < raw.length() && " \t\"<>".indexOf(raw.charAt(end)) < 0) end++;
        return end;
    }

    private static byte[] quotedPrintable(String text, String charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (c == '=' && high >= 0 && low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else if (c > 0x7F) {
                bytes.writeBytes(String.valueOf(c).getBytes(CharsetName.find(charset).orElse(StandardCharsets.UTF_8)));
            } else {
                bytes.write(c == '_' ? ' ' : c);
            }
        }
        return bytes.toByteArray();
    }
}
