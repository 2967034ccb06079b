package org.zhitongche.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The answer to a {@link Question}: a row a group, in official order. */
public record FigureTable(Question question, List<FigureRow> rows) {

    public Optional<FigureRow> find(String key) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst();
    }

    public FigureRow get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no group " + key));
    }

    /** The only row where nothing is split. */
    public FigureRow overall() {
        return get("");
    }

    /** @param place from 1, the same for equals; null where too few are counted to rank */
    public record Ranked(FigureRow row, Integer place) {}

    /** Best first; behind them, unranked, those of small numbers. */
    public List<Ranked> ranking(Measure measure) {
        Comparator<FigureRow> best = (a, b) -> a.get(measure).compareTo(b.get(measure));
        List<FigureRow> enough = rows.stream().filter(row -> !row.get(measure).small())
                .sorted(measure.moreIsBetter() ? best.reversed() : best).toList();
        List<Ranked> ranking = new ArrayList<>();
        for (FigureRow row : enough) {
            Ranked before = ranking.isEmpty() ? null : ranking.get(ranking.size() - 1);
            boolean equal = before != null && best.compare(before.row(), row) == 0;
            ranking.add(new Ranked(row, equal ? before.place() : Integer.valueOf(ranking.size() + 1)));
        }
        rows.stream().filter(row -> row.get(measure).small()).forEach(row -> ranking.add(new Ranked(row, null)));
        return ranking;
    }
}
