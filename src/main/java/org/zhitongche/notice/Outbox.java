package org.zhitongche.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;
import org.zhitongche.db.Writes;
import org.zhitongche.directory.PersonRole;

/**
 * What is to be sent, as streams: only the head of a stream can be taken, so its order holds with any number of nodes.
 * The head that waits, is dead or is in somebody's hands holds back its own stream and no other.
 */
public final class Outbox {

    // The head by a scalar subquery, which stays a look-up in the index however many rows wait.
    private static final String HEADS = """
            select id from outbox o
            where o.channel = ? and o.not_before <= ? and o.sent_at is null and o.skipped_at is null and o.dead_at is null
              and o.id = (select min(p.id) from outbox p where p.stream = o.stream and p.sent_at is null and p.skipped_at is null)
            order by o.not_before, o.id limit ? for update skip locked""";
    private static final int ERROR_KEPT = 1000;

    private final Database database;
    private final InstantSource clock;
    private final Alarms alarms;
    private final OutboxSettings settings;
    private final String node;
    private final Wakeups wakeups = new Wakeups();

    /** @param node this node's name, to see who holds a lease */
    public Outbox(Database database, InstantSource clock, Alarms alarms, OutboxSettings settings, String node) {
        this.database = database;
        this.clock = clock;
        this.alarms = alarms;
        this.settings = settings;
        this.node = node;
    }

    /** Calls the sender of a channel after each commit that left something for it. It must return at once and not touch the database. */
    public void onStored(Channel channel, Runnable wake) {
        wakeups.on(channel, wake);
    }

    public void onStored(Runnable wake) {
        Arrays.stream(Channel.values()).forEach(channel -> onStored(channel, wake));
    }

    /** In one batch, in the transaction of what caused it. */
    public void put(Collection<NewDelivery> deliveries) {
        Writes writes = database.writes();
        put(deliveries, writes);
        writes.send();
    }

