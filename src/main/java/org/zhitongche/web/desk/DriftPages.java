package org.zhitongche.web.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.zhitongche.classify.Drift;
import org.zhitongche.classify.Drift.Week;
import org.zhitongche.web.Guard;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;
import org.zhitongche.words.Words;

/** 判断与变化: week by week, how often people decided as the platform said, how much went to them, and which words are new. */
public final class DriftPages implements Pages {

    private static final Guard KEEPERS = Guard.CENTRE.or(Guard.SYSTEM_ADMIN);
    private static final int WEEKS = 26;

    private final Drift drift;

    public DriftPages(Drift drift) {
        this.drift = drift;
    }

    @Override
    public Surface surface() {
        return Surface.ADMIN;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem("/admin/drift", "drift.title", KEEPERS, NavItem.Group.ASSIGNING));
    }

    @Override
    public void register(Routes routes) {
        routes.get("/admin/drift", KEEPERS, this::show);
    }

    private void show(Visit visit) {
        List<Week> weeks = new ArrayList<>(drift.list(WEEKS));
        while (!weeks.isEmpty() && isEmpty(weeks.get(weeks.size() - 1))) {
            weeks.remove(weeks.size() - 1); // before anything came
        }
        visit.page("desk/drift.jte", Map.of("weeks", weeks, "chart", weeks.size() < 2 ? "" : chart(weeks, visit.words())));
    }

    private static boolean isEmpty(Week week) {
        return week.received() == 0 && week.decided() == 0 && week.led() == 0;
    }

    /** Cut, never rounded up; a dash where there is nothing to judge. */
    public static String percent(Double share) {
        return share == null ? "—" : Math.floor(share * 1000 + 1e-9) / 10 + "%";
    }

    private static String chart(List<Week> latestFirst, Words words) {
        List<Week> weeks = new ArrayList<>(latestFirst);
        Collections.reverse(weeks);
        ObjectNode option = JsonNodeFactory.instance.objectNode();
        option.putObject("grid").put("left", 4).put("right", 20).put("top", 40).put("bottom", 4).put("containLabel", true);
        option.putObject("tooltip").put("trigger", "axis");
        option.putObject("legend").put("top", 0);
        ArrayNode across = option.putObject("xAxis").put("type", "category").put("boundaryGap", false).putArray("data");
        weeks.forEach(week -> across.add(week.monday().toString()));
        option.putObject("yAxis").put("type", "value").put("min", 0).put("max", 100).putObject("axisLabel").put("formatter", "{value}%");
        ArrayNode series = option.putArray("series");
        line(series, words.get("drift.category"), weeks, Week::categoryShare);
        line(series, words.get("drift.lead"), weeks, Week::leadShare);
        line(series, words.get("drift.triage"), weeks, Week::triageShare);
        return option.toString();
    }

    private static void line(ArrayNode series, String name, List<Week> weeks, Function<Week, Double> share) {
        ArrayNode values = series.addObject().put("type", "line").put("name", name).put("symbolSize", 6).put("connectNulls", false).putArray("data");
        weeks.forEach(week -> {
            Double value = share.apply(week);
            values.add(value == null ? null : Math.floor(value * 1000 + 1e-9) / 10);
        });
    }
}
