package org.zhitongche.classify.model;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which labels are taken for which. */
public final class Confusion {

    private final Map<String, Map<String, Integer>> counts = new HashMap<>();
    private final List<String> labels;

    /** Texts decided as one label and taken for another. */
    public record Pair(String decided, String proposed, int texts) {}

    /** Of a label: decided so, proposed so, both. */
    public record Row(String label, int decided, int proposed, int right) {

        public double f1() {
            return decided + proposed == 0 ? 0 : 2.0 * right / (decided + proposed);
        }
    }

    public Confusion(List<Judged> judged) {
        judged.forEach(each -> counts.computeIfAbsent(each.label(), label -> new HashMap<>()).merge(each.first(), 1, Integer::sum));
        labels = judged.stream().flatMap(each -> List.of(each.label(), each.first()).stream()).distinct()
                .sorted(Comparator.comparingInt((String label) -> -decided(label)).thenComparing(Comparator.naturalOrder())).toList();
    }

    /** Those decided most often first. */
    public List<String> labels() {
        return labels;
    }

    public int texts(String decided, String proposed) {
        return counts.getOrDefault(decided, Map.of()).getOrDefault(proposed, 0);
    }

    public int decided(String label) {
        return counts.getOrDefault(label, Map.of()).values().stream().mapToInt(Integer::intValue).sum();
    }

    public List<Pair> pairs() {
        return counts.entrySet().stream().flatMap(row -> row.getValue().entrySet().stream()
                        .filter(cell -> !cell.getKey().equals(row.getKey())).map(cell -> new Pair(row.getKey(), cell.getKey(), cell.getValue())))
                .sorted(Comparator.comparingInt(Pair::texts).reversed().thenComparing(Pair::decided).thenComparing(Pair::proposed)).toList();
    }

    public List<Row> rows() {
        return labels.stream().map(label -> new Row(label, decided(label),
                labels.stream().mapToInt(each -> texts(each, label)).sum(), texts(label, label))).toList();
    }
}
