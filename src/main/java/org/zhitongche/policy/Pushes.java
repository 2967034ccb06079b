package org.zhitongche.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/** Begins, holds and resumes pushes, and tells how far they are. What carries them on is {@link PushRound}. */
public final class Pushes {
    private static final String COUNTED = """
            select p.*, c.* from push p cross join lateral (
                select count(*) as all_of_them, count(*) filter (where state = 'MATCHED') as waiting, count(*) filter (where state = 'SENT') as sent,
                    count(*) filter (where state = 'FAILED') as failed, count(*) filter (where state = 'SKIPPED') as skipped, count(read_at) as read
                from push_delivery where push = p.id) c
            """;

    private final Database database;
    private final InstantSource clock;
    private final Audiences audiences;
    private final Policies policies;

    public Pushes(Database database, InstantSource clock, Audiences audiences, Policies policies) {
        this.database = database;
        this.clock = clock;
        this.audiences = audiences;
        this.policies = policies;
    }

    /**
     * Finds all whom the policy's present version is for and who did not get it yet, and those who got a former one, in
     * one statement. From then on one record a firm stands, whatever happens to the process.
     */
    public Push start(UUID policy, String by) {
        UUID id = UUID.randomUUID();
        database.tx().executeWithoutResult(status -> {
            database.sql().sql("select 1 from policy where id = ? for update").param(policy).query(Integer.class).optional();
            Policy published = policies.getPolicy(policy);
            require(published.state() == Policy.State.PUBLISHED, "policy.not-public");
            require(!isUnderWay(policy), "push.under-way");
            OffsetDateTime now = Timestamps.utc(clock.instant());
            database.sql().sql("""
                    insert into push (id, policy, version, started_at, started_by, matched, state) values (?, ?, ?, ?, ?, 0, 'RUNNING')""")
                    .params(id, policy, published.version(), now, by).update();
            int matched = match(id, published);
            database.sql().sql("update push set matched = ? where id = ?").params(matched, id).update();
        });
        return getPush(id);
    }

    private int match(UUID push, Policy policy) {
        Condition held = audiences.heldSql(policy.audience());
        Condition meant = audiences.condition(policy.audience());
        List<Object> values = new ArrayList<>(List.of(push, policy.id(), policy.version()));
        values.addAll(held.values());
        values.add(policy.id());
        values.addAll(meant.values());
        return database.sql().sql("""
                insert into push_delivery (push, policy, version, uscc, held, corrects, channel, contact, address, delivery, state)
                select cast(? as uuid), cast(? as uuid), cast(? as int), e.uscc, """ + held.sql() + """
                , former.uscc is not null, way.channel, c.id, c.email, gen_random_uuid(), 'MATCHED'
                from\s""" + Reach.FIRMS + """

                left join (select distinct uscc from push_delivery where policy = ? and state = 'SENT') former on former.uscc = e.uscc
                where e.status = 'ACTIVE' and way.channel is not null and (former.uscc is not null or\s""" + meant.sql() + """
                )
                on conflict (policy, version, uscc) do nothing""").params(values).update();
    }

    private boolean isUnderWay(UUID policy) {
        return database.sql().sql("select exists (select 1 from push where policy = ? and state in ('RUNNING', 'PAUSED'))").param(policy)
                .query(Boolean.class).single();
    }

    public void pause(UUID push) {
        turn(push, Push.State.RUNNING, Push.State.PAUSED);
    }

    public void resume(UUID push) {
        turn(push, Push.State.PAUSED, Push.State.RUNNING);
    }

    private void turn(UUID push, Push.State from, Push.State to) {
        require(database.sql().sql("update push set state = ? where id = ? and state = ?").params(to.name(), push, from.name()).update() == 1,
                "push.state");
    }

    public Push getPush(UUID id) {
        return database.sql().sql(COUNTED + "where p.id = ?").param(id).query(Pushes::push).optional()
                .orElseThrow(() -> new Unknown("push " + id));
    }

    /** The latest first. */
    public List<Push> listOf(UUID policy) {
        return database.sql().sql(COUNTED + "where p.policy = ? order by p.started_at desc, p.id limit 20").param(policy)
                .query(Pushes::push).list();
    }

    public Optional<Push> findLatest(UUID policy) {
        return listOf(policy).stream().findFirst();
    }

    private static Push push(ResultSet row, int n) throws SQLException {
        return new Push(row.getObject("id", UUID.class), row.getObject("policy", UUID.class), row.getInt("version"),
                Timestamps.instant(row, "started_at"), row.getString("started_by"), row.getInt("matched"),
                Push.State.valueOf(row.getString("state")), Timestamps.instant(row, "ended_at"),
                new Push.Counts(row.getLong("all_of_them"), row.getLong("waiting"), row.getLong("sent"), row.getLong("failed"),
                        row.getLong("skipped"), row.getLong("read")));
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new Refusal(rule);
        }
    }
}
