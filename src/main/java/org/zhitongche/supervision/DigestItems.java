package org.zhitongche.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhitongche.appeal.Duty;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;
import org.zhitongche.time.Zone;

/** What is red, turns red today or waits for acknowledgement, by department, soonest due first. */
final class DigestItems {

    private static final String OWED = """
            select x.department, case when x.role = 'CO_HANDLING' then 'CO_HANDLING' else 'REPLY' end as duty, a.number, a.id as appeal,
                x.id as assignment, x.due_at as due
            from assignment x join appeal a on a.id = x.appeal_id
            where x.state in ('DISPATCHED', 'ACKNOWLEDGED') and x.handed_in_at is null and x.due_at < :midnight
                and (x.extension is distinct from 'PENDING' or x.due_at >= :now)
            union all
            select x.department, 'STAGE_REPLY', a.number, a.id, x.id, x.stage_due from assignment x join appeal a on a.id = x.appeal_id
            where x.state in ('DISPATCHED', 'ACKNOWLEDGED') and x.handed_in_at is null and x.staged_at is null and x.due_at is not null
                and x.stage_due < :midnight
            union all
            select o.department, 'ORDER', o.number, o.appeal_id, o.assignment_id, o.due_at from supervision_order o
            where o.waits and o.due_at < :midnight
            union all
            select n.department, 'LEADER_NOTE', n.number, n.appeal_id, n.assignment_id, n.due_at from leader_note n
            where n.waits and n.due_at < :midnight
            union all
            select x.department, 'ACKNOWLEDGE', a.number, a.id, x.id, x.acknowledge_due from assignment x join appeal a on a.id = x.appeal_id
            where x.state = 'DISPATCHED' and a.suspended_at is null""";

    private DigestItems() {}

    static Map<String, List<DigestItem>> of(Database database, Instant now) {
        Instant midnight = Zone.startOf(Zone.dateOf(now).plusDays(1));
        // Nobody is told of a case that complains about him.
        return database.sql().sql("select * from (" + OWED + """
                ) w where not exists (select 1 from recusal r where r.appeal_id = w.appeal and r.department = w.department)
                order by due, number""")
                .param("now", Timestamps.utc(now)).param("midnight", Timestamps.utc(midnight)).query((row, n) -> item(row, now, midnight)).list().stream()
                .collect(Collectors.groupingBy(DigestItem::department));
    }

    private static DigestItem item(ResultSet row, Instant now, Instant midnight) throws SQLException {
        Instant due = Timestamps.instant(row, "due");
        DigestItem.Kind kind = due.isBefore(now) ? DigestItem.Kind.RED : due.isBefore(midnight) ? DigestItem.Kind.TODAY : DigestItem.Kind.WAITING;
        return new DigestItem(row.getString("department"), kind, Duty.valueOf(row.getString("duty")), row.getString("number"),
                row.getObject("appeal", UUID.class), row.getObject("assignment", UUID.class), due);
    }
}
