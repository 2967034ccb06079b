package org.zhitongche.supervision;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhitongche.appeal.AppealReads.Key;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;
import org.zhitongche.time.Zone;

/** What the supervisor's page shows: one query for all counts, one for each of its tables. */
public final class Oversight {

    private static final int MOST = 10;

    private final Database database;
    private final InstantSource clock;

    public Oversight(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How many cases a department (CENTRE for the centre itself) has let turn red, and will today. */
    public record Late(String department, int red, int today) {}

    /** @param upheld     those the centre agreed with
     *  @param unfounded  those it did not
     *  @param dispatched all that the department was given in the period */
    public record Returns(String department, int sentBack, int upheld, int unfounded, int dispatched) {}

    /** 推诿指数: how often the matter went between two departments, {@code there} from the first to the second. */
    public record PingPong(String first, String second, int there, int back, int cases) {

        public int index() {
            return there + back;
        }
    }

    /** How many days the figures of a period go back. @param until its last day; null for up to now */
    public record Span(int days, LocalDate until) {}

    public record Page(Map<Watch, Integer> counts, List<Late> late, List<Returns> returns, List<PingPong> pingPong) {}

    /** @param unit the department they lie with, or null; {@code taker} the one they were passed on to, or null */
    public record Question(Watch watch, String unit, String taker, Span span) {}

    public Page page(Span span) {
        return new Page(counts(span), late(span), returns(span), pingPong(span));
    }

    private Map<Watch, Integer> counts(Span span) {
        String each = Arrays.stream(Watch.values()).map(watch -> "(select count(distinct w.appeal_id) from (" + watch.sql + ") w) as " + watch)
                .collect(Collectors.joining(", "));
        return database.sql().sql("select " + each).params(moments(span)).query((row, n) -> {
            Map<Watch, Integer> counts = new EnumMap<>(Watch.class);
            for (Watch watch : Watch.values()) {
                counts.put(watch, row.getInt(watch.name()));
            }
            return counts;
        }).single();
    }

    private List<Late> late(Span span) {
        return database.sql().sql("""
                select department, count(distinct appeal_id) filter (where red) as red, count(distinct appeal_id) filter (where not red) as today
                from (select r.*, true as red from (%s) r union all select t.*, false from (%s) t) w
                group by department order by red desc, today desc, department limit :most""".formatted(Watch.RED.sql, Watch.TODAY.sql))
                .params(moments(span)).param("most", MOST)
                .query((row, n) -> new Late(row.getString(1), row.getInt(2), row.getInt(3))).list();
    }

    private List<Returns> returns(Span span) {
        return database.sql().sql("""
                select department, count(*) as sent_back, count(*) filter (where state = 'RETURNED') as upheld,
                    count(*) filter (where state in ('DISPATCHED', 'ACKNOWLEDGED', 'COMPLETED')) as unfounded,
                    (select count(*) from assignment d where d.department = x.department and d.dispatched_at >= :since and d.dispatched_at < :until) as dispatched
                from assignment x where sent_back_at >= :since and sent_back_at < :until group by department order by sent_back desc, department limit :most""")
                .params(moments(span)).param("most", MOST)
                .query((row, n) -> new Returns(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5))).list();
    }

    private List<PingPong> pingPong(Span span) {
        return database.sql().sql("""
                select least(department, taker), greatest(department, taker), count(*) filter (where department < taker),
                    count(*) filter (where department > taker), count(distinct appeal_id)
                from (%s) w group by 1, 2 order by count(*) desc, 1, 2 limit :most""".formatted(Watch.PASSED_ON.sql))
                .params(moments(span)).param("most", MOST)
                .query((row, n) -> new PingPong(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4), row.getInt(5))).list();
    }

    /** The cases behind a number, newest first. @param after the last one of the page before, null for the first page */
    public List<Key> listCases(Question asked, Key after, int limit) {
        // Between two departments both ways count.
        String pair = asked.taker() == null ? "" : " and (w.department, w.taker) in ((:unit, :taker), (:taker, :unit))";
        String unit = asked.unit() == null || asked.taker() != null ? "" : " and w.department = :unit";
        String paging = after == null ? "" : " and (a.first_received, a.id) < (:afterAt, :afterId)";
        Map<String, Object> params = moments(asked.span());
        params.put("unit", asked.unit());
        params.put("taker", asked.taker());
        params.put("limit", limit);
        if (after != null) {
            params.put("afterAt", Timestamps.utc(after.at()));
            params.put("afterId", after.id());
        }
        return database.sql().sql("""
                select a.first_received, a.id from appeal a where a.id in (select w.appeal_id from (%s) w where true%s)%s
                order by a.first_received desc, a.id desc limit :limit""".formatted(asked.watch().sql, pair + unit, paging))
                .params(params).query((row, n) -> new Key(Timestamps.instant(row, "first_received"), row.getObject("id", java.util.UUID.class))).list();
    }

    private Map<String, Object> moments(Span span) {
        Instant now = clock.instant();
        Map<String, Object> moments = new HashMap<>();
        moments.put("now", Timestamps.utc(now));
        moments.put("midnight", Timestamps.utc(Zone.startOf(Zone.dateOf(now).plusDays(1))));
        // What happens at this very moment is of the period that lasts until now.
        Instant until = span.until() == null ? now.plusMillis(1) : Zone.startOf(span.until().plusDays(1));
        moments.put("until", Timestamps.utc(until));
        moments.put("since", Timestamps.utc((span.until() == null ? now : until).minus(Duration.ofDays(span.days()))));
        return moments;
    }
}
