package org.zhitongche.classify;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.zhitongche.classify.model.Line;
import org.zhitongche.classify.model.Measures;
import org.zhitongche.classify.model.Provenance;
import org.zhitongche.directory.CategoryBook;

/** The probability from which on a model decides by itself, so that what it decides is right as often as its category wants. */
final class DoubtLine {

    private static final double SAME = 1e-9;

    private DoubtLine() {}

    /**
     * The measured line of the least precision that is enough: the label's own where enough texts were told to be it
     * ({@link Line#ENOUGH}), else that over all labels. Where none was measured that is strict enough, the probability bounds it.
     *
     * @param category whose wanted precision counts, null where it is not known
     * @param label    null where the line over all labels is wanted
     */
    static double of(Provenance made, CategoryBook book, String category, String label) {
        double wanted = book.precision(category);
        List<Line> lines = made.lines() == null ? List.of() : made.lines();
        OptionalDouble least = lines.stream().mapToDouble(Line::precision).filter(each -> each >= wanted - SAME).min();
        if (least.isEmpty()) {
            return bound(made.unseen(), wanted);
        }
        List<Line> enough = lines.stream().filter(each -> each.precision() == least.getAsDouble()).toList();
        return enough.stream().filter(each -> label != null && label.equals(each.label())).findFirst()
                .or(() -> enough.stream().filter(each -> Objects.isNull(each.label())).findFirst()).orElseThrow().from();
    }

    /** Of calibrated answers of 98% and more, at least 98% are right. */
    private static double bound(Measures measured, double wanted) {
        return wanted > measured.precision() ? Math.max(measured.line(), wanted) : Math.min(measured.line(), wanted);
    }
}
