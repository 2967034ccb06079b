package org.zhitongche.stats;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * 政策推送 in firm-times 人次: of the pushes started in the period, as known at the cut-off.
 *
 * @param pushes   how many were started
 * @param matched  firms for which a policy was meant, once for each version of it
 * @param sent     of these, reached by mail or on the site
 * @param read     of those reached, who opened it
 * @param enquired of those reached, who sent an inquiry within {@link #FOLLOWS} days
 */
public record Pushed(long pushes, long matched, long sent, long read, long enquired) {

    /** An inquiry within so many days of the delivery followed it. */
    public static final int FOLLOWS = 30;

    static final String SQL = """
            with delivered as materialized (
                select d.uscc, d.sent_at, d.read_at from push p join push_delivery d on d.push = p.id
                where p.started_at >= :from and p.started_at < :to and p.started_at <= :cutOff)
            select (select count(*) from push p where p.started_at >= :from and p.started_at < :to and p.started_at <= :cutOff) as pushes,
                count(*) as matched, count(*) filter (where sent_at <= :cutOff) as sent,
                count(*) filter (where sent_at <= :cutOff and read_at <= :cutOff) as read,
                (select count(*) from delivered d where d.sent_at <= :cutOff and exists (
                    select 1 from appeal a where a.uscc = d.uscc and a.verified and a.type = 'INQUIRY' and a.first_received > d.sent_at
                        and a.first_received <= least(d.sent_at + make_interval(days => :follows), :cutOff))) as enquired
            from delivered""";

    /** One share of them, as a figure is told: {@code key} names its words. */
    public record Share(String key, long numerator, long denominator) {

        public String text() {
            return Figure.percent(numerator, denominator);
        }
    }

    static Pushed of(ResultSet row, int number) throws SQLException {
        return new Pushed(row.getLong("pushes"), row.getLong("matched"), row.getLong("sent"), row.getLong("read"), row.getLong("enquired"));
    }

    /** 送达率, 阅读率, 咨询转化率. */
    public List<Share> shares() {
        return List.of(new Share("delivered", sent, matched), new Share("read", read, sent), new Share("enquired", enquired, sent));
    }
}
