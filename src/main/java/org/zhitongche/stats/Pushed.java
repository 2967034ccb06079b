package org.zhitongche.stats;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

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

    /** Of {@code push p}. */
    static final String ASKED = "p.started_at >= :from and p.started_at < :to and p.started_at <= :cutOff";
    private static final String SENT = "d.sent_at <= :cutOff";
    /** Of {@code appeal a}: whose firm had shown by the cut-off that it is its own. */
    static final String FOLLOWED = """
            a.uscc = d.uscc and a.verified and a.type = 'INQUIRY' and a.first_received > d.sent_at
            and a.first_received <= least(d.sent_at + make_interval(days => :follows), :cutOff)
            and not exists (select 1 from appeal_event v where v.appeal_id = a.id and v.type = 'SenderVerified' and v.at > :cutOff)""";

    static final String SQL = """
            with delivered as materialized (
                select d.uscc, d.sent_at, d.read_at from push p join push_delivery d on d.push = p.id where %1$s)
            select (select count(*) from push p where %1$s) as pushes, count(*) as matched, count(*) filter (where %2$s) as sent,
                count(*) filter (where %3$s) as read, count(*) filter (where %4$s) as enquired
            from delivered d""".formatted(ASKED, Step.DELIVERED.reached, Step.READ.reached, Step.ENQUIRED.reached);

    /** How far it came with a firm. */
    public enum Step {
        MATCHED("true"), DELIVERED(SENT), READ(SENT + " and d.read_at <= :cutOff"),
        ENQUIRED(SENT + " and exists (select 1 from appeal a where " + FOLLOWED + ")");

        /** Of {@code push_delivery d}. */
        final String reached;

        Step(String reached) {
            this.reached = reached;
        }

        /** As it stands in addresses and documents. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One share of them, as a figure is told: who came to a step, of those who came to another before. */
    public record Share(Step above, Step below, long numerator, long denominator) {

        /** Names its words. */
        public String key() {
            return above.key();
        }

        public String text() {
            return Figure.percent(numerator, denominator);
        }
    }

    static Pushed of(ResultSet row, int number) throws SQLException {
        return new Pushed(row.getLong("pushes"), row.getLong("matched"), row.getLong("sent"), row.getLong("read"), row.getLong("enquired"));
    }

    /** 送达率, 阅读率, 咨询转化率. */
    public List<Share> shares() {
        return List.of(new Share(Step.DELIVERED, Step.MATCHED, sent, matched), new Share(Step.READ, Step.DELIVERED, read, sent),
                new Share(Step.ENQUIRED, Step.DELIVERED, enquired, sent));
    }
}
