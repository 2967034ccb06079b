package org.zhitongche.similar;

import java.util.List;
import org.zhitongche.appeal.AppealRow;

/**
 * A hot topic 热点: appeals of one week that are about the same thing.
 *
 * @param words   what they say and others do not, at most 6; never of texts that are confidential
 * @param count   appeals of the week
 * @param before  appeals about it in each of the weeks before, the earliest first
 * @param days    appeals of the week by day
 * @param firms   different firms among them, as far as they are known
 * @param regions most first
 * @param units   lead departments, most first
 * @param cases   the latest, as far as the viewer may see them
 */
public record Topic(List<String> words, int count, List<Integer> before, List<Integer> days, int firms, List<Share> regions, List<Share> units,
                    List<AppealRow> cases) {

    /** A code and how many appeals have it. */
    public record Share(String code, int count) {}

    public double mean() {
        return before.stream().mapToInt(Integer::intValue).average().orElse(0);
    }

    /** How far the week stands above those before, in the width that chance would give them. */
    public double growth() {
        return (count - mean()) / Math.sqrt(mean() + 1);
    }
}
