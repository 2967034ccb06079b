package org.zhitongche.time;

/** A calendar notice that makes no sense; the message names file, line and cure. */
public final class InvalidCalendar extends RuntimeException {
    InvalidCalendar(String message) {
        super(message);
    }

    InvalidCalendar(String file, int line, String message) {
        this(file + ":" + line + ": " + message);
    }
}
