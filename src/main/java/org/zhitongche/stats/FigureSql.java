package org.zhitongche.stats;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The statements over the spans. Nothing from outside becomes part of them: groupings and measures are fixed lists. */
final class FigureSql {

    /** The appeals that count, as they stood at the cut-off. */
    private static final String COHORT = """
            select s.* from appeal_span s
            where s.accepted_at >= :from and s.accepted_at < :to and s.counted and s.from_at <= :cutOff and s.to_at > :cutOff""";

    private static final String ASSIGNMENTS = """
            s join assignment_span p on p.appeal_id = s.appeal_id and p.from_at <= :cutOff and p.to_at > :cutOff""";

    private static final String SECONDS = "extract(epoch from %s)::double precision";

    private FigureSql() {}

    /** All figures of a grouping in one statement. */
    static String table(Grouping by) {
        return """
                with cohort as (%s),
                a as (select %s as key, count(*) as cohort, count(s.completed_at) as completed, %s, %s, %s from cohort s group by 1),
                p as (select %s as key, %s from cohort %s group by 1),
                k as (select key from a union select key from p)
                select k.key, %s as name, a.*, p.* from k left join a on a.key = k.key left join p on p.key = k.key %s
                order by %s nulls last, k.key""".formatted(COHORT, by.ofAppeal, counts(false),
                percentile(0.5, "s.completed_at - s.first_received", "s.completed_at is not null") + " as median",
                percentile(0.9, "s.completed_at - s.first_received", "s.completed_at is not null") + " as p90",
                by.ofAssignment, counts(true), ASSIGNMENTS, by.name, by.names, by.order);
    }

    private static String counts(boolean ofAssignments) {
        return Arrays.stream(Measure.values()).filter(m -> m.ofAssignments() == ofAssignments)
                .map(m -> m.countNumerator() + " as " + m.name() + "_n, " + m.countDenominator() + " as " + m.name() + "_d")
                .collect(Collectors.joining(",\n"));
    }

    private static String percentile(double fraction, String length, String where) {
        return "percentile_cont(" + fraction + ") within group (order by " + SECONDS.formatted(length) + ") filter (where " + where + ")";
    }

    /**
     * Who held what was completed, and how long. What passed before the first span is the centre's: the house had it.
     * What nobody held lies between an answer and the rating that took it back: the firm's.
     */
    static String held(Grouping by) {
        return """
                with cohort as (%s),
                done as (select s.* from cohort s where s.completed_at is not null and %s = :key),
                piece as (
                    select s.appeal_id, case t.holder when 'NOBODY' then 'FIRM' else t.holder end as holder,
                           least(t.to_at, s.completed_at) - greatest(t.from_at, s.first_received) as held
                    from done s join appeal_span t on t.appeal_id = s.appeal_id and t.from_at <= :cutOff
                    union all
                    select s.appeal_id, 'CENTRE', least(min(t.from_at), s.completed_at) - s.first_received
                    from done s join appeal_span t on t.appeal_id = s.appeal_id
                    group by s.appeal_id, s.completed_at, s.first_received),
                part as (select appeal_id, holder, %s as held from piece where held > interval '0' group by 1, 2)
                select holder, count(*) as appeals, sum(held) as total,
                       percentile_cont(0.5) within group (order by held) as median,
                       percentile_cont(0.9) within group (order by held) as p90
                from part group by holder order by total desc, holder""".formatted(COHORT, by.ofAppeal, SECONDS.formatted("sum(held)"));
    }

    /** The cases behind one number, newest first; {@code sight} is a condition over {@code appeal a}. */
    static String cases(Measure measure, Part part, Grouping by, boolean next, String sight) {
        boolean assignments = measure.ofAssignments();
        String assignment = assignments ? "p.assignment_id" : "s.appeal_id";
        return """
                with cohort as (%s)
                select s.*, a.number, %s as assignment, %s as department from cohort %s join appeal a on a.id = s.appeal_id
                where %s and %s = :key and %s %s
                order by s.accepted_at desc, s.appeal_id desc, %s desc limit :limit""".formatted(COHORT,
                assignments ? assignment : "null::uuid", assignments ? "p.department" : "s.lead", assignments ? ASSIGNMENTS : "s",
                part.of(measure), assignments ? by.ofAssignment : by.ofAppeal, sight,
                next ? "and (s.accepted_at, s.appeal_id, " + assignment + ") < (:afterAt, :afterAppeal, :afterAssignment)" : "", assignment);
    }
}
