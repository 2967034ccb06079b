package org.zhitongche.papers;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;

/** What is filled in: what every paper has, and the facts of this one. */
record Values(int year, int serial, String number, LocalDate day, String centre, Function<String, String> facts)
        implements Function<String, String> {

    /** Those that every paper has: its number and what that is made of, its date, the centre's name. */
    static final Set<String> NAMES = Set.of("paper", "year", "serial", "date", "centre");

    /** Characters without any shape: they part or join words, and no font has them. */
    private static final String SHAPELESS = "[\\u00AD\\u200B\\u2060\\uFEFF]";

    @Override
    public String apply(String name) {
        return switch (name) {
            case "paper" -> number;
            case "year" -> String.valueOf(year);
            case "serial" -> String.valueOf(serial);
            case "date" -> ChineseTime.day(day);
            case "centre" -> centre;
            default -> shaped(facts.apply(name));
        };
    }

    static String shaped(String value) {
        return value == null ? null : value.replaceAll(SHAPELESS, "").replace('\t', ' ');
    }
}
