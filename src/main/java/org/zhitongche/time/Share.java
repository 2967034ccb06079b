package org.zhitongche.time;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a whole, as the rules write it: 1/2. */
public record Share(int part, int whole) {

    public static final Share HALF = new Share(1, 2);
    private static final Pattern TEXT = Pattern.compile("([1-9]\\d?)/([1-9]\\d?)");

    public Share {
        if (part < 1 || part >= whole) {
            throw new IllegalArgumentException("a share is more than nothing and less than all: " + part + "/" + whole);
        }
    }

    public static Share parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a share; write it like 1/2");
        }
        return new Share(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** So much of the term in whole units, rounded up; the same day has no parts. */
    public Term of(Term term) {
        return term.unit() == TermUnit.SAME_DAY ? term : new Term((term.number() * part + whole - 1) / whole, term.unit());
    }

    Duration of(Duration time) {
        return time.multipliedBy(part).dividedBy(whole);
    }

    @Override
    public String toString() {
        return part + "/" + whole;
    }
}
