package org.zhitongche.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.time.Times.CALENDAR;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The due time against a count day by day, over any pauses, extension and shortening. */
class DueTimeProperties {
    private static final Instant FIRST = Times.civil("2015-01-01T00:00");
    private static final WorkCalendar STORMY = Times.with("document 示例〔2019〕1号", "published 2019-07-01",
            "close 2019-07-08..2019-07-12 3501 台风停工", "close 2022-03-01..2022-03-25 350102 停工");

    @Property
    void theDueDayIsTheOneCountedDayByDay(@ForAll("limits") Limit limit) {
        assertEquals(countedDayByDay(limit), DueTime.due(limit, STORMY).day());
    }

    @Property
    void theOrderInWhichThingsHappenedDoesNotMatter(@ForAll("limits") Limit limit, @ForAll Random random) {
        List<Pause> shuffled = new ArrayList<>(limit.pauses());
        Collections.shuffle(shuffled, random);
        Limit other = Limit.of(limit.start(), limit.term()).in(limit.region()).extended(limit.extension());
        for (Pause pause : shuffled) {
            other = other.paused(pause);
        }
        assertEquals(DueTime.due(limit, STORMY).instant(), DueTime.due(other.shortened(limit.share()), STORMY).instant());
    }

    @Property
    void whatStartsLaterIsNeverDueEarlier(@ForAll("limits") Limit limit, @ForAll @IntRange(max = 2_000_000) int seconds) {
        Limit plain = Limit.of(limit.start(), limit.term()).in(limit.region());
        Limit later = Limit.of(limit.start().plusSeconds(seconds), limit.term()).in(limit.region());
        assertFalse(DueTime.due(later, STORMY).instant().isBefore(DueTime.due(plain, STORMY).instant()));
    }

    @Property
    void aLongerTermAPauseOrAnExtensionIsNeverDueEarlier(@ForAll("limits") Limit limit, @ForAll("pauses") Pause pause) {
        Instant due = DueTime.due(limit, STORMY).instant();
        Term longer = new Term(limit.term().number() + 1, limit.term().unit());
        assertFalse(DueTime.due(new Limit(limit.start(), longer, limit.share(), limit.pauses(), limit.extension(), limit.region()), STORMY)
                .instant().isBefore(due));
        assertFalse(DueTime.due(limit.paused(pause), STORMY).instant().isBefore(due));
        assertTrue(DueTime.due(limit.extended(1), STORMY).instant().isAfter(due));
    }

    @Property
    void theProofAddsUpToTheDueDay(@ForAll("limits") Limit limit) {
        Due due = DueTime.due(limit, STORMY);
        Proof proof = due.proof();
        Proof.Step last = proof.steps().get(proof.steps().size() - 1);
        assertEquals(due.day(), last.day().date());
        assertEquals(proof.units(), last.number());
        assertEquals(proof.units(), proof.steps().stream().filter(Proof.Step::isCounted).count());
    }

    @Property
    void lightsTurnInOrderBetweenStartAndOverdue(@ForAll("limits") Limit limit) {
        Due due = DueTime.due(limit, STORMY);
        Instant last = limit.start();
        for (Lights.Turn turn : Lights.of(due, LightRule.STANDARD).turns()) {
            assertFalse(turn.at().isBefore(last));
            last = turn.at();
        }
        assertEquals(due.overdueFrom(), last);
    }

    private static LocalDate countedDayByDay(Limit limit) {
        LocalDate start = Zone.dateOf(limit.start());
        int term = limit.term().number();
        int effective = 0;
        while (limit.share() != null ? effective * limit.share().whole() < term * limit.share().part() : effective < term) {
            effective++;
        }
        int left = effective + limit.extension() + pausedDays(limit, start).size();
        LocalDate date = start;
        while (left > 0) {
            date = date.plusDays(1);
            if (counts(date, limit)) {
                left--;
            }
        }
        return date;
    }

    private static Set<LocalDate> pausedDays(Limit limit, LocalDate start) {
        Set<LocalDate> days = new HashSet<>();
        for (Pause pause : limit.pauses()) {
            for (LocalDate date = Zone.dateOf(pause.from()).plusDays(1); !date.isAfter(Zone.dateOf(pause.to())); date = date.plusDays(1)) {
                if (date.isAfter(start) && counts(date, limit)) {
                    days.add(date);
                }
            }
        }
        return days;
    }

    private static boolean counts(LocalDate date, Limit limit) {
        return limit.term().unit() == TermUnit.CALENDAR_DAYS || STORMY.isWorkingDay(date, limit.region());
    }

    @Provide
    Arbitrary<Limit> limits() {
        return Combinators.combine(moments(), terms(), Arbitraries.of(null, Share.HALF, Share.parse("2/3")), Arbitraries.integers().between(0, 40),
                Arbitraries.of(null, "350000", "350100", "350102", "350200", "350128")).flatAs(
                (start, term, share, extension, region) -> pausesFrom(start).list().ofMaxSize(4)
                        .map(pauses -> new Limit(start, term, share, pauses, extension, region)));
    }

    @Provide
    Arbitrary<Pause> pauses() {
        return moments().flatMap(DueTimeProperties::pausesFrom);
    }

    /** Pauses about the start: some before it, most after, some beyond the due time. */
    private static Arbitrary<Pause> pausesFrom(Instant start) {
        Arbitrary<Duration> offsets = Arbitraries.longs().between(-10 * 86_400L, 60 * 86_400L).map(Duration::ofSeconds);
        Arbitrary<Duration> lengths = Arbitraries.longs().between(0, 20 * 86_400L).map(Duration::ofSeconds);
        return Combinators.combine(offsets, lengths).as((offset, length) -> new Pause(start.plus(offset), start.plus(offset).plus(length)));
    }

    private static Arbitrary<Instant> moments() {
        return Arbitraries.longs().between(0, Duration.ofDays(4_380).toSeconds()).map(FIRST::plusSeconds);
    }

    private static Arbitrary<Term> terms() {
        return Combinators.combine(Arbitraries.integers().between(1, 90), Arbitraries.of(TermUnit.WORKING_DAYS, TermUnit.CALENDAR_DAYS)).as(Term::new);
    }
}
