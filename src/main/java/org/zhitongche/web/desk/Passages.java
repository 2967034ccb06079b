package org.zhitongche.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The matters that a letter numbers itself, 一、二、三 or 1. 2. 3.: proposed as pieces, for a person to decide. */
final class Passages {

    /** How a matter may be numbered at the beginning of a line or a sentence; one way is kept through a letter. */
    private static final List<String> WAYS = List.of("[一二三四五六七八九][、．.]", "[（(][一二三四五六七八九][)）]", "第[一二三四五六七八九][，,、]",
        "[1-9][、．.](?!\\d)", "[（(]?[1-9][)）]", "[①②③④⑤⑥⑦⑧⑨]");
    private static final String ORDER = "一二三四五六七八九123456789①②③④⑤⑥⑦⑧⑨";
    private static final int TITLE = 30;

    private Passages() {}

    /** In the order of the letter, at most nine; empty where it does not number two matters or more. */
    static List<String> of(String text) {
        return text == null ? List.of() : WAYS.stream().map(way -> cut(text, way)).filter(found -> found.size() > 1).findFirst().orElse(List.of());
    }

    private static List<String> cut(String text, String way) {
        Matcher mark = Pattern.compile("(?<=^|[\\n。；;：:])[ \\t\\u3000]*(?:" + way + ")").matcher(text);
        List<Integer> starts = new ArrayList<>();
        while (mark.find()) {
            if (ordinal(mark.group()) == starts.size() + 1) {
                starts.add(mark.start());
            }
        }
        List<String> passages = new ArrayList<>();
        for (int n = 0; n < starts.size(); n++) {
            passages.add(text.substring(starts.get(n), n + 1 < starts.size() ? starts.get(n + 1) : text.length()).strip());
        }
        return passages;
    }

    private static int ordinal(String mark) {
        return mark.chars().map(ORDER::indexOf).filter(at -> at >= 0).findFirst().orElse(-1) % 9 + 1;
    }

    /** Its first words, without the number. */
    static String title(String passage) {
        String words = passage.replaceFirst("^[（(]?(?:第?[一二三四五六七八九]|[1-9①②③④⑤⑥⑦⑧⑨])[)）、．.，,]?\\s*", "").split("[，。；：,;:\\n]", 2)[0].strip();
        return words.codePointCount(0, words.length()) <= TITLE ? words : words.substring(0, words.offsetByCodePoints(0, TITLE));
    }
}
