package org.zhitongche.web;

import java.util.Arrays;
import java.util.List;
import org.zhitongche.words.Words;

/** Something to choose in a form. */
public record Option(String value, String text) {

    /** The constants of an enum with their words under {@code <prefix>.<NAME>}. */
    public static <E extends Enum<E>> List<Option> of(Class<E> type, String prefix, Words words) {
        return Arrays.stream(type.getEnumConstants()).map(e -> new Option(e.name(), words.of(prefix, e))).toList();
    }
}
