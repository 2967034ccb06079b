package org.zhitongche.web.numbers;

import java.util.List;
import org.zhitongche.stats.FigureRow;
import org.zhitongche.stats.Figures;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Question;
import org.zhitongche.stats.Waiting;

/**
 * All figures of one group.
 *
 * @param row null where the group has nothing in this period
 */
public record Sheet(String title, Grouping by, FigureRow row, List<Waiting.Held> held) {

    private static final int MOST = 10;

    /** Those who held appeals longest. */
    public List<Waiting.Held> mostHeld() {
        return held.subList(0, Math.min(MOST, held.size()));
    }

    public List<Waiting.Held> restHeld() {
        return held.subList(mostHeld().size(), held.size());
    }

    static Sheet of(Figures figures, Question question, String key, Spoken spoken) {
        String title = spoken.group(question.by(), key);
        return figures.table(question).find(key)
            .map(row -> new Sheet(title, question.by(), row, figures.listHeld(question, key)))
            .orElseGet(() -> new Sheet(title, question.by(), null, List.of()));
    }
}
