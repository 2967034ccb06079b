package org.zhitongche.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a due time depends on, except the calendar.
 *
 * @param share     how much of the term counts for a priority case; null for all of it
 * @param extension in units of the term
 * @param region    may be null
 */
public record Limit(Instant start, Term term, Share share, List<Pause> pauses, int extension, String region) {

    public Limit {
        pauses = List.copyOf(pauses);
        if (extension < 0) {
            throw new IllegalArgumentException("an extension cannot be negative: " + extension);
        }
        if (term.unit() == TermUnit.SAME_DAY && (extension > 0 || !pauses.isEmpty())) {
            throw new IllegalArgumentException("a same-day limit is neither paused nor extended");
        }
    }

    public static Limit of(Instant start, Term term) {
        return new Limit(start, term, null, List.of(), 0, null);
    }

    public Limit in(String region) {
        return new Limit(start, term, share, pauses, extension, region);
    }

    /** @param to so much of the term; null for the whole */
    public Limit shortened(Share to) {
        return new Limit(start, term, to, pauses, extension, region);
    }

    public Limit paused(Pause pause) {
        List<Pause> more = new ArrayList<>(pauses);
        more.add(pause);
        return new Limit(start, term, share, more, extension, region);
    }

    /** The same clock standing then too, as far as it had begun; a same-day limit never stands. */
    public Limit pausedBy(List<Pause> others) {
        if (term.unit() == TermUnit.SAME_DAY) {
            return this;
        }
        List<Pause> all = new ArrayList<>(pauses);
        others.stream().filter(pause -> pause.isOpen() || pause.to().isAfter(start)).forEach(all::add);
        return new Limit(start, term, share, all, extension, region);
    }

    /** Ends the pause that began then; of two that began at once the other lasts. */
    public Limit resumed(Instant from, Instant to) {
        List<Pause> ended = new ArrayList<>(pauses);
        int which = ended.indexOf(Pause.open(from));
        if (which >= 0) {
            ended.set(which, new Pause(from, to));
        }
        return new Limit(start, term, share, ended, extension, region);
    }

    /** The same clock on another term. */
    public Limit on(Term other, Share shortened) {
        return new Limit(start, other, shortened, pauses, extension, region);
    }

    public Limit extended(int units) {
        return new Limit(start, term, share, pauses, extension + units, region);
    }

    /** The term that counts: of priority cases a part of it. */
    public Term effectiveTerm() {
        return isShortened() ? share.of(term) : term;
    }

    public boolean isShortened() {
        return share != null;
    }

    public boolean isPaused() {
        return pauses.stream().anyMatch(Pause::isOpen);
    }
}
