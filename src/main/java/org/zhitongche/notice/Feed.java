package org.zhitongche.notice;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Sight;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/**
 * What a department without a broker fetches. Rows get their numbers when they are first read, under the department's
 * lock: a row that is committed late comes behind those already read and cannot be skipped by anybody's cursor.
 */
public final class Feed {

    private final Database database;
    private final InstantSource clock;

    public Feed(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param cursor to be given as {@code after} next time; @param document JSON such as assignment/1 */
    public record Item(long cursor, UUID deliveryId, UUID appeal, String kind, String document) {}

    /** What was handed out counts as delivered. @param after the last cursor that the department has, 0 at first */
    public List<Item> list(String department, long after, int limit) {
        return database.tx().execute(status -> {
            number(department, limit);
            List<Item> items = read(department, after, limit);
            markSent(items);
            return items;
        });
    }

    private void number(String department, int limit) {
        if (!anyNew(department)) {
            return;
        }
        database.sql().sql("insert into feed (department, last) values (?, 0) on conflict (department) do nothing")
                .param(department).update();
        long last = database.sql().sql("select last from feed where department = ? for update").param(department)
                .query(Long.class).single();
        int numbered = database.sql().sql("""
                update outbox o set feed_no = ? + place.n
                from (select id, row_number() over (order by id) as n from (
                          select id from outbox where channel = 'PULL' and destination = ? and feed_no is null
                          order by id limit ?) as fresh) as place
                where o.id = place.id""")
                .params(last, department, limit).update();
        database.sql().sql("update feed set last = ? where department = ?").params(last + numbered, department).update();
    }

    private boolean anyNew(String department) {
        return database.sql().sql("select exists (select 1 from outbox where channel = 'PULL' and destination = ? and feed_no is null)")
                .param(department).query(Boolean.class).single();
    }

    /** What was delivered and may not be known any more, is not there, except that it was taken from the reader; nor a digest that names it. */
    private List<Item> read(String department, long after, int limit) {
        Actor reader = new Actor(Actor.Kind.DEPARTMENT, null, null, department);
        return database.sql().sql("""
                select o.feed_no, o.delivery_id, o.appeal_id, o.kind, o.payload from outbox o
                where o.channel = 'PULL' and o.destination = :viewer and o.feed_no > :after and o.skipped_at is null
                    and case when o.appeal_id is null then not exists (select 1 from recusal r join appeal a on a.id = r.appeal_id
                            where r.department = :viewer and position(a.number in o.payload) > 0)
                        else not exists (select 1 from appeal a where a.id = o.appeal_id
                            and (o.kind not in ('cancelled-merged', 'cancelled-split')
                                or exists (select 1 from recusal r where r.appeal_id = a.id and r.department = :viewer))
                            and not""" + " " + Sight.condition(reader) + """
                    ) end
                order by o.feed_no limit :limit""")
                .param("viewer", Sight.param(reader)).param("after", after).param("limit", limit)
                .query((row, n) -> new Item(row.getLong(1), row.getObject(2, UUID.class), row.getObject(3, UUID.class),
                        row.getString(4), row.getString(5))).list();
    }

    private void markSent(List<Item> items) {
        OffsetDateTime now = Timestamps.utc(clock.instant());
        database.sql().sql("update outbox set sent_at = ? where delivery_id = any (?) and sent_at is null and skipped_at is null")
                .params(now, items.stream().map(Item::deliveryId).toArray(UUID[]::new)).update();
    }
}
