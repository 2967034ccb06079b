package org.zhitongche.web.numbers;

import java.util.List;
import java.util.Optional;
import org.zhitongche.stats.Cohort;
import org.zhitongche.stats.Figure;
import org.zhitongche.stats.FigureRow;
import org.zhitongche.stats.FigureTrend;
import org.zhitongche.stats.Figures;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Holders;
import org.zhitongche.stats.Late;
import org.zhitongche.stats.Measure;
import org.zhitongche.stats.Pushed;
import org.zhitongche.stats.Question;
import org.zhitongche.stats.Trend;
import org.zhitongche.stats.Waiting;

/**
 * All figures of one group, with those of the period before and of a year before.
 *
 * @param row    null where the group has nothing in this period
 * @param pushed of the whole; null for a group
 */
public record Sheet(String title, Question question, FigureRow row, Optional<FigureRow> previous, Optional<FigureRow> yearBefore, Holders holders,
                    FigureTrend trend, Pushed pushed) {

    private static final int MOST = 10;

    public Grouping by() {
        return question.by();
    }

    /** Those who held appeals longest. */
    public List<Waiting.Held> mostHeld() {
        return holders.held().subList(0, Math.min(MOST, holders.held().size()));
    }

    public List<Waiting.Held> restHeld() {
        return holders.held().subList(mostHeld().size(), holders.held().size());
    }

    /** Working days late, of all holders. */
    public long lateDays() {
        return holders.late().stream().mapToLong(Late::days).sum();
    }

    /** As text; "—" where the group had nothing then. */
    public static String text(Optional<FigureRow> row, Measure measure) {
        return row.map(there -> there.get(measure).text()).orElse(Figure.NOTHING);
    }

    static Sheet of(Figures figures, Cohort cohort, String key, Trend trend, Spoken spoken) {
        Question question = cohort.question();
        String title = spoken.group(question.by(), key);
        Optional<FigureRow> row = cohort.find(key);
        if (row.isEmpty() && question.by() != Grouping.OVERALL) {
            return new Sheet(title, question, null, Optional.empty(), Optional.empty(), Holders.NOBODY, null, null);
        }
        Optional<FigureRow> previous = figures.find(question.previous(), key);
        Optional<FigureRow> yearBefore = question.yearBefore().equals(question.previous()) ? previous : figures.find(question.yearBefore(), key);
        return new Sheet(title, question, row.orElseGet(() -> cohort.table().overall()), previous, yearBefore, cohort.holders(key), cohort.trend(key, trend),
            question.by() == Grouping.OVERALL ? figures.pushed(question) : null);
    }
}
