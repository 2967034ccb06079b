package org.zhitongche.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.IntStream;

/** When something is due, and all it was counted from; while the clock is paused there is no due day and no moment. */
public record Due(Limit limit, WorkCalendar calendar, int paused, LocalDate day, Instant instant) {

    public boolean isPaused() {
        return instant == null;
    }

    public Optional<Instant> findInstant() {
        return Optional.ofNullable(instant);
    }

    /** The moment as people say it: 17:30 of the day, or midnight (24:00) at its end. */
    @Override
    public Instant instant() {
        requireRunning();
        return instant;
    }

    @Override
    public LocalDate day() {
        requireRunning();
        return day;
    }

    public boolean isInTime(Instant at) {
        return endsAtMidnight() ? at.isBefore(instant()) : !at.isAfter(instant());
    }

    /** The last microsecond in time, so that one comparison serves every kind of term. */
    public Instant lastMoment() {
        return endsAtMidnight() ? instant().minus(1, ChronoUnit.MICROS) : instant();
    }

    /** The first microsecond that is late. */
    public Instant overdueFrom() {
        return lastMoment().plus(1, ChronoUnit.MICROS);
    }

    /** Whether working days were counted in a year whose notice is still to come. */
    public boolean isProvisional() {
        if (isPaused() || endsAtMidnight()) {
            return false;
        }
        LocalDate start = Zone.dateOf(limit.start());
        LocalDate first = start.isBefore(day) ? start.plusDays(1) : start;
        return IntStream.rangeClosed(first.getYear(), day.getYear()).anyMatch(calendar::isProvisional);
    }

    public Proof proof() {
        return Proof.of(this);
    }

    boolean endsAtMidnight() {
        return limit.term().unit() == TermUnit.CALENDAR_DAYS;
    }

    private void requireRunning() {
        if (isPaused()) {
            throw new IllegalStateException("the clock is paused: there is no due time until it runs again");
        }
    }
}
