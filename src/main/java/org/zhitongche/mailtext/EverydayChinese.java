package org.zhitongche.mailtext;

import java.nio.charset.Charset;
import java.util.BitSet;

/** The letters ordinary Chinese text is made of: GB2312 and Big5 level 1, and their punctuation. A wrong charset rarely yields them. */
final class EverydayChinese {

    private static final BitSet LETTERS = new BitSet(0x10000);
    private static final BitSet SIMPLIFIED = new BitSet(0x10000);

    static {
        add(LETTERS, "GB2312", 0xA1, 0xA3, 0xA1);
        add(LETTERS, "GB2312", 0xB0, 0xD7, 0xA1);
        SIMPLIFIED.or(LETTERS);
        add(SIMPLIFIED, "GB2312", 0xD8, 0xF7, 0xA1);
        add(LETTERS, "Big5", 0xA1, 0xA2, 0x40);
        add(LETTERS, "Big5", 0xA4, 0xC6, 0x40);
        "£¥€“”‘’…—·".chars().forEach(LETTERS::set);
    }

    private EverydayChinese() { }

    private static void add(BitSet letters, String charset, int firstLead, int lastLead, int firstTrail) {
        Charset decoder = Charset.forName(charset);
        for (int lead = firstLead; lead <= lastLead; lead++) {
            for (int trail = firstTrail; trail <= 0xFE; trail++) {
                String letter = new String(new byte[] {(byte) lead, (byte) trail}, decoder);
                if (letter.length() == 1 && letter.charAt(0) > 0xA0 && letter.charAt(0) != 0xFFFD) letters.set(letter.charAt(0));
            }
        }
    }

    /** Whether every letter stands in GB2312, as in names of firms and people (鑫, 晟) that are anything but everyday. */
    static boolean isSimplified(String text) {
        return text.chars().allMatch(c -> c < 0x80 || SIMPLIFIED.get(c));
    }

    /** Of what isn't ASCII in a text, the share that is everyday Chinese; 0 if all is ASCII. */
    static double share(String text) {
        int all = 0;
        int everyday = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) continue;
            all++;
            if (LETTERS.get(c)) everyday++;
        }
        return all == 0 ? 0 : (double) everyday / all;
    }
}
