package org.zhitongche.notice;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.zhitongche.words.BadValue;
import org.zhitongche.words.TemplateLine;

/** A mail with places where something is filled in. */
record Template(String kind, TemplateLine subject, List<TemplateLine> body) {

    /** @param text first line {@code Subject: …}, an empty one, the body */
    static Template parse(String kind, String text) {
        List<String> lines = text.replace("\r\n", "\n").lines().toList();
        if (lines.size() < 3 || !lines.get(0).startsWith("Subject: ") || !lines.get(1).isBlank()) {
            throw new IllegalArgumentException("must begin with a line \"Subject: …\" and an empty line");
        }
        return new Template(kind, new TemplateLine(null, lines.get(0).substring("Subject: ".length())),
                lines.subList(2, lines.size()).stream().map(TemplateLine::parse).toList());
    }

    String subject(Function<String, String> values) {
        return refusing(() -> subject.fillOneLine(values));
    }

    String body(Function<String, String> values) {
        return refusing(() -> {
            StringBuilder filled = new StringBuilder();
            body.stream().filter(line -> !line.isLeftOut(values)).forEach(line -> filled.append(line.fill(values)).append('\n'));
            return filled.toString();
        });
    }

    private String refusing(Supplier<String> fill) {
        try {
            return fill.get();
        } catch (BadValue bad) {
            throw new NoticeRefused(kind + ": " + bad.getMessage());
        }
    }
}
