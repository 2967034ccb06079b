package org.zhitongche.stats;

import java.util.Map;

/**
 * The figures of one group.
 *
 * @param key    the group's code, '' where there is none (no lead, no category) and for the whole
 * @param name   as the directory names it, null where it is a word or unknown there
 * @param cohort how many appeals are counted
 */
public record FigureRow(String key, String name, long cohort, Map<Measure, Figure> figures, Waiting waiting) {

    FigureRow named(String as) {
        return new FigureRow(key, as, cohort, figures, waiting);
    }

    public Figure get(Measure measure) {
        return figures.get(measure);
    }
}
