package org.zhitongche.stats;

/** The statements that divide an appeal's time among those who held it, by the spans in which they did. */
final class HolderSql {

    private HolderSql() {}

    /**
     * Who held what was completed, and how long. What passed before the first span is the centre's: the house had it.
     * What nobody held lies between an answer and the rating that took it back: the firm's.
     */
    static String held(Grouping by, boolean one, OfficeTime office) {
        return """
                with cohort as materialized (%s),
                %s,
                done as (select s.appeal_id, s.region, s.first_received, s.completed_at, %s as key from cohort s where s.completed_at is not null %s),
                piece as (
                    select s.key, s.appeal_id, s.region, case t.holder when 'NOBODY' then 'FIRM' else t.holder end as holder,
                           greatest(t.from_at, s.first_received) as starts, least(t.to_at, s.completed_at) as ends
                    from done s cross join lateral (
                        select from_at, to_at, holder from appeal_span t where t.appeal_id = s.appeal_id and t.from_at <= :cutOff offset 0) t
                    union all
                    select s.key, s.appeal_id, s.region, 'CENTRE', s.first_received, least(f.at, s.completed_at)
                    from done s cross join lateral (select min(from_at) as at from appeal_span t where t.appeal_id = s.appeal_id offset 0) f),
                part as (select x.key, x.appeal_id, x.holder, sum(%s)::double precision as held, sum(%s)::double precision as office
                    from piece x %s %s where x.starts < x.ends group by 1, 2, 3)
                select key, holder, count(*) as appeals, sum(held) as total, sum(office) as office,
                       percentile_cont(0.5) within group (order by held) as median,
                       percentile_cont(0.9) within group (order by held) as p90
                from part group by key, holder order by total desc, holder""".formatted(FigureSql.COHORT, office.days(), by.ofAppeal, only(by, one),
                FigureSql.seconds("x.ends - x.starts"), office.seconds("e", "x.ends") + " - " + office.seconds("b", "x.starts"),
                office.join("b", "x.starts", "x.region"), office.join("e", "x.ends", "x.region"));
    }

    /** Who had the group's overdue appeals while they were overdue, and how long. */
    static String late(Grouping by, boolean one, OfficeTime office) {
        return """
                with cohort as materialized (%s),
                %s,
                piece as (%s)
                select x.key, x.holder, count(distinct x.appeal_id) as appeals, sum(%s) as total,
                       sum(%s - %s + case when x.last then %s else 0 end)::bigint as days
                from piece x %s %s group by x.key, x.holder order by total desc, x.holder""".formatted(FigureSql.COHORT, office.days(), overdue(by, one),
                FigureSql.seconds("x.ends - x.starts"), office.closed("e", "x.ends"), office.closed("b", "x.starts"), office.begun("e", "x.ends"),
                office.join("b", "x.starts", "x.region"), office.join("e", "x.ends", "x.region"));
    }

    /** The appeals that one holder had while they were overdue, newest first. */
    static String lateCases(Grouping by, boolean next, String sight) {
        return """
                with cohort as materialized (%s),
                piece as (%s)
                select s.*, a.number, null::uuid as assignment, s.lead as department from cohort s join appeal a on a.id = s.appeal_id
                where s.appeal_id in (select x.appeal_id from piece x where x.holder = :holder) and %s %s
                order by s.accepted_at desc, s.appeal_id desc limit :limit""".formatted(FigureSql.COHORT, overdue(by, true), sight,
                next ? "and (s.accepted_at, s.appeal_id) < (:afterAt, :afterAppeal)" : "");
    }

    /**
     * From the due time to the first completion, or to the cut-off; before, the centre's own delay of the acceptance.
     * While an extension waits for the centre 待批, the time is the centre's.
     */
    private static String overdue(Grouping by, boolean one) {
        return """
                select o.key, o.appeal_id, o.region, case when t.pending then 'CENTRE' when t.holder = 'NOBODY' then 'FIRM' else t.holder end as holder,
                       greatest(t.from_at, o.due_at) as starts, least(t.to_at, o.until) as ends, t.to_at >= o.until as last
                from (select s.*, %1$s as key, coalesce(s.first_completed_at, :cutOff) as until from cohort s
                      where s.due_at < coalesce(s.first_completed_at, :cutOff) %2$s) o
                join appeal_span t on t.appeal_id = o.appeal_id and t.from_at < o.until and t.to_at > o.due_at
                union all
                select %1$s, s.appeal_id, s.region, 'CENTRE', s.accept_due, s.accepted_at, true
                from cohort s where s.accepted_at > s.accept_due %2$s""".formatted(by.ofAppeal, only(by, one));
    }

    private static String only(Grouping by, boolean one) {
        return one ? "and " + by.ofAppeal + " = :key" : "";
    }
}
