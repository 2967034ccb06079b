package org.zhitongche.mailtext;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The charset an HTML body names within itself, where the mail names none. */
final class HtmlCharset {

    private static final Pattern META = Pattern.compile("charset\\s{0,5}=\\s{0,5}[\"']?([a-z0-9_:.-]{2,30})");

    private HtmlCharset() { }

    static String of(byte[] html) {
        String start = new String(html, 0, Math.min(html.length, 2_048), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        Matcher meta = META.matcher(start);
        return meta.find() ? meta.group(1) : "";
    }
}
