package org.zhitongche.appeal;

import static org.zhitongche.db.Timestamps.instant;
import static org.zhitongche.db.Timestamps.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.zhitongche.db.Database;
import org.zhitongche.time.Light;
import org.zhitongche.time.Zone;

/** What lies on the desks of the centre and of departments, each bound to what the viewer may see. */
public final class DeskReads {

    private final Database database;

    DeskReads(Database database) {
        this.database = database;
    }

    /** What waits for a person of the centre. @param doubts why, keys of the words @param ruling it is a sending-back that waits */
    public record TriageRow(AppealRow appeal, Instant since, List<String> doubts, boolean ruling) {}

    /** Those before which a person stands that were never dispatched, soonest due first. */
    public List<UUID> listInTriage(Actor viewer, int limit) {
        return database.sql().sql("select a.id from appeal a where a.triage_due is not null and a.state = 'TRIAGE' and " + Sight.condition(viewer)
                + " order by a.triage_due, a.first_received, a.id limit :limit")
                .param("viewer", Sight.param(viewer)).param("limit", limit).query(UUID.class).list();
    }

    /** Soonest due first: the centre's desk. */
    public List<TriageRow> listTriage(Actor viewer, AppealReads.Key after, int limit) {
        String paging = after == null ? "" : " and (a.triage_due, a.id) > (:afterDue, :afterId)";
        var query = database.sql().sql(AppealReads.rows(viewer).replace("select a.id,", "select v.body, v.hash, a.id,") + """
                 cross join lateral (select body, hash from appeal_event where appeal_id = a.id and type in ('Triaged', 'SentBack')
                    order by seq desc limit 1) v
                where a.triage_due is not null and """ + " " + Sight.condition(viewer) + paging + " order by a.triage_due, a.id limit :limit")
                .param("viewer", Sight.param(viewer)).param("limit", limit);
        if (after != null) {
            query = query.param("afterDue", utc(after.at())).param("afterId", after.id());
        }
        return query.query((row, n) -> triage(viewer, row)).list();
    }

    private static TriageRow triage(Actor viewer, ResultSet row) throws SQLException {
        StoredEvent asked = EventCodec.read(row.getBytes("body"), row.getBytes("hash"));
        List<String> doubts = asked.event() instanceof Event.Triaged triaged ? triaged.doubts() : List.of();
        return new TriageRow(AppealReads.row(viewer, row), asked.at(), doubts, asked.event() instanceof Event.SentBack);
    }

    /** What the centre owes a decision on, besides triage and sendings-back. @param department whose act waits for it, null for none */
    public record CentreDuty(AppealRow appeal, UUID subject, Duty duty, String department, Instant since, Instant due) {}

    /** Soonest due first, at most this many. */
    public List<CentreDuty> listCentreDuties(Actor viewer, int limit) {
        return database.sql().sql(AppealReads.rows(viewer).replace("select a.id,", "select d.subject, d.duty, d.department as of_unit, d.since, d.due_at as owed_by, a.id,") + """
                 join centre_duty d on d.appeal_id = a.id where d.duty <> 'TRIAGE' and """ + " " + Sight.condition(viewer) + " order by d.due_at, d.subject limit :limit")
                .param("viewer", Sight.param(viewer)).param("limit", limit)
                .query((row, n) -> new CentreDuty(AppealReads.row(viewer, row), row.getObject("subject", UUID.class), Duty.valueOf(row.getString("duty")),
                        row.getString("of_unit"), instant(row, "since"), instant(row, "owed_by"))).list();
    }

    /**
     * One department's part, with the appeal it belongs to.
     *
     * @param acknowledge its {@code due} is null unless it is still to be acknowledged; so is that of {@code stage}, the stage reply
     */
    public record AssignmentRow(UUID id, String department, Role role, AssignmentState state, boolean rework,
                                Instant dispatchedAt, Instant due, Instant acknowledgedAt,
                                Instant handedInAt, boolean overdue, Turns acknowledge, Turns turns, Turns stage, Instant nextAt,
                                Instant askedAt, String extension, AppealRow appeal) {}

