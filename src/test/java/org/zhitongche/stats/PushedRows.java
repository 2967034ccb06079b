package org.zhitongche.stats;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/** A push as its round leaves it, for tests of what is counted. */
public final class PushedRows {

    private PushedRows() {}

    /** @param sent null where it was returned @param read null where nobody opened it */
    public record To(String uscc, Instant sent, Instant read) {}

    public static void put(Database database, Instant started, List<To> firms) {
        UUID policy = UUID.randomUUID();
        UUID push = UUID.randomUUID();
        database.sql().sql("insert into region (code, name, level, sort) values ('350200', '示例市', 'CITY', 1) on conflict do nothing").update();
        database.sql().sql("""
                insert into policy (id, number, authority, title, text, type, way, audience, state, created_at, changed_at, changed_by, published_at)
                values (:policy, '示例〔2026〕1号', '示例局', '技改补助', '内容', 'SUBSIDY', 'APPLICATION', '{}', 'PUBLISHED', :at, :at, '中心坐席', :at)""")
                .param("policy", policy).param("at", Timestamps.utc(started)).update();
        database.sql().sql("insert into policy_version (policy, version, content, audience, published_at, published_by) values (?, 1, '{}', '{}', ?, '中心坐席')")
                .params(policy, Timestamps.utc(started)).update();
        database.sql().sql("insert into push (id, policy, version, started_at, started_by, matched, state) values (?, ?, 1, ?, '中心坐席', ?, 'DONE')")
                .params(push, policy, Timestamps.utc(started), firms.size()).update();
        firms.forEach(firm -> {
            database.sql().sql("insert into enterprise (uscc, name, name_key, region) values (:uscc, :uscc, :uscc, '350200') on conflict do nothing")
                    .param("uscc", firm.uscc()).update();
            database.sql().sql("""
                    insert into push_delivery (push, uscc, policy, version, held, corrects, channel, delivery, state, reason, queued_at, sent_at, read_at)
                    values (?, ?, ?, 1, '{}', false, 'SITE', gen_random_uuid(), ?, ?, ?, ?::timestamptz, ?::timestamptz)""")
                    .params(Arrays.asList(push, firm.uscc(), policy, firm.sent() == null ? "FAILED" : "SENT", firm.sent() == null ? "退信" : null,
                            Timestamps.utc(started), at(firm.sent()), at(firm.read()))).update();
        });
    }

    private static Object at(Instant moment) {
        return moment == null ? null : Timestamps.utc(moment);
    }
}