    void put(Collection<NewDelivery> deliveries, Writes writes) {
        if (deliveries.isEmpty()) {
            return;
        }
        OffsetDateTime now = now();
        deliveries.forEach(d -> writes.add("""
                insert into outbox (delivery_id, appeal_id, stream, channel, destination, kind, payload, created_at, not_before)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", d.deliveryId(), d.appeal(), d.stream(), d.channel().name(), d.destination(),
                d.kind(), d.payload(), now, now));
        wakeups.afterCommit(deliveries.stream().map(NewDelivery::channel).collect(Collectors.toSet()));
    }

    /**
     * Takes heads of streams for the length of the caller's transaction, at most one a stream.
     * To be asked again until nothing is left: what follows in a stream can be taken once its head is marked.
     */
    public List<Delivery> claim(Channel channel, int limit) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a claim lives in a transaction; without one use a lease");
        }
        return database.sql().sql("""
                select id, delivery_id, appeal_id, channel, destination, kind, payload, attempts from outbox
                where id in (""" + HEADS + ") order by id")
                .params(channel.name(), now(), limit).query(Outbox::delivery).list();
    }

    /** Takes heads of streams for a time, with no transaction open while they are being sent. */
    public List<Delivery> lease(Channel channel, int limit, Duration time) {
        OffsetDateTime until = Timestamps.utc(clock.instant().plus(time));
        return database.sql().sql("""
                with taken as (""" + HEADS + """
                ), leased as (
                    update outbox set leased_until = ?, leased_by = ?, not_before = ? where id in (select id from taken) returning *)
                select id, delivery_id, appeal_id, channel, destination, kind, payload, attempts from leased order by id""")
                .params(channel.name(), now(), limit, until, node, until).query(Outbox::delivery).list();
    }

    public void sent(List<Delivery> deliveries) {
        settle("sent_at", deliveries, null);
    }

    /** Not to be sent, for a reason that is no fault: the stream goes on. */
    public void skipped(Delivery delivery, String reason) {
        settle("skipped_at", List.of(delivery), reason);
    }

    private void settle(String column, List<Delivery> deliveries, String reason) {
        if (deliveries.isEmpty()) {
            return;
        }
        database.sql().sql("update outbox set " + column + """
                 = ?, dead_at = null, leased_until = null, leased_by = null, last_error = ?
                where id = any (?) and sent_at is null and skipped_at is null""")
                .params(now(), reason, deliveries.stream().map(Delivery::id).toArray(Long[]::new)).update();
        wakeups.afterCommit(deliveries.stream().map(Delivery::channel).collect(Collectors.toSet()));
    }

    /** Tried again after a while; after too many failures, or a permanent one, dead until a person wants it tried again. */
    public void failed(Delivery delivery, String error, boolean permanent) {
        database.tx().executeWithoutResult(status -> {
            int failures = delivery.attempts() + 1;
            boolean dead = permanent || failures >= settings.tries();
            int changed = database.sql().sql("""
                    update outbox set attempts = ?, last_error = ?, not_before = ?, dead_at = ?, leased_until = null, leased_by = null
                    where id = ? and sent_at is null and skipped_at is null and dead_at is null""")
                    .params(failures, shortened(error), Timestamps.utc(clock.instant().plus(settings.waitAfter(failures))),
                            dead ? now() : null, delivery.id()).update();
            if (dead && changed == 1) {
                alarms.raise(PersonRole.CENTRE, "delivery.dead", delivery.destination(),
                        "无法送达 " + delivery.destination() + "（" + delivery.kind() + "）：" + shortened(error), String.valueOf(delivery.id()));
            }
        });
    }

    /** A dead or waiting delivery is tried at once. @return whether it was undelivered */
    public boolean retry(long id) {
        boolean changed = database.sql().sql("""
                update outbox set dead_at = null, attempts = 0, not_before = ?
                where id = ? and sent_at is null and skipped_at is null and (leased_until is null or leased_until <= ?)""")
                .params(now(), id, now()).update() == 1;
        wakeups.afterCommit(EnumSet.allOf(Channel.class));
        return changed;
    }

    /** A person lets an undelivered one go, so that its stream goes on. @return whether it was undelivered */
    public boolean giveUp(long id, String by) {
        boolean changed = database.sql().sql("""
                update outbox set skipped_at = ?, dead_at = null, last_error = left('given up by ' || ? || coalesce(': ' || last_error, ''), ?)
                where id = ? and sent_at is null and skipped_at is null and (leased_until is null or leased_until <= ?)""")
                .params(now(), by, ERROR_KEPT, id, now()).update() == 1;
        wakeups.afterCommit(EnumSet.allOf(Channel.class));
        return changed;
    }

    /** Lets all go that waits, dead or not, where nobody is to be told. @return how many */
    public int skipAll(String reason) {
        return database.sql().sql("""
                update outbox set skipped_at = ?, dead_at = null, leased_until = null, leased_by = null, last_error = ?
                where sent_at is null and skipped_at is null""").params(now(), reason).update();
    }

    /** Forgets what was told about an appeal: what waits is not sent any more, what was sent stays as a fact without content. */
    void withdraw(UUID appeal, List<String> destinations, String reason) {
        database.sql().sql("""
                update outbox set skipped_at = ?, dead_at = null, last_error = ?
                where appeal_id = ? and destination = any (?) and sent_at is null and skipped_at is null""")
                .params(now(), reason, appeal, destinations.toArray(String[]::new)).update();
    }

    void erase(UUID appeal) {
        database.sql().sql("""
                update outbox set payload = '{}', destination = case channel when 'MAIL' then 'erased' else destination end,
                    stream = 'erased|' || id, dead_at = null, last_error = case when sent_at is null then 'erased' end,
                    skipped_at = case when sent_at is null then coalesce(skipped_at, ?) end
                where appeal_id = ?""").params(now(), appeal).update();
        database.sql().sql("update outgoing_mail set address = 'erased' where appeal_id = ?").param(appeal).update();
    }

    /** Deletes what was settled long enough ago, a part at a time. @return how many */
    public int prune(int limit) {
        return database.sql().sql("""
                delete from outbox where id in (
                    select id from outbox where (sent_at is not null or skipped_at is not null) and coalesce(sent_at, skipped_at) < ?
                    order by coalesce(sent_at, skipped_at) limit ?)""")
                .params(Timestamps.utc(clock.instant().minus(settings.kept())), limit).update();
    }

    private OffsetDateTime now() {
        return Timestamps.utc(clock.instant());
    }

    private static String shortened(String error) {
        String cleaned = String.valueOf(error).replace("\0", "");
        return cleaned.length() <= ERROR_KEPT ? cleaned : cleaned.substring(0, ERROR_KEPT);
    }

    static Delivery delivery(ResultSet row, int n) throws SQLException {
        return new Delivery(row.getLong("id"), row.getObject("delivery_id", UUID.class), row.getObject("appeal_id", UUID.class),
                Channel.valueOf(row.getString("channel")), row.getString("destination"), row.getString("kind"),
                row.getString("payload"), row.getInt("attempts"));
    }
}
