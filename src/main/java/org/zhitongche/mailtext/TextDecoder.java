package org.zhitongche.mailtext;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Bytes to text. The label is believed as far as the bytes bear it out: Chinese mail says gb2312 over GB18030 bytes,
 * iso-8859-1 over anything, or nothing at all; then UTF-8, GB18030 and Big5 are tried before other charsets.
 */
final class TextDecoder {

    /** A try: the text, how many bytes didn't fit, and how much of what isn't ASCII is everyday Chinese. */
    private record Attempt(String text, int bad, double everyday) {

        boolean fits() {
            return bad == 0;
        }

        /** A cut or broken letter here and there doesn't speak against a charset. */
        boolean nearlyFits() {
            return bad <= 1 + text.length() / 100;
        }
    }

    private static final Charset GB = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5-HKSCS");
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final double CHINESE = 0.7;

    private TextDecoder() { }

    static String decode(byte[] bytes, String label, Set<MailFlag> flags) {
        String text = decodeBytes(bytes, CharsetName.normalise(label), flags);
        if (text.indexOf('\uFFFD') >= 0) flags.add(MailFlag.TEXT_DAMAGED);
        return text;
    }

    private static String decodeBytes(byte[] bytes, String name, Set<MailFlag> flags) {
        if (name.equals("hz-gb-2312")) return new String(CharsetName.unpackHz(bytes), GB);
        if (name.equals("utf-7")) return CharsetName.decodeUtf7(bytes);
        Optional<Charset> marked = byteOrderMark(bytes, name);
        if (marked.isPresent()) return new String(bytes, marked.get()).substring(1);
        Optional<Charset> named = CharsetName.find(name);
        if (isAscii(bytes) && (named.isEmpty() || !changesAscii(named.get()))) return ascii(bytes, named, flags);
        if (named.isEmpty()) {
            flags.add(MailFlag.CHARSET_GUESSED);
            return guess(bytes);
        }
        return believe(bytes, named.get(), flags);
    }

    private static String believe(byte[] bytes, Charset named, Set<MailFlag> flags) {
        Attempt said = attempt(bytes, named);
        if (isChinese(named)) {
            Attempt other = attempt(bytes, named.equals(GB) ? BIG5 : GB);
            boolean really8 = isUtf8(bytes) && prefersUtf8(bytes);
            if (really8 && said.everyday < 0.95) return guessed(new String(bytes, StandardCharsets.UTF_8), flags);
            if (!said.nearlyFits() && other.nearlyFits() && other.everyday > said.everyday) return guessed(other.text, flags);
            return said.text;
        }
        if (isWestern(named)) {
            String text = guessWestern(bytes);
            if (!text.equals(said.text)) flags.add(MailFlag.CHARSET_GUESSED);
            return text;
        }
        boolean believable = named.equals(StandardCharsets.UTF_8) ? said.fits() || mostlyFits(said) : said.nearlyFits();
        if (believable) return said.text;
        return guessed(guess(bytes), flags);
    }

    /** UTF-8 with a broken letter among many good ones; other charsets hardly ever look like that. */
    private static boolean mostlyFits(Attempt utf8) {
        return utf8.bad * 10 < utf8.text.chars().filter(c -> c > 127).count();
    }

    private static String guessed(String text, Set<MailFlag> flags) {
        flags.add(MailFlag.CHARSET_GUESSED);
        return text;
    }

    private static String guess(byte[] bytes) {
        if (isUtf8(bytes) && prefersUtf8(bytes)) return new String(bytes, StandardCharsets.UTF_8);
        Attempt utf8 = attempt(bytes, StandardCharsets.UTF_8);
        if (mostlyFits(utf8)) return utf8.text;
        Attempt gb = attempt(bytes, GB);
        Attempt big5 = attempt(bytes, BIG5);
        Attempt chinese = better(gb, big5);
        if (chinese.nearlyFits() && chinese.everyday >= CHINESE) return chinese.text;
        if (gb.fits() && EverydayChinese.isSimplified(gb.text)) return gb.text;
        Optional<String> other = detect(bytes);
        if (other.isPresent()) return other.get();
        return chinese.everyday >= CHINESE / 2 ? chinese.text : new String(bytes, WESTERN);
    }

    private static Attempt better(Attempt gb, Attempt big5) {
        return big5.nearlyFits() && (!gb.nearlyFits() || big5.everyday > gb.everyday + 0.1) ? big5 : gb;
    }

    /** Labelled as Western, or US-ASCII: the label is a default that nobody set. */
    private static String guessWestern(byte[] bytes) {
        if (isUtf8(bytes) && prefersUtf8(bytes)) return new String(bytes, StandardCharsets.UTF_8);
        Attempt chinese = better(attempt(bytes, GB), attempt(bytes, BIG5));
        return chinese.nearlyFits() && chinese.everyday >= 0.8 ? chinese.text : new String(bytes, WESTERN);
    }

    /** Two-byte sequences alone may be GB18030 by chance (联通): then everyday Chinese wins. */
    private static boolean prefersUtf8(byte[] bytes) {
        for (byte b : bytes) {
            if ((b & 0xFF) >= 0xE0) return true;
        }
        Attempt gb = attempt(bytes, GB);
        return !(gb.fits() && gb.everyday == 1);
    }

    private static Optional<String> detect(byte[] bytes) {
        byte[] sample = bytes.length > 16_384 ? Arrays.copyOf(bytes, 16_384) : bytes;
        for (CharsetMatch match : new CharsetDetector().setText(sample).detectAll()) {
            if (match.getConfidence() < 15) break;
            Optional<Charset> charset = CharsetName.find(match.getName());
            if (charset.isEmpty() || match.getName().startsWith("UTF-") || isChinese(charset.get())) continue;
            Attempt attempt = attempt(bytes, isWestern(charset.get()) ? WESTERN : charset.get());
            if (attempt.fits()) return Optional.of(attempt.text);
        }
        return Optional.empty();
    }

    private static Attempt attempt(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        int bad = (int) text.chars().filter(c -> c == 0xFFFD || (c >= 0xE000 && c < 0xF900)).count();
        return new Attempt(text, bad, EverydayChinese.share(text));
    }

    /** Tried before, and found not to read like Chinese. */
    private static boolean isChinese(Charset charset) {
        return charset.equals(GB) || charset.equals(BIG5);
    }

    private static boolean isWestern(Charset charset) {
        return charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII) || charset.equals(WESTERN);
    }

    private static Optional<Charset> byteOrderMark(byte[] b, String name) {
        if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) return Optional.of(StandardCharsets.UTF_8);
        if (b.length < 4 || b.length % 2 != 0 || !(name.isEmpty() || name.startsWith("utf-16"))) return Optional.empty();
        if (b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) return Optional.of(StandardCharsets.UTF_16BE);
        if (b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) return Optional.of(StandardCharsets.UTF_16LE);
        return Optional.empty();
    }

    private static String ascii(byte[] bytes, Optional<Charset> named, Set<MailFlag> flags) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean escapes = named.isEmpty() && text.indexOf('\u001B') >= 0;
        return escapes ? guessed(detect(bytes).orElse(text), flags) : text;
    }

    /** UTF-16, ISO-2022 and their like give ASCII bytes another meaning. */
    private static boolean changesAscii(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")
                || charset.name().toUpperCase(java.util.Locale.ROOT).contains("2022") || charset.name().startsWith("IBM");
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) return false;
        }
        return true;
    }

    static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException no) {
            return false;
        }
    }
}
