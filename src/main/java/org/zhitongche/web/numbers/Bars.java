package org.zhitongche.web.numbers;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.zhitongche.stats.Measure;

/** Lying bars, a group each, as an ECharts option; those of small numbers are pale. */
final class Bars {

    private static final String PALE = "#9fb0c1";
    private static final int NAME_WIDTH = 112;

    private Bars() {
    }

    static String option(Measure measure, List<Compared.Line> lines) {
        String unit = measure.isRate() ? "%" : "";
        ObjectNode option = JsonNodeFactory.instance.objectNode();
        option.putObject("grid").put("left", 4).put("right", 56).put("top", 4).put("bottom", 4).put("containLabel", true);
        option.putObject("tooltip").put("trigger", "item");
        ObjectNode across = option.putObject("xAxis").put("type", "value").put("min", 0);
        if (measure.isRate()) {
            across.put("max", 100);
        }
        across.putObject("axisLabel").put("formatter", "{value}" + unit);
        ObjectNode down = option.putObject("yAxis").put("type", "category").put("inverse", true);
        down.putObject("axisLabel").put("width", NAME_WIDTH).put("overflow", "truncate");
        ObjectNode bars = option.putArray("series").addObject().put("type", "bar").put("barMaxWidth", 22);
        bars.putObject("label").put("show", true).put("position", "right").put("formatter", "{c}" + unit);
        ArrayNode names = down.putArray("data");
        ArrayNode values = bars.putArray("data");
        lines.forEach(line -> {
            names.add(line.name());
            ObjectNode value = values.addObject().put("value", line.figure().value());
            if (line.figure().small()) {
                value.putObject("itemStyle").put("color", PALE);
            }
        });
        return option.toString();
    }
}