    /** What a department still owes, or has done; soonest due first. @param after due time and id of the last row of the page before */
    public List<AssignmentRow> listParts(Actor department, boolean open, AppealReads.Key after, int limit) {
        String states = open ? "('DISPATCHED', 'ACKNOWLEDGED', 'SENT_BACK')" : "('COMPLETED', 'RETURNED', 'CANCELLED')";
        String order = open ? "x.next_at, x.id" : "x.next_at desc, x.id desc";
        String paging = after == null ? "" : " and (x.next_at, x.id) " + (open ? ">" : "<") + " (:afterDue, :afterId)";
        var query = database.sql().sql(AppealReads.rows(department).replace("select a.id,", """
                select x.id as assignment, x.department, x.role, x.state as part, x.rework, x.dispatched_at as part_dispatched,
                    case when x.state = 'DISPATCHED' and a.suspended_at is null then x.acknowledge_due end as acknowledge_due,
                    k.light as acknowledge_light, k.at as acknowledge_at,
                    case when x.staged_at is null and x.handed_in_at is null and x.due_at is not null then x.stage_due end as stage_due,
                    s.light as stage_light, s.at as stage_at, x.due_at as part_due, x.acknowledged_at, x.handed_in_at, x.overdue as part_overdue,
                    x.blue_at as part_blue, x.yellow_at as part_yellow, x.next_at, x.asked_at, x.extension, a.id,""")
                + " join assignment x on x.appeal_id = a.id" + nextLight("k", Duty.ACKNOWLEDGE) + nextLight("s", Duty.STAGE_REPLY) + " where x.department = :viewer and x.state in " + states
                + " and " + Sight.condition(department) + paging + " order by " + order + " limit :limit")
                .param("viewer", Sight.param(department)).param("limit", limit);
        if (after != null) {
            query = query.param("afterDue", utc(after.at())).param("afterId", after.id());
        }
        return query.query((row, n) -> assignment(department, row)).list();
    }

    private static String nextLight(String as, Duty duty) {
        return " left join deadline %1$s on %1$s.appeal_id = x.appeal_id and %1$s.subject = x.id and %1$s.duty = '%2$s' and %1$s.light in ('BLUE', 'YELLOW', 'RED')"
                .formatted(as, duty);
    }

    private static Turns turns(ResultSet row, String duty) throws SQLException {
        String light = row.getString(duty + "_light");
        return Turns.next(light == null ? Light.RED : Light.valueOf(light), instant(row, duty + "_at"), instant(row, duty + "_due"));
    }

    private static AssignmentRow assignment(Actor viewer, ResultSet row) throws SQLException {
        return new AssignmentRow(row.getObject("assignment", UUID.class), row.getString("department"),
                Role.valueOf(row.getString("role")), AssignmentState.valueOf(row.getString("part")), row.getBoolean("rework"),
                instant(row, "part_dispatched"), instant(row, "part_due"),
                instant(row, "acknowledged_at"), instant(row, "handed_in_at"), row.getBoolean("part_overdue"), turns(row, "acknowledge"),
                new Turns(instant(row, "part_blue"), instant(row, "part_yellow"), instant(row, "part_due")), turns(row, "stage"), instant(row, "next_at"),
                instant(row, "asked_at"), row.getString("extension"), AppealReads.row(viewer, row));
    }

    /** How much a department owes, as its desk tells it. @param done answered since the year began, so that it costs no more with every year */
    public record DeskCount(int unacknowledged, int open, int overdue, int sentBack, int done) {}

    public DeskCount countParts(Actor department, Instant now) {
        // What was done is much: counted in the index, less what is not seen, of which there is little.
        return database.sql().sql("""
                select count(*) filter (where x.state = 'DISPATCHED') as unacknowledged,
                    count(*) filter (where x.state in ('DISPATCHED', 'ACKNOWLEDGED')) as open,
                    count(*) filter (where x.state in ('DISPATCHED', 'ACKNOWLEDGED') and x.due_at < :now and x.extension is distinct from 'PENDING') as overdue,
                    count(*) filter (where x.state = 'SENT_BACK') as sent_back,
                    (select count(*) from assignment d where d.department = :viewer and d.state = 'COMPLETED' and d.completed_at >= :year)
                    - (select count(*) from assignment d join appeal a on a.id = d.appeal_id
                        where d.department = :viewer and d.state = 'COMPLETED' and d.completed_at >= :year and a.id in (
                            select r.appeal_id from recusal r where r.department = :viewer union select p.appeal_id from recused_person p
                            union select s.id from appeal s where s.state = 'SPLIT' or s.bundle is not null)
                        and not""" + " " + Sight.condition(department) + """
                    ) as done
                from assignment x join appeal a on a.id = x.appeal_id
                where x.department = :viewer and x.state in ('DISPATCHED', 'ACKNOWLEDGED', 'SENT_BACK') and """ + " " + Sight.condition(department))
                .param("viewer", Sight.param(department)).param("now", utc(now))
                .param("year", utc(Zone.startOf(Zone.dateOf(now).withDayOfYear(1))))
                .query((row, n) -> new DeskCount(row.getInt("unacknowledged"), row.getInt("open"), row.getInt("overdue"),
                        row.getInt("sent_back"), row.getInt("done"))).single();
    }
}
