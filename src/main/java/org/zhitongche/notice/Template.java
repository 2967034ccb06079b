package org.zhitongche.notice;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail with {@code {{name}}} where something is filled in; a line that begins with {@code {{?name}}} is left out where
 * there is no such thing. What is filled in is never read again as a template, and nothing missing is left empty.
 */
record Template(String kind, String subject, List<String> body) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-zA-Z]+)}}");
    private static final Pattern OPTIONAL = Pattern.compile("^\\{\\{\\?([a-zA-Z]+)}}");
    // Control characters, and those that turn the direction of the text around so that it reads as something else.
    private static final Pattern HOSTILE = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|[\\r\\f\\u000B\\u0085\\u2028\\u2029]");

    /** @param text first line {@code Subject: …}, an empty one, the body */
    static Template parse(String kind, String text) {
        List<String> lines = text.replace("\r\n", "\n").lines().toList();
        if (lines.size() < 3 || !lines.get(0).startsWith("Subject: ") || !lines.get(1).isBlank()) {
            throw new IllegalArgumentException("must begin with a line \"Subject: …\" and an empty line");
        }
        return new Template(kind, lines.get(0).substring("Subject: ".length()), lines.subList(2, lines.size()));
    }

    String subject(Function<String, String> values) {
        return fill(subject, values, true);
    }

    String body(Function<String, String> values) {
        StringBuilder filled = new StringBuilder();
        for (String line : body) {
            Matcher optional = OPTIONAL.matcher(line);
            if (!optional.find()) {
                filled.append(fill(line, values, false)).append('\n');
            } else if (!blank(values.apply(optional.group(1)))) {
                filled.append(fill(line.substring(optional.end()), values, false)).append('\n');
            }
        }
        return filled.toString();
    }

    private String fill(String line, Function<String, String> values, boolean header) {
        String filled = PLACE.matcher(line).replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), values, header)));
        return filled;
    }

    private String value(String name, Function<String, String> values, boolean header) {
        String value = values.apply(name);
        if (blank(value)) {
            throw new NoticeRefused(kind + ": {{" + name + "}} is missing");
        }
        String lines = LINE_BREAK.matcher(value).replaceAll("\n");
        if (HOSTILE.matcher(lines).find() || header && !lines.equals(lines.replaceAll("[\\n\\t]", ""))) {
            throw new NoticeRefused(kind + ": {{" + name + "}} holds control characters");
        }
        return lines.strip();
    }

    private static boolean blank(String value) {
        return value == null || value.isBlank();
    }
}
