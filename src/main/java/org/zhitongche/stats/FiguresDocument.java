package org.zhitongche.stats;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import org.zhitongche.time.Zone;

/** Figures for programs: {@code figures/1}. No data is null, as text "—". */
public final class FiguresDocument {

    private FiguresDocument() {}

    /** @param held for each group who held its completed appeals; none leaves it out */
    public static ObjectNode of(FigureTable table, Function<FigureRow, List<Waiting.Held>> held) {
        Question question = table.question();
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("schema", "figures/1");
        document.putObject("period").put("from", when(question.period().from())).put("to", when(question.period().to()));
        document.put("cutOff", when(question.cutOff())).put("by", question.by().key());
        ArrayNode groups = document.putArray("groups");
        table.rows().forEach(row -> group(groups.addObject(), row, held == null ? null : held.apply(row)));
        return document;
    }

    private static void group(ObjectNode group, FigureRow row, List<Waiting.Held> held) {
        group.put("key", row.key()).put("name", row.name()).put("cohort", row.cohort());
        ObjectNode figures = group.putObject("figures");
        row.figures().forEach((measure, figure) -> figures.putObject(measure.key())
                .put("numerator", figure.numerator()).put("denominator", figure.denominator())
                .put("value", figure.value()).put("text", figure.text()).put("small", figure.small()));
        ObjectNode waiting = group.putObject("waiting").put("appeals", row.waiting().appeals())
                .put("medianSeconds", seconds(row.waiting().median())).put("p90Seconds", seconds(row.waiting().p90()));
        if (held != null) {
            ArrayNode holders = waiting.putArray("holders");
            held.forEach(each -> holders.addObject().put("holder", each.holder()).put("appeals", each.appeals())
                    .put("totalSeconds", seconds(each.total())).put("medianSeconds", seconds(each.median()))
                    .put("p90Seconds", seconds(each.p90())));
        }
    }

    private static Long seconds(Duration duration) {
        return duration == null ? null : Long.valueOf(duration.toSeconds());
    }

    private static String when(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(Zone.CHINA));
    }
}
