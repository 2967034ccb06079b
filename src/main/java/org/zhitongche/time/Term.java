package org.zhitongche.time;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A limit as the rules write it: 7wd, 30d, sameday. */
public record Term(int number, TermUnit unit) {
    private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,3})(wd|d)");
    private static final Term SAME_DAY = new Term(0, TermUnit.SAME_DAY);

    public Term {
        if (number < 1 != (unit == TermUnit.SAME_DAY)) {
            throw new IllegalArgumentException("a term has at least one day, a same-day limit has no number: " + number + " " + unit);
        }
    }

    public static Term workingDays(int number) {
        return new Term(number, TermUnit.WORKING_DAYS);
    }

    public static Term calendarDays(int number) {
        return new Term(number, TermUnit.CALENDAR_DAYS);
    }

    public static Term sameDay() {
        return SAME_DAY;
    }

    public static Term parse(String text) {
        if (text.equals(TermUnit.SAME_DAY.sign())) {
            return SAME_DAY;
        }
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a term; write 7wd (working days), 30d (calendar days) or sameday");
        }
        int number = Integer.parseInt(matcher.group(1));
        return matcher.group(2).equals(TermUnit.WORKING_DAYS.sign()) ? workingDays(number) : calendarDays(number);
    }

    @Override
    public String toString() {
        return unit == TermUnit.SAME_DAY ? unit.sign() : number + unit.sign();
    }
}
