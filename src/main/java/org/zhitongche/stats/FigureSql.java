package org.zhitongche.stats;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The statements over the spans. Nothing from outside becomes part of them: groupings and measures are fixed lists. */
final class FigureSql {

    private static final String AS_THEY_STOOD = """
            select s.* from appeal_span s
            where s.accepted_at >= :from and s.accepted_at < :to and %s and s.from_at <= :cutOff and s.to_at > :cutOff""";

    /** The appeals that count, as they stood at the cut-off. */
    static final String COHORT = AS_THEY_STOOD.formatted("s.counted");

    /** With those that were merged into another and whose firms were asked: they count with the ratings only. */
    private static final String WITH_CHILDREN = AS_THEY_STOOD.formatted("(s.counted or s.asked_jointly)");

    private static final String ASSIGNMENTS = """
            s join assignment_span p on p.appeal_id = s.appeal_id and p.from_at <= :cutOff and p.to_at > :cutOff""";

    private FigureSql() {}

    /** All figures of a grouping in one statement. */
    static String table(Grouping by, OfficeTime office) {
        return figures(by.ofAppeal, by.ofAssignment, "", "", office) + """
                select k.key, %s as name, a.*, p.* from k left join a on a.key = k.key left join p on p.key = k.key %s
                order by %s nulls last, k.key""".formatted(by.name, by.names, by.order);
    }

    /** Those of one group. */
    static String one(Grouping by, OfficeTime office) {
        return ofGroup(by, "''", office);
    }

    /** Those of one group for each piece of the period; a piece without appeals has no row. */
    static String trend(Grouping by, Trend trend, OfficeTime office) {
        return ofGroup(by, trend.ofAppeal(), office);
    }

    private static String ofGroup(Grouping by, String key, OfficeTime office) {
        return figures(key, key, "where " + by.ofAppeal + " = :key", "where " + by.ofAssignment + " = :key", office) + """
                select k.key, null as name, a.*, p.* from k left join a on a.key = k.key left join p on p.key = k.key""";
    }

    private static String figures(String ofAppeal, String ofAssignment, String appeals, String assignments, OfficeTime office) {
        String length = "s.completed_at - s.first_received";
        String worked = office.seconds("c", "s.completed_at") + " - " + office.seconds("r", "s.first_received");
        return """
                with cohort as materialized (%s),
                %s,
                a as (select %s as key, count(*) filter (where s.counted) as cohort,
                    count(s.completed_at) filter (where s.counted) as completed, %s, %s, %s, %s, %s
                    from cohort s %s %s %s group by 1),
                p as (select %s as key, %s from cohort %s %s group by 1),
                k as (select key from a union select key from p)
                """.formatted(WITH_CHILDREN, office.days(), ofAppeal, columns(false), percentile(0.5, seconds(length), "median"), percentile(0.9, seconds(length), "p90"),
                percentile(0.5, worked, "office_median"), percentile(0.9, worked, "office_p90"),
                office.join("r", "s.first_received", "s.region"), office.join("c", "s.completed_at", "s.region"), appeals,
                ofAssignment, columns(true), ASSIGNMENTS, assignments);
    }

    private static String columns(boolean ofAssignments) {
        return Arrays.stream(Measure.values()).filter(m -> m.ofAssignments() == ofAssignments).map(Measure::columns)
                .collect(Collectors.joining(",\n"));
    }

    private static String percentile(double fraction, String seconds, String name) {
        return "percentile_cont(" + fraction + ") within group (order by (" + seconds + ")::double precision) filter (where s.counted and s.completed_at is not null) as " + name;
    }

    static String seconds(String length) {
        return "extract(epoch from " + length + ")";
    }

    /** The cases behind one number, newest first; {@code sight} is a condition over {@code appeal a}. */
    static String cases(Measure measure, Part part, Grouping by, boolean next, String sight) {
        boolean assignments = measure.ofAssignments();
        String assignment = assignments ? "p.assignment_id" : "s.appeal_id";
        return """
                with cohort as (%s)
                select s.*, a.number, %s as assignment, %s as department from cohort %s join appeal a on a.id = s.appeal_id
                where (%s) and %s = :key and %s %s
                order by s.accepted_at desc, s.appeal_id desc, %s desc limit :limit""".formatted(WITH_CHILDREN,
                assignments ? assignment : "null::uuid", assignments ? "p.department" : "s.lead", assignments ? ASSIGNMENTS : "s",
                measure.counting(part.of(measure)), assignments ? by.ofAssignment : by.ofAppeal, sight,
                next ? "and (s.accepted_at, s.appeal_id, " + assignment + ") < (:afterAt, :afterAppeal, :afterAssignment)" : "", assignment);
    }
}
