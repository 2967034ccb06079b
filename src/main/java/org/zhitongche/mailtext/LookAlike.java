package org.zhitongche.mailtext;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;

/** Finds senders that pretend: letters of mixed scripts, letters that look like Latin ones, an address inside the name. */
final class LookAlike {

    private static final SpoofChecker CHECKER = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.INVISIBLE | SpoofChecker.MIXED_NUMBERS)
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE).build();
    private static final IDNA PUNYCODE = IDNA.getUTS46Instance(IDNA.DEFAULT);

    private LookAlike() { }

    static boolean suspects(MailAddress sender) {
        String address = unpunycoded(sender.address());
        if (pretends(address) || !address.chars().allMatch(c -> c < 0x80 || Character.isIdeographic(c))) return true;
        return mixedWord(sender.name()) || foreignAddress(sender.name(), sender.address());
    }

    private static String unpunycoded(String address) {
        int at = address.lastIndexOf('@');
        if (!address.contains("xn--")) return address;
        StringBuilder domain = new StringBuilder();
        PUNYCODE.nameToUnicode(address.substring(at + 1), domain, new IDNA.Info());
        return address.substring(0, at + 1) + domain;
    }

    private static boolean pretends(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) return false;
        return CHECKER.failsChecks(text) || CHECKER.getSkeleton(text).chars().allMatch(c -> c < 0x80);
    }

    /** A name may have words of several scripts, but no word of Latin mixed with its doubles. */
    private static boolean mixedWord(String name) {
        for (String word : name.split("[^\\p{L}\\p{M}]+")) {
            boolean latin = word.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
            boolean twin = word.codePoints().anyMatch(LookAlike::isTwinScript);
            if (latin && twin) return true;
        }
        return false;
    }

    private static boolean isTwinScript(int c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.CYRILLIC || script == Character.UnicodeScript.GREEK
                || script == Character.UnicodeScript.ARMENIAN || script == Character.UnicodeScript.CHEROKEE;
    }

    private static boolean foreignAddress(String name, String address) {
        for (String word : name.toLowerCase(Locale.ROOT).split("[\\s\"'<>()\\[\\],;：:（）]+")) {
            int at = word.indexOf('@');
            if (at > 0 && word.indexOf('.', at) > 0 && !word.equals(address.toLowerCase(Locale.ROOT))) return true;
        }
        return false;
    }
}
