package org.zhitongche.time;

import java.time.Duration;
import java.time.LocalTime;

/** Office hours of a working day, in two halves, and the hour until which a question is answered the same day. */
public record WorkingHours(LocalTime opens, LocalTime breaks, LocalTime resumes, LocalTime closes, LocalTime sameDayUntil) {
    public static final WorkingHours DEFAULT = new WorkingHours(
            LocalTime.of(9, 0), LocalTime.of(12, 0), LocalTime.of(14, 30), LocalTime.of(17, 30), LocalTime.of(15, 0));

    public WorkingHours {
        if (!inOrder(opens, breaks, resumes, closes)) {
            throw new IllegalArgumentException("office hours must follow each other in the order of the day: 09:00..12:00 14:30..17:30");
        }
        if (!sameDayUntil.isBefore(closes)) {
            throw new IllegalArgumentException("what is asked at " + sameDayUntil + " cannot be answered by " + closes + ": ask-until must be earlier");
        }
    }

    static boolean inOrder(LocalTime opens, LocalTime breaks, LocalTime resumes, LocalTime closes) {
        return opens.isBefore(breaks) && !resumes.isBefore(breaks) && resumes.isBefore(closes);
    }

    /** Working time of one whole day. */
    Duration day() {
        return until(closes);
    }

    /** Working time from opening up to this hour. */
    Duration until(LocalTime time) {
        return Duration.between(opens, within(opens, breaks, time)).plus(Duration.between(resumes, within(resumes, closes, time)));
    }

    /** The first hour by which so much of the day's working time is used. */
    LocalTime after(Duration used) {
        Duration morning = Duration.between(opens, breaks);
        return used.compareTo(morning) <= 0 ? opens.plus(used) : resumes.plus(used.minus(morning));
    }

    private static LocalTime within(LocalTime from, LocalTime to, LocalTime time) {
        if (time.isBefore(from)) {
            return from;
        }
        return time.isAfter(to) ? to : time;
    }
}
