package org.zhitongche.appeal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/** What lists show of demands from above, orders 督办单 and leaders' notes 批示, bound to what the viewer may see. */
public final class OrderReads {

    private final Database database;

    public OrderReads(Database database) {
        this.database = database;
    }

    /** @param title of the case, null once erased */
    public record Row(UUID appeal, String number, String title, Instant issuedAt, Turns turns) {}

    /** What a department still has to answer, soonest due first. */
    public List<Row> listWaiting(Actor department, int limit) {
        return database.sql().sql("""
                select o.appeal_id, o.number, t.body as title, o.issued_at, o.blue_at, o.yellow_at, o.due_at
                from (select id, appeal_id, department, number, issued_at, blue_at, yellow_at, due_at from supervision_order where waits
                    union all select id, appeal_id, department, number, recorded_at, blue_at, yellow_at, due_at from leader_note where waits) o join appeal a on a.id = o.appeal_id left join appeal_content t on t.id = a.title_id
                where o.department = :viewer and""" + " " + Sight.condition(department) + " order by o.due_at, o.id limit :limit")
                .param("viewer", Sight.param(department)).param("limit", limit)
                .query((row, n) -> new Row(row.getObject("appeal_id", UUID.class), row.getString("number"), row.getString("title"),
                        Timestamps.instant(row, "issued_at"), new Turns(Timestamps.instant(row, "blue_at"),
                        Timestamps.instant(row, "yellow_at"), Timestamps.instant(row, "due_at")))).list();
    }
}
