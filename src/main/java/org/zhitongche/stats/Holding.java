package org.zhitongche.stats;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** Among whom one group's time is divided, added up. */
final class Holding {

    private static final double MEDIAN = 0.5;
    private static final double MOST = 0.9;

    private final Map<String, Waited> held = new HashMap<>();
    private final Map<String, Overdue> late = new HashMap<>();

    private static final class Waited {
        private final Lengths lengths = new Lengths();
        private long worked;
    }

    private static final class Overdue {
        private long appeals;
        private long days;
        private long length;
    }

    void add(Fact fact) {
        for (Fact.Held part : fact.held()) {
            Waited all = held.computeIfAbsent(part.holder(), holder -> new Waited());
            all.lengths.add(part.length());
            all.worked += part.worked();
        }
        for (Fact.Late part : fact.late()) {
            Overdue all = late.computeIfAbsent(part.holder(), holder -> new Overdue());
            all.appeals++;
            all.days += part.days();
            all.length += part.length();
        }
    }

    /** Longest first. */
    Holders holders() {
        return new Holders(
                held.entrySet().stream().map(each -> held(each.getKey(), each.getValue()))
                        .sorted(Comparator.comparing(Waiting.Held::total).reversed().thenComparing(Waiting.Held::holder)).toList(),
                late.entrySet().stream().map(each -> new Late(each.getKey(), each.getValue().appeals, each.getValue().days, Lengths.duration(each.getValue().length)))
                        .sorted(Comparator.comparing(Late::elapsed).reversed().thenComparing(Late::holder)).toList());
    }

    private static Waiting.Held held(String holder, Waited all) {
        return new Waiting.Held(holder, all.lengths.count(), all.lengths.total(), all.lengths.percentile(MEDIAN), all.lengths.percentile(MOST),
                Lengths.duration(all.worked));
    }
}
