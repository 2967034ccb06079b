package org.zhitongche.stats;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.zhitongche.time.Zone;

/** Figures for programs: {@code figures/1}. No data is null, as text "—". */
public final class FiguresDocument {

    private FiguresDocument() {}

    /** @param holders of each group by its key; null leaves them out */
    public static ObjectNode of(FigureTable table, Map<String, Holders> holders) {
        Question question = table.question();
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("schema", "figures/1");
        document.set("period", period(question.period()));
        document.put("cutOff", when(question.cutOff())).put("by", question.by().key());
        ArrayNode groups = document.putArray("groups");
        table.rows().forEach(row -> {
            ObjectNode group = group(groups.addObject(), row);
            if (holders != null) {
                holders(group, holders.getOrDefault(row.key(), Holders.NOBODY));
            }
        });
        return document;
    }

    /** Puts what became of pushed policies into the document. */
    public static void addPush(ObjectNode document, Pushed pushed) {
        ObjectNode push = document.putObject("push").put("pushes", pushed.pushes()).put("matched", pushed.matched()).put("delivered", pushed.sent())
                .put("read", pushed.read()).put("enquired", pushed.enquired());
        ObjectNode shares = push.putObject("figures");
        pushed.shares().forEach(each -> shares.putObject(each.key()).put("numerator", each.numerator()).put("denominator", each.denominator()).put("text", each.text()));
    }

    /** Puts the points of a trend into the document. */
    public static void addTrend(ObjectNode document, FigureTrend trend) {
        ArrayNode points = document.putObject("trend").put("by", trend.trend().key()).put("key", trend.key()).putArray("points");
        trend.points().forEach(point -> {
            ObjectNode node = points.addObject();
            node.set("period", period(point.period()));
            figures(node, point.row());
        });
    }

    static ObjectNode period(Period period) {
        return JsonNodeFactory.instance.objectNode().put("from", when(period.from())).put("to", when(period.to()));
    }

    private static ObjectNode group(ObjectNode group, FigureRow row) {
        return figures(group.put("key", row.key()).put("name", row.name()), row);
    }

    private static ObjectNode figures(ObjectNode group, FigureRow row) {
        group.put("cohort", row.cohort());
        ObjectNode figures = group.putObject("figures");
        row.figures().forEach((measure, figure) -> figures.putObject(measure.key())
                .put("numerator", figure.side(Part.NUMERATOR)).put("denominator", figure.side(Part.DENOMINATOR))
                .put("value", figure.value()).put("text", figure.text()).put("small", figure.small()));
        group.putObject("waiting").put("appeals", row.waiting().appeals())
                .put("medianSeconds", seconds(row.waiting().median())).put("p90Seconds", seconds(row.waiting().p90()))
                .put("medianOfficeMinutes", minutes(row.waiting().officeMedian())).put("p90OfficeMinutes", minutes(row.waiting().officeP90()));
        return group;
    }

    private static void holders(ObjectNode group, Holders holders) {
        ArrayNode held = ((ObjectNode) group.get("waiting")).putArray("holders");
        holders.held().forEach(each -> held.addObject().put("holder", each.holder()).put("appeals", each.appeals())
                .put("totalSeconds", seconds(each.total())).put("medianSeconds", seconds(each.median()))
                .put("p90Seconds", seconds(each.p90())).put("officeMinutes", minutes(each.office()))
                .put("medianOfficeMinutes", minutes(each.officeMedian())).put("p90OfficeMinutes", minutes(each.officeP90())));
        ArrayNode late = group.putArray("late");
        holders.late().forEach(each -> late.addObject().put("holder", each.holder()).put("appeals", each.appeals())
                .put("workingDays", each.days()).put("seconds", seconds(each.elapsed())));
    }

    static Long minutes(Duration duration) {
        return duration == null ? null : Long.valueOf(duration.toMinutes());
    }

    static Long seconds(Duration duration) {
        return duration == null ? null : Long.valueOf(duration.toSeconds());
    }

    /** Null where there is none. */
    static String when(Instant instant) {
        return instant == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(Zone.CHINA));
    }
}
