package org.zhitongche.notice;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes a firm that does not want to be named out of what it wrote: its name, code, phone and address. */
record Mask(Pattern known) {

    static final String STARS = "＊＊＊";
    static final Mask NONE = new Mask(null);

    static Mask of(String uscc, CaseFile.Reachable firm) {
        String any = Stream.of(uscc, firm.firm(), firm.phone(), firm.email())
                .filter(word -> word != null && !word.isBlank()).map(Mask::loosely).collect(Collectors.joining("|"));
        return any.isEmpty() ? NONE : new Mask(Pattern.compile(any, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** However its brackets are written and whatever blanks stand between. */
    private static String loosely(String word) {
        return word.strip().codePoints().filter(c -> !Character.isWhitespace(c)).mapToObj(c -> switch (c) {
            case '(', '（' -> "[(（]";
            case ')', '）' -> "[)）]";
            default -> Pattern.quote(Character.toString(c));
        }).collect(Collectors.joining("\\s*"));
    }

    boolean hides() {
        return known != null;
    }

    String apply(String text) {
        return text == null || known == null ? text : known.matcher(text).replaceAll(Matcher.quoteReplacement(STARS));
    }

    List<String> apply(List<String> texts) {
        return texts.stream().map(this::apply).toList();
    }
}
