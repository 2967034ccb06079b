package org.zhitongche.web.numbers;

import java.time.Duration;
import org.zhitongche.stats.Figure;
import org.zhitongche.stats.FigureRow;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Measure;
import org.zhitongche.stats.Pushed;
import org.zhitongche.stats.Part;
import org.zhitongche.stats.Trend;
import org.zhitongche.web.desk.Labels;
import org.zhitongche.words.Words;

/** What groups, holders, measures and lengths of time are called on pages. */
public record Spoken(Words words, Labels labels) {

    public String grouping(Grouping by) {
        return words.get("grouping." + by.key());
    }

    public String group(Grouping by, FigureRow row) {
        return row.name() != null ? row.name() : group(by, row.key());
    }

    /** Of the key alone, as the address of a list of cases has it. */
    public String group(Grouping by, String key) {
        if (by == Grouping.OVERALL) {
            return words.get("grouping.overall");
        }
        if (key.isEmpty()) {
            return words.get("grouping.none");
        }
        return switch (by) {
            case DEPARTMENT -> labels.unit(key);
            case CATEGORY -> labels.category(key);
            case REGION, CITY -> labels.region(key);
            default -> words.find(by.key() + "." + key).orElse(key);
        };
    }

    public String holder(String holder) {
        return words.find("figures.holder." + holder).orElseGet(() -> labels.unit(holder));
    }

    public String share(Pushed.Share share) {
        return words.get("push-share." + share.key());
    }

    public String definition(Pushed.Share share) {
        return words.get("push-share.definition." + share.key(), Pushed.FOLLOWS);
    }

    public String measure(Measure measure) {
        return words.get("measure." + measure.key());
    }

    public String trend(Trend trend, String group, Measure measure) {
        return words.get("figures.trend." + trend.key(), group, measure(measure));
    }

    public String side(Measure measure, Part part) {
        return words.get("measure." + measure.key() + "." + part.name().toLowerCase(java.util.Locale.ROOT));
    }

    /** Office hours: never days, which would be another length. */
    public String office(Duration duration) {
        return duration == null ? Figure.NOTHING : words.get("figures.hours", duration.toHours(), duration.toMinutesPart());
    }

    public String duration(Duration duration) {
        if (duration == null) {
            return Figure.NOTHING;
        }
        return duration.toDays() > 0 ? words.get("figures.days", duration.toDays(), duration.toHoursPart())
            : words.get("figures.hours", duration.toHours(), duration.toMinutesPart());
    }
}
