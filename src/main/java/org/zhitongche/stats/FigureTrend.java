package org.zhitongche.stats;

import java.util.List;

/**
 * How the figures of one group move, all points as known at the same cut-off.
 *
 * @param key of the group, as in its row
 */
public record FigureTrend(Question question, String key, Trend trend, List<Point> points) {

    /** A piece of the period; one without appeals has figures without data. */
    public record Point(Period period, FigureRow row) {}
}
