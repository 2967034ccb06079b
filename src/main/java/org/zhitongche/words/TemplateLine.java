package org.zhitongche.words;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line with {@code {{name}}} where something is filled in. What is filled in is never read again as a template, and
 * nothing missing is left empty.
 *
 * @param needs of a line that begins with {@code {{?name}}}: it is left out where there is no such thing; else null
 */
public record TemplateLine(String needs, String text) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-zA-Z][a-zA-Z-]*)}}");
    private static final Pattern OPTIONAL = Pattern.compile("^\\{\\{\\?([a-zA-Z][a-zA-Z-]*)}}");
    // Control characters, and those that turn the direction of the text around so that it reads as something else.
    private static final Pattern HOSTILE = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|[\\r\\f\\u000B\\u0085\\u2028\\u2029]");

    public static TemplateLine parse(String line) {
        Matcher optional = OPTIONAL.matcher(line);
        return optional.find() ? new TemplateLine(optional.group(1), line.substring(optional.end())) : new TemplateLine(null, line);
    }

    /** Every name that stands in it. */
    public List<String> names() {
        return Stream.concat(Stream.ofNullable(needs), PLACE.matcher(text).results().map(place -> place.group(1))).toList();
    }

    /** Whether it is left out. */
    public boolean isLeftOut(Function<String, String> values) {
        return needs != null && isBlank(values.apply(needs));
    }

    /** Whatever is filled in may hold line breaks. */
    public String fill(Function<String, String> values) {
        return fill(text, values);
    }

    /** As above, for a part of the line. */
    public static String fill(String text, Function<String, String> values) {
        return replace(text, place -> value(place.group(1), values));
    }

    /** Nothing that is filled in may hold a line break or a tab, as in the header of a mail. */
    public String fillOneLine(Function<String, String> values) {
        return replace(text, place -> {
            String value = value(place.group(1), values);
            if (value.indexOf('\n') >= 0 || value.indexOf('\t') >= 0) {
                throw new BadValue(place.group(1), BadValue.Fault.HOSTILE);
            }
            return value;
        });
    }

    private static String replace(String text, Function<MatchResult, String> value) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value.apply(place)));
    }

    private static String value(String name, Function<String, String> values) {
        String value = values.apply(name);
        if (isBlank(value)) {
            throw new BadValue(name, BadValue.Fault.MISSING);
        }
        String lines = LINE_BREAK.matcher(value).replaceAll("\n");
        if (HOSTILE.matcher(lines).find()) {
            throw new BadValue(name, BadValue.Fault.HOSTILE);
        }
        return lines.strip();
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }
}
