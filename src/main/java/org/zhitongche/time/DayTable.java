package org.zhitongche.time;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Predicate;

/** The century's working days, numbered: a term of working days is two look-ups. */
final class DayTable {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate END = LocalDate.of(2100, 1, 1);
    private static final int LENGTH = (int) (END.toEpochDay() - FIRST.toEpochDay());

    /** upTo[d]: how many working days there are up to and including day d. */
    private final int[] upTo = new int[LENGTH];
    /** days[k]: the day that is working day number k, counting from 1. */
    private final int[] days;

    DayTable(Predicate<LocalDate> worked) {
        int[] numbered = new int[LENGTH + 1];
        int count = 0;
        for (int day = 0; day < LENGTH; day++) {
            if (worked.test(FIRST.plusDays(day))) {
                numbered[++count] = day;
            }
            upTo[day] = count;
        }
        days = Arrays.copyOf(numbered, count + 1);
    }

    static boolean covers(LocalDate date) {
        return !date.isBefore(FIRST) && date.isBefore(END);
    }

    /** The nth working day after the date; n may be 0 or less for those up to and including it. */
    LocalDate working(LocalDate date, int n) {
        int number = upTo[index(date)] + n;
        if (number < 1 || number >= days.length) {
            throw outside(n + " working days from " + date);
        }
        return FIRST.plusDays(days[number]);
    }

    boolean isWorked(LocalDate date) {
        int day = index(date);
        return upTo[day] > (day == 0 ? 0 : upTo[day - 1]);
    }

    /** Working days after one day up to and including another. */
    int between(LocalDate after, LocalDate to) {
        return upTo[index(to)] - upTo[index(after)];
    }

    private static int index(LocalDate date) {
        if (!covers(date)) {
            throw outside(date.toString());
        }
        return (int) (date.toEpochDay() - FIRST.toEpochDay());
    }

    private static IllegalArgumentException outside(String what) {
        return new IllegalArgumentException(what + " is outside the calendar, which knows " + FIRST + " to " + END.minusDays(1));
    }
}
