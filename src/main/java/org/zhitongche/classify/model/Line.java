package org.zhitongche.classify.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The probability of the first candidate from which on it is right as often as wanted.
 *
 * @param label     where it is the first candidate; null: over all labels
 * @param precision the wanted share
 * @param from      above 1 where no line reaches it
 */
public record Line(String label, double precision, double from) {

    /** Of texts that were told to be the label; fewer say too little about it alone. */
    public static final int ENOUGH = 200;
    private static final List<Double> WANTED = List.of(0.9, 0.95, 0.97, 0.98, 0.99);

    /** Over all labels, and of each that enough texts were told to be; the least precision first. */
    static List<Line> of(List<Judged> judged) {
        Map<String, List<Judged>> told = judged.stream().collect(Collectors.groupingBy(Judged::first));
        List<Line> lines = new ArrayList<>();
        for (double wanted : WANTED) {
            lines.add(new Line(null, wanted, Measures.line(judged, wanted)));
            told.forEach((label, texts) -> {
                if (texts.size() >= ENOUGH) {
                    lines.add(new Line(label, wanted, Measures.line(texts, wanted)));
                }
            });
        }
        return lines;
    }
}
