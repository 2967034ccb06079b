package org.zhitongche.papers;

import java.time.Instant;
import java.time.YearMonth;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.stats.Cohort;
import org.zhitongche.stats.FigureTable;
import org.zhitongche.stats.Figures;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Period;
import org.zhitongche.stats.Question;

/** 月度通报: what the page of figures shows of a month that is over, as of one cut-off. */
record Bulletin(YearMonth month, Question question, FigureTable overall, FigureTable cities, FigureTable departments, Speech speech) {

    /** @param cutOff null for the end of the month */
    static Bulletin of(Figures figures, YearMonth month, Instant cutOff, Speech speech) {
        Period period = Period.ofDays(month.atDay(1), month.atEndOfMonth());
        if (period.to().isAfter(figures.now())) {
            throw new Refusal("paper.month-open");
        }
        Instant until = cutOff == null ? period.to() : cutOff;
        if (until.isBefore(period.to())) {
            throw new Refusal("paper.cut-off-early");
        }
        Cohort cohort = figures.read(new Question(period, until, Grouping.OVERALL));
        return new Bulletin(month, cohort.question(), cohort.table(), cohort.by(Grouping.CITY).table(), cohort.by(Grouping.DEPARTMENT).table(), speech);
    }

    /** Under what its number is kept: another cut-off is another bulletin. */
    String about() {
        return month + "@" + question.cutOff();
    }
}
