package org.zhitongche.web.numbers;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Measure;
import org.zhitongche.stats.Trend;
import org.zhitongche.web.Option;
import org.zhitongche.web.Visit;

/** Puts the page of figures together. */
record FigureView(Visit visit, Asked asked, Spoken spoken) {

    /** @param compared null where nothing is split; @param sheet null where the question was wrong */
    void show(Compared compared, Sheet sheet) {
        Map<String, Object> params = new HashMap<>();
        params.put("asked", asked);
        params.put("spoken", spoken);
        params.put("compared", compared);
        params.put("sheet", sheet);
        params.put("groupings", asked.home().startsWith("/admin") ? groupings() : List.of());
        params.put("trends", Arrays.stream(Trend.values()).map(t -> new Option(t.key(), spoken.words().get("trend." + t.key()))).toList());
        params.put("measures", Measure.SHOWN.stream().map(m -> new Option(m.key(), spoken.measure(m))).toList());
        visit.status(asked.isWrong() ? 422 : 200).page("numbers/figures.jte", params);
    }

    private List<Option> groupings() {
        return Arrays.stream(Grouping.values()).map(by -> new Option(by.key(), spoken.grouping(by))).toList();
    }
}
