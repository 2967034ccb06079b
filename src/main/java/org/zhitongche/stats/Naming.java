package org.zhitongche.stats;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.zhitongche.directory.Category;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Region;
import org.zhitongche.time.Zone;
import org.zhitongche.words.Words;

/** What groups, holders and codes are called in tables; a code nobody knows any more shows itself. */
public record Naming(Words words, Directory directory) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(Zone.CHINA);
    private static final double HOUR = 3600;

    public String group(Grouping by, FigureRow row) {
        return row.name() != null ? row.name() : group(by, row.key());
    }

    String group(Grouping by, String key) {
        if (by == Grouping.OVERALL) {
            return words.get("grouping.overall");
        }
        if (key.isEmpty()) {
            return words.get("grouping.none");
        }
        return switch (by) {
            case DEPARTMENT -> unit(key);
            case CATEGORY -> category(key);
            case REGION, CITY -> region(key);
            default -> words.find(by.key() + "." + key).orElse(key);
        };
    }

    public String holder(String holder) {
        return words.find("figures.holder." + holder).orElseGet(() -> unit(holder));
    }

    String unit(String code) {
        return code == null ? "" : directory.departments().find(code).map(Department::name).orElse(code);
    }

    String category(String code) {
        return code == null ? "" : directory.categories().find(code).map(Category::name).orElse(code);
    }

    String region(String code) {
        return code == null ? "" : directory.regions().find(code).map(Region::name).orElse(code);
    }

    String measure(Measure measure) {
        return words.get("measure." + measure.key());
    }

    String definition(Measure measure) {
        return words.get("measure." + measure.key() + ".numerator") + " ÷ " + words.get("measure." + measure.key() + ".denominator");
    }

    static String time(Instant at) {
        return at == null ? "" : MINUTE.format(at);
    }

    /** Null where there is none; rounded down to a tenth. */
    static Double hours(Duration length) {
        return length == null ? null : Double.valueOf(Math.floor(length.toSeconds() / HOUR * 10) / 10);
    }
}
