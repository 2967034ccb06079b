package org.zhitongche.calendar;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A calendar that somebody wants in force.
 *
 * @param source what it comes from, as its version will name it
 * @param facts  what becomes of the calendar in force
 */
public record Proposed(String source, UnaryOperator<CalendarFacts> facts) {

    /** A file is one notice, in place of the one of its name; a folder is the whole calendar. */
    public static Proposed of(Path imported) {
        return new Proposed(imported.getFileName().toString(), inForce -> inForce.with(imported));
    }

    /** One notice in the format of {@code config/calendar}. */
    public static Proposed notice(String id, String text) {
        return new Proposed(id, inForce -> inForce.with(id, text));
    }
}
