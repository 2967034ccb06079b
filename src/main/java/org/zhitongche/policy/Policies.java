package org.zhitongche.policy;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/** The policies: drafted, published, corrected, withdrawn. What changes in public stops the push that is under way. */
public final class Policies {
    private final Database database;
    private final InstantSource clock;
    private final Audiences audiences;
    private final PolicyRows rows;

    public Policies(Database database, InstantSource clock, Audiences audiences) {
        this.database = database;
        this.clock = clock;
        this.audiences = audiences;
        this.rows = new PolicyRows(audiences);
    }

    public Policy draft(PolicyText text, Audience audience, String by) {
        UUID id = UUID.randomUUID();
        OffsetDateTime now = now();
        database.sql().sql("insert into policy (" + PolicyRows.TEXT + """
                , audience, id, state, created_at, changed_at, changed_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, 'DRAFT', ?, ?, ?)""")
                .params(rows.values(text, audience, id, now, now, by)).update();
        return getPolicy(id);
    }

    /** A draft is changed; what is public is corrected: the next version, which stops the push of the former. */
    public Policy edit(UUID id, int seen, PolicyText text, Audience audience, String by) {
        return database.tx().execute(status -> {
            Policy policy = lock(id, seen);
            require(policy.state() != Policy.State.WITHDRAWN, "policy.withdrawn");
            boolean corrects = policy.state() == Policy.State.PUBLISHED;
            database.sql().sql("update policy set (" + PolicyRows.TEXT + """
                    , audience) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as date), cast(? as date), cast(? as date), cast(? as date), cast(? as jsonb)),
                    version = version + ?, revision = revision + 1, changed_at = ?, changed_by = ? where id = ?""")
                    .params(rows.values(text, audience, corrects ? 1 : 0, now(), by, id)).update();
            Policy changed = getPolicy(id);
            if (corrects) {
                stopPush(id, "CORRECTED");
                keep(changed, by);
            }
            return changed;
        });
    }

    public Policy publish(UUID id, int seen, String by) {
        return database.tx().execute(status -> {
            Policy policy = lock(id, seen);
            require(policy.state() == Policy.State.DRAFT, "policy.published");
            database.sql().sql("""
                    update policy set state = 'PUBLISHED', published_at = ?, changed_at = ?, changed_by = ?, revision = revision + 1
                    where id = ?""").params(now(), now(), by, id).update();
            Policy published = getPolicy(id);
            keep(published, by);
            return published;
        });
    }

    public Policy withdraw(UUID id, int seen, String why, String by) {
        return database.tx().execute(status -> {
            Policy policy = lock(id, seen);
            require(policy.state() == Policy.State.PUBLISHED, "policy.not-public");
            require(why != null && !why.isBlank(), "policy.why");
            database.sql().sql("""
                    update policy set state = 'WITHDRAWN', withdrawn_at = ?, withdrawn_why = ?, changed_at = ?, changed_by = ?,
                        revision = revision + 1 where id = ?""").params(now(), why.strip(), now(), by, id).update();
            stopPush(id, "WITHDRAWN");
            return getPolicy(id);
        });
    }

    /** Whoever was not reached yet is not told any more. */
    private void stopPush(UUID policy, String why) {
        database.sql().sql("update push set state = 'STOPPED', ended_at = ? where policy = ? and state in ('RUNNING', 'PAUSED')")
                .params(now(), policy).update();
        database.sql().sql("""
                update push_delivery set state = 'SKIPPED', reason = ?
                where state = 'MATCHED' and queued_at is null and push in (select id from push where policy = ?)""")
                .params(why, policy).update();
    }

    private void keep(Policy policy, String by) {
        database.sql().sql("""
                insert into policy_version (policy, version, content, audience, published_at, published_by)
                values (?, ?, cast(? as jsonb), cast(? as jsonb), ?, ?)""")
                .params(policy.id(), policy.version(), EventCodec.JSON.valueToTree(policy.text()).toString(),
                        audiences.write(policy.audience()).toString(), now(), by).update();
    }

    private Policy lock(UUID id, int seen) {
        Policy policy = database.sql().sql("select " + PolicyRows.COLUMNS + " from policy where id = ? for update").param(id)
                .query(rows::policy).optional().orElseThrow(() -> new Unknown("policy " + id));
        require(policy.revision() == seen, "policy.changed");
        return policy;
    }

    public Policy getPolicy(UUID id) {
        return findPolicy(id).orElseThrow(() -> new Unknown("policy " + id));
    }

    public Optional<Policy> findPolicy(UUID id) {
        return database.sql().sql("select " + PolicyRows.COLUMNS + " from policy where id = ?").param(id)
                .query(rows::policy).optional();
    }

    /** What is or was public, for everybody. */
    public Optional<Policy> findPublic(UUID id) {
        return findPolicy(id).filter(policy -> policy.state() != Policy.State.DRAFT);
    }

    /** The latest change first. @param after a cursor of {@link #cursor}, or empty */
    public List<Policy> list(String after, int limit) {
        return page("select " + PolicyRows.COLUMNS + """
                 from policy where (changed_at, id) < (?, ?) order by changed_at desc, id desc limit ?""", after, limit);
    }

    public static String cursor(Policy policy) {
        return PolicyRows.Cursor.of(policy.changedAt(), policy.id());
    }

    /** In force for all to see, the latest first. @param after a cursor of {@link #publicCursor}, or empty */
    public List<Policy> listPublic(String after, int limit) {
        return page("select " + PolicyRows.COLUMNS + """
                 from policy where state = 'PUBLISHED' and (published_at, id) < (?, ?)
                order by published_at desc, id desc limit ?""", after, limit);
    }

    public static String publicCursor(Policy policy) {
        return PolicyRows.Cursor.of(policy.publishedAt(), policy.id());
    }

    private List<Policy> page(String sql, String after, int limit) {
        PolicyRows.Cursor from = PolicyRows.Cursor.read(after);
        return database.sql().sql(sql).params(from.at(), from.id(), limit).query(rows::policy).list();
    }

    private OffsetDateTime now() {
        return Timestamps.utc(clock.instant());
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new Refusal(rule);
        }
    }
}
