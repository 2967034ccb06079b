package org.zhitongche.mailtext;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The header fields of a mail or part in their order; values are unfolded bytes, one char each (Latin-1). */
final class Headers {

    private record Field(String name, String value) { }

    private final List<Field> fields = new ArrayList<>();

    void add(String name, String value) {
        fields.add(new Field(name.toLowerCase(Locale.ROOT), value));
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    List<String> listRaw(String name) {
        return fields.stream().filter(f -> f.name.equals(name)).map(Field::value).toList();
    }

    /** The topmost field of this name. */
    Optional<String> findRaw(String name) {
        return fields.stream().filter(f -> f.name.equals(name)).map(Field::value).findFirst();
    }

    String raw(String name) {
        return findRaw(name).orElse("");
    }

    boolean has(String name) {
        return findRaw(name).isPresent();
    }

    /** A field whose value is a bare word: lower case, without comment or parameter. */
    String keyword(String name) {
        String value = raw(name).trim().toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < value.length() && "; \t(,".indexOf(value.charAt(end)) < 0) end++;
        return Clean.line(value.substring(0, end), 100);
    }
}
