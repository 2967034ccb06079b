package org.zhitongche.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The proof of a due time as people read it, a line a day; the words come from outside. */
public final class ProofText {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ISO_LOCAL_TIME;

    private final Wording words;

    /** Gives the text of a key, with {0}, {1} … replaced; the keys begin with {@code due.}. */
    @FunctionalInterface
    public interface Wording {
        String get(String key, Object... args);
    }

    public ProofText(Wording words) {
        this.words = words;
    }

    public List<String> lines(Proof proof) {
        Due due = proof.due();
        List<String> lines = new ArrayList<>();
        lines.add(due.isPaused() ? words.get("due.paused") : words.get("due.at", moment(due)));
        lines.add(words.get(due.limit().term().unit() == TermUnit.SAME_DAY ? "due.asked" : "due.start", moment(due.limit().start())));
        lines.add(sum(proof));
        due.limit().pauses().forEach(pause -> lines.add(pause(pause)));
        proof.steps().forEach(step -> lines.add(step(step)));
        lines.add(words.get(due.isProvisional() ? "due.calendar-provisional" : "due.calendar", due.calendar().version()));
        return lines;
    }

    /** The due moment: 17:30 of its day, or 24:00. */
    public String moment(Due due) {
        return due.endsAtMidnight() ? date(due.day()) + " 24:00" : moment(due.instant());
    }

    /** The last moment in time as people say it: that of a day is its 24:00. */
    public String lastMoment(Instant due) {
        LocalDate day = Zone.dateOf(due);
        return due.plus(1, ChronoUnit.MICROS).equals(Zone.startOf(day.plusDays(1))) ? date(day) + " 24:00" : moment(due);
    }

    public String moment(Instant instant) {
        LocalTime time = Zone.timeOf(instant);
        boolean whole = time.getSecond() == 0 && time.getNano() == 0;
        return date(Zone.dateOf(instant)) + " " + (whole ? MINUTES : EXACT).format(time);
    }

    private String date(LocalDate date) {
        return words.get("due.date", date, words.get("due.weekday." + date.getDayOfWeek()));
    }

    private String sum(Proof proof) {
        Limit limit = proof.due().limit();
        StringBuilder sum = new StringBuilder(words.get("due.term", term(limit.term())));
        if (limit.term().unit() == TermUnit.SAME_DAY) {
            sum.append(sameDay(proof.due()));
        }
        if (limit.isShortened()) {
            sum.append(words.get(limit.share().equals(Share.HALF) ? "due.halved" : "due.shortened", term(limit.effectiveTerm())));
        }
        if (proof.due().paused() > 0) {
            sum.append(words.get("due.plus-paused", proof.due().paused()));
        }
        if (limit.extension() > 0) {
            sum.append(words.get("due.plus-extension", limit.extension()));
        }
        return sum.toString();
    }

    /** The hour that decides, and which side of it this was. */
    private String sameDay(Due due) {
        WorkingHours hours = due.calendar().hours();
        LocalDate asked = Zone.dateOf(due.limit().start());
        String when = !due.calendar().isWorkingDay(asked, due.limit().region()) ? "due.asked-off" : due.day().equals(asked) ? "due.asked-early" : "due.asked-late";
        return words.get("due.same-day", hours.sameDayUntil(), hours.closes(), hours.breaks(), words.get(when, hours.sameDayUntil()));
    }

    private String term(Term term) {
        return words.get("due.unit." + term.unit(), term.number());
    }

    private String pause(Pause pause) {
        return words.get("due.pause", moment(pause.from()), pause.isOpen() ? words.get("due.pause-open") : moment(pause.to()));
    }

    private String step(Proof.Step step) {
        String number = step.isCounted() ? words.get("due.counted", step.number()) : words.get("due.skipped");
        String why = (words.get("due.day." + step.day().kind()) + " " + step.day().name()).strip();
        return words.get(step.paused() && step.isCounted() ? "due.step-paused" : "due.step", date(step.day().date()), number, why);
    }
}
