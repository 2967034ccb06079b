package org.zhitongche.stats;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What every figure names: its period and its cut-off 统计截止时点, and by what it is split. */
public record Question(Period period, Instant cutOff, Grouping by) {

    public Question {
        cutOff = cutOff.truncatedTo(ChronoUnit.MICROS);
    }
}
