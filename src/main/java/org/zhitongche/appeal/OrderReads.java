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

    /** @param id of the order, or of the leader's note, as {@code duty} says @param title of the case as the department may read it, null once erased */
    public record Row(UUID id, Duty duty, UUID appeal, String number, String title, Instant issuedAt, Turns turns) {}

    /** What a department still has to answer, soonest due first. */
    public List<Row> listWaiting(Actor department, int limit) {
        return database.sql().sql(AppealReads.rows(department).replace("select a.id,", """
                select o.id as subject, o.duty, o.number as demand, o.issued_at as demanded_at, o.blue_at as demand_blue, o.yellow_at as demand_yellow, o.due_at as demand_due, a.id,""") + """
                 join (select id, 'ORDER' as duty, appeal_id, department, number, issued_at, blue_at, yellow_at, due_at from supervision_order where waits
                    union all select id, 'LEADER_NOTE', appeal_id, department, number, recorded_at, blue_at, yellow_at, due_at from leader_note where waits) o on o.appeal_id = a.id
                where o.department = :viewer and""" + " " + Sight.condition(department) + " order by o.due_at, o.id limit :limit")
                .param("viewer", Sight.param(department)).param("limit", limit)
                .query((row, n) -> new Row(row.getObject("subject", UUID.class), Duty.valueOf(row.getString("duty")), row.getObject("id", UUID.class), row.getString("demand"), AppealReads.row(department, row).title(),
                        Timestamps.instant(row, "demanded_at"), new Turns(Timestamps.instant(row, "demand_blue"),
                        Timestamps.instant(row, "demand_yellow"), Timestamps.instant(row, "demand_due")))).list();
    }
}
