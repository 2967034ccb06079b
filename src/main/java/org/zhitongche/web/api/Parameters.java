package org.zhitongche.web.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.zhitongche.web.Problem;
import org.zhitongche.web.Visit;

/** Reads what stands behind the question mark; what makes no sense is told by its name. */
final class Parameters {

    private Parameters() {
    }

    static int limit(Visit visit, int usual, int most) {
        String said = visit.query("limit").orElse(String.valueOf(usual));
        int limit = said.matches("\\d{1,5}") ? Integer.parseInt(said) : 0;
        if (limit < 1 || limit > most) {
            throw wrong("limit", said, visit.words().get("api.parameter.limit", most));
        }
        return limit;
    }

    static long cursor(Visit visit) {
        String said = visit.query("after").orElse("0");
        if (!said.matches("\\d{1,18}")) {
            throw wrong("after", said, visit.words().get("api.parameter.cursor"));
        }
        return Long.parseLong(said);
    }

    /** Where the page before ended; null for the first. @param key reads it, null or an exception where it is none */
    static <K> K after(Visit visit, Function<String, K> key) {
        String said = visit.query("after").orElse(null);
        if (said == null) {
            return null;
        }
        try {
            return Objects.requireNonNull(key.apply(said));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw wrong("after", said, visit.words().get("api.parameter.after"));
        }
    }

    static String choice(Visit visit, String name, Set<String> all, String otherwise) {
        String said = visit.query(name).orElse(otherwise);
        if (!all.contains(said)) {
            throw wrong(name, said, visit.words().get("api.parameter." + name));
        }
        return said;
    }

    /** Null where nothing was said. */
    static <E extends Enum<E>> E choice(Visit visit, String name, Class<E> type, Function<E, String> key) {
        String said = visit.query(name).orElse(null);
        if (said == null) {
            return null;
        }
        String sentence = "api.parameter." + name;
        return Arrays.stream(type.getEnumConstants()).filter(each -> key.apply(each).equals(said)).findFirst()
            .orElseThrow(() -> wrong(name, said, visit.words().get(sentence)));
    }

    static LocalDate day(Visit visit, String name) {
        String said = visit.query(name).orElse(null);
        try {
            return said == null ? null : LocalDate.parse(said);
        } catch (DateTimeException e) {
            throw wrong(name, said, visit.words().get("api.parameter.day"));
        }
    }

    static Instant moment(Visit visit, String name) {
        String said = visit.query(name).orElse(null);
        try {
            return said == null ? null : OffsetDateTime.parse(said.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw wrong(name, said, visit.words().get("api.parameter.moment"));
        }
    }

    static Problem wrong(String name, String said, String expected) {
        return new Problem(400, Map.of("rule", "parameter", "field", name), "api.parameter", name, said, expected);
    }
}
