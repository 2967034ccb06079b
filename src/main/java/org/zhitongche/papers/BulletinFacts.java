package org.zhitongche.papers;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.zhitongche.stats.Figure;
import org.zhitongche.stats.Measure;

/** What a bulletin can name: the whole's figures by their keys, as the page of figures writes them. */
final class BulletinFacts {

    /** Marks a figure of which few are counted. */
    static final String FEW = "＊";

    static final Map<String, Function<Bulletin, String>> ALL = all();

    private BulletinFacts() {}

    private static Map<String, Function<Bulletin, String>> all() {
        Map<String, Function<Bulletin, String>> all = new HashMap<>();
        all.put("month", b -> b.month().getYear() + "年" + b.month().getMonthValue() + "月");
        all.put("from", b -> ChineseTime.day(b.question().period().firstDay()));
        all.put("to", b -> ChineseTime.day(b.question().period().lastDay()));
        all.put("cutOff", b -> ChineseTime.end(b.question().cutOff()));
        all.put("cohort", b -> String.valueOf(b.overall().overall().cohort()));
        all.put("enough", b -> String.valueOf(b.overall().overall().get(Measure.COMPLETION).enough()));
        all.put("waitingMedian", b -> duration(b, b.overall().overall().waiting().median()));
        all.put("waitingMost", b -> duration(b, b.overall().overall().waiting().p90()));
        for (Measure measure : Measure.values()) {
            all.put(measure.key(), b -> text(b.overall().overall().get(measure)));
        }
        return Map.copyOf(all);
    }

    /** To the digit as on the page, marked where few are counted. */
    static String text(Figure figure) {
        return figure.text() + (figure.small() && figure.denominator() > 0 ? FEW : "");
    }

    private static String duration(Bulletin bulletin, Duration duration) {
        if (duration == null) {
            return Figure.NOTHING;
        }
        return duration.toDays() > 0 ? bulletin.speech().words().get("figures.days", duration.toDays(), duration.toHoursPart())
                : bulletin.speech().words().get("figures.hours", duration.toHours(), duration.toMinutesPart());
    }
}
