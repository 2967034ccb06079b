package org.zhitongche.appeal;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes a firm that does not want to be named out of what it wrote: its name, code, phone and address; or the latter two alone. */
public record Mask(Pattern known) {

    public static final String STARS = "＊＊＊";
    public static final Mask NONE = new Mask(null);

    /**
     * @param uscc       null where it is not known
     * @param registered the name under this code; null where there is none
     * @param said       how the firm named itself and can be reached
     */
    public static Mask of(String uscc, String registered, Reachable said) {
        String any = Stream.of(uscc, registered, said.firm(), said.phone(), said.email()).filter(word -> word != null && !word.isBlank()).map(Mask::loosely).collect(Collectors.joining("|"));
        return any.isEmpty() ? NONE : new Mask(Pattern.compile(any, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** For a viewer. @param known he may know the firm @param handles and reach its people */
    static Mask of(boolean known, boolean handles, String uscc, String registered, Reachable said) {
        return !known ? of(uscc, registered, said) : handles ? NONE : ofContact(said);
    }

    /** Of a firm that may be named, only how it can be reached: its phone and address. */
    private static Mask ofContact(Reachable said) {
        return of(null, null, new Reachable(null, null, said.phone(), said.email()));
    }

    /** However its brackets are written and whatever blanks stand between. */
    private static String loosely(String word) {
        return word.strip().codePoints().filter(c -> !Character.isWhitespace(c)).mapToObj(c -> switch (c) {
            case '(', '（' -> "[(（]";
            case ')', '）' -> "[)）]";
            default -> Pattern.quote(Character.toString(c));
        }).collect(Collectors.joining("\\s*"));
    }

    public boolean hides() {
        return known != null;
    }

    public String apply(String text) {
        return text == null || known == null ? text : known.matcher(text).replaceAll(Matcher.quoteReplacement(STARS));
    }

    public List<String> apply(List<String> texts) {
        return texts.stream().map(this::apply).toList();
    }
}
