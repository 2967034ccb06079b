package org.zhitongche.web.numbers;

import java.util.List;
import org.zhitongche.stats.Figure;
import org.zhitongche.stats.FigureTable;
import org.zhitongche.stats.Measure;

/**
 * One measure over all groups, best first.
 *
 * @param drawn the first that have something to count: as many as a chart can show, and the table beside it
 * @param rest  all others, in their order
 * @param chart an ECharts option as JSON; empty where there is nothing to draw
 */
public record Compared(Measure measure, List<Line> drawn, List<Line> rest, String chart) {

    /** More bars than these cannot be read. */
    public static final int BARS = 20;
    private static final int FEW = 8;

    /** @param place null where too few are counted to rank */
    public record Line(String key, String name, Figure figure, Integer place) {
    }

    static Compared of(FigureTable table, Measure measure, Spoken spoken) {
        List<Line> lines = table.ranking(measure).stream().map(ranked -> new Line(ranked.row().key(),
            spoken.group(table.question().by(), ranked.row()), ranked.row().get(measure), ranked.place())).toList();
        List<Line> drawn = lines.stream().filter(line -> line.figure().denominator() > 0).limit(BARS).toList();
        List<Line> rest = lines.stream().filter(line -> !drawn.contains(line)).toList();
        return new Compared(measure, drawn, rest, drawn.isEmpty() ? "" : Bars.option(measure, drawn));
    }

    public boolean tall() {
        return drawn.size() > FEW;
    }
}
