package org.zhitongche.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text of somebody else's file: UTF-8, or GB18030 as Chinese Excel saves it. What fits neither is told by the
 * replacement character, so that the rows it stands in can be named.
 */
record FileText(String text, String charset, boolean broken) {

    static final char UNKNOWN = '\uFFFD';
    private static final Charset GB18030 = Charset.forName("GB18030");

    static FileText decode(byte[] bytes) {
        FileText utf8 = decode(bytes, StandardCharsets.UTF_8);
        if (!utf8.broken) {
            return utf8;
        }
        FileText chinese = decode(bytes, GB18030);
        // One damaged character doesn't make UTF-8 another charset; read as UTF-8, every second one of GB18030 is unknown.
        return utf8.unknown() * 3 < utf8.foreign() ? utf8 : chinese;
    }

    private static FileText decode(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        boolean broken = plain.indexOf(UNKNOWN) >= 0 && !Arrays.equals(text.getBytes(charset), bytes);
        return new FileText(plain, charset.name(), broken);
    }

    private long unknown() {
        return text.chars().filter(c -> c == UNKNOWN).count();
    }

    private long foreign() {
        return text.chars().filter(c -> c > 0x7f).count();
    }
}
