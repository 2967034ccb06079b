package org.zhitongche.stats;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** Among whom one group's time is divided, added up. */
final class Holding {

    private static final double MEDIAN = 0.5;
    private static final double MOST = 0.9;

    private final Numbered<String> codes;
    private final Map<Integer, Waited> held = new HashMap<>();
    private final Map<Integer, Overdue> late = new HashMap<>();

    Holding(Numbered<String> codes) {
        this.codes = codes;
    }

    private static final class Waited {
        private final Lengths lengths = new Lengths();
        private final Lengths worked = new Lengths();
    }

    private static final class Overdue {
        private long appeals;
        private long days;
        private long length;
    }

    void add(FactColumns facts, int row) {
        for (int n = facts.held.from[row]; n < facts.held.from[row + 1]; n++) {
            Waited all = held.computeIfAbsent(facts.held.code[n], holder -> new Waited());
            all.lengths.add(facts.held.first[n]);
            all.worked.add(facts.held.second[n]);
        }
        for (int n = facts.late.from[row]; n < facts.late.from[row + 1]; n++) {
            Overdue all = late.computeIfAbsent(facts.late.code[n], holder -> new Overdue());
            all.appeals++;
            all.length += facts.late.first[n];
            all.days += facts.late.second[n];
        }
    }

    /** Longest first. */
    Holders holders() {
        return new Holders(
                held.entrySet().stream().map(each -> held(codes.get(each.getKey()), each.getValue()))
                        .sorted(Comparator.comparing(Waiting.Held::total).reversed().thenComparing(Waiting.Held::holder)).toList(),
                late.entrySet().stream().map(each -> new Late(codes.get(each.getKey()), each.getValue().appeals, each.getValue().days, Lengths.duration(each.getValue().length)))
                        .sorted(Comparator.comparing(Late::elapsed).reversed().thenComparing(Late::holder)).toList());
    }

    private static Waiting.Held held(String holder, Waited all) {
        return new Waiting.Held(holder, all.lengths.count(), all.lengths.total(), all.lengths.percentile(MEDIAN), all.lengths.percentile(MOST),
                all.worked.total(), all.worked.percentile(MEDIAN), all.worked.percentile(MOST));
    }
}
