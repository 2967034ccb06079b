package org.zhitongche.time;

import java.util.Arrays;

/** A calendar notice that makes no sense; {@link #told} names file, line, fact and cure in people's words. */
public final class InvalidCalendar extends RuntimeException {

    /** What is wrong with it, as {@code calendar-fault.<NAME>} in the words. */
    public enum Fault {
        UNKNOWN_FACT, INCOMPLETE, NOT_A_DATE, NOT_A_YEAR, NOT_AN_HOUR, NOT_A_REGION, NOT_A_SPAN, OUTSIDE_YEAR, TWICE, NO_DOCUMENT, NO_HOURS,
        HOURS_OUT_OF_ORDER, ASKED_TOO_LATE, NOT_PUBLISHED, YEAR_WITHOUT_DAYS, NOT_UTF8, UNREADABLE, NO_FOLDER, NO_NOTICE, NOT_JSON,
        NOT_HOLIDAYS, NOTHING_ANNOUNCED
    }

    private final String source;
    private final int line;
    private final String fact;
    private final Fault fault;
    private final transient Object[] args;

    /** Of the file as a whole. */
    public InvalidCalendar(Object source, Fault fault, Object... args) {
        this(String.valueOf(source), 0, null, fault, args);
    }

    /** @param line from 1 @param fact the word that the line begins with */
    InvalidCalendar(String source, int line, String fact, Fault fault, Object... args) {
        super(source + (line == 0 ? "" : ":" + line) + ": " + fault + " " + Arrays.toString(args));
        this.source = source;
        this.line = line;
        this.fact = fact;
        this.fault = fault;
        this.args = args;
    }

    public Fault fault() {
        return fault;
    }

    public String told(ProofText.Wording words) {
        String what = words.get("calendar-fault." + fault, args);
        if (line == 0) {
            return words.get("calendar-fault.in-file", source, what);
        }
        return fact == null ? words.get("calendar-fault.in-line", source, line, what)
                : words.get("calendar-fault.of-fact", source, line, fact, what);
    }
}
