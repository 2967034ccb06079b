package org.zhitongche.web.numbers;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.zhitongche.stats.Figure;
import org.zhitongche.stats.FigureTrend;
import org.zhitongche.stats.Measure;

/** A line through the points of a trend, as an ECharts option; it breaks where there is no data, and few are pale. */
public final class Lines {

    private static final String PALE = "#9fb0c1";

    private Lines() {
    }

    public static String option(Measure measure, FigureTrend trend) {
        String unit = measure.isRate() ? "%" : "";
        ObjectNode option = JsonNodeFactory.instance.objectNode();
        option.putObject("grid").put("left", 4).put("right", 20).put("top", 16).put("bottom", 4).put("containLabel", true);
        option.putObject("tooltip").put("trigger", "axis");
        ObjectNode across = option.putObject("xAxis").put("type", "category").put("boundaryGap", false);
        ObjectNode up = option.putObject("yAxis").put("type", "value").put("min", 0);
        if (measure.isRate()) {
            up.put("max", 100);
        }
        up.putObject("axisLabel").put("formatter", "{value}" + unit);
        ObjectNode line = option.putArray("series").addObject().put("type", "line").put("symbolSize", 8).put("connectNulls", false);
        ArrayNode names = across.putArray("data");
        ArrayNode values = line.putArray("data");
        trend.points().forEach(point -> {
            Figure figure = point.row().get(measure);
            names.add(name(trend, point));
            ObjectNode value = values.addObject().put("value", figure.value());
            if (figure.small()) {
                value.putObject("itemStyle").put("color", PALE);
            }
        });
        return option.toString();
    }

    /** A month by its name, a week by its first day. */
    public static String name(FigureTrend trend, FigureTrend.Point point) {
        String day = point.period().firstDay().toString();
        return switch (trend.trend()) {
            case MONTH -> day.substring(0, 7);
            case WEEK -> day;
        };
    }

    /** Something to draw a line between. */
    public static boolean drawn(Measure measure, FigureTrend trend) {
        return trend.points().stream().filter(point -> point.row().get(measure).denominator() > 0).count() > 1;
    }
}
