package org.zhitongche.stats;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What every figure names: its period and its cut-off 统计截止时点, and by what it is split. */
public record Question(Period period, Instant cutOff, Grouping by) {

    public Question {
        cutOff = cutOff.truncatedTo(ChronoUnit.MICROS);
    }

    /** The same of the period before, as it was known as long after its end: like is compared with like. */
    public Question previous() {
        return of(period.previous());
    }

    /** The same a year before. */
    public Question yearBefore() {
        return of(period.yearBefore());
    }

    private Question of(Period other) {
        return new Question(other, other.to().plus(Duration.between(period.to(), cutOff)), by);
    }
}
