package org.zhitongche.appeal;

import static org.zhitongche.appeal.Projection.utc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.zhitongche.db.Writes;
import org.zhitongche.time.Zone;

/** Closes the span that no longer holds and opens the one that does, from the moment at which it was known. */
final class Spans {

    static final String APPEAL_COLUMNS = """
            appeal_id, from_at, state, type, door, region, category, lead, holder, first_received, accepted_at, dispatched_at,
            due_at, completed_at, first_completed_at, completed_on_time, ending, reopened, passed_on, contacted, solved,
            satisfaction, rated_at, objection_upheld, counted, accept_due, pending, undisputed, paid, planned, asked_jointly""";

    static final String ASSIGNMENT_COLUMNS = """
            assignment_id, appeal_id, from_at, department, role, state, rework, dispatched_at, acknowledge_due,
            acknowledged_at, due_at, handed_in_at, completed_at, sent_back_at, extended, promised, promise_asked_at,
            promise_kept""";

    private static final String OPEN_APPEAL = Projection.insert("appeal_span", APPEAL_COLUMNS + ", to_at");
    private static final String OPEN_ASSIGNMENT = Projection.insert("assignment_span", ASSIGNMENT_COLUMNS + ", to_at");

    private static final String CHANGED = "insert into figure_change (appeal_id, day) values (?, ?)";

    private Spans() {}

    /** Each table's rows together, so that many appeals are a few statements; what is packed for figures is so no longer. */
    static void write(List<Projection.Step> steps, Writes writes) {
        Map<Instant, List<UUID>> closedAppeals = new LinkedHashMap<>();
        Map<Instant, List<UUID>> closedParts = new LinkedHashMap<>();
        List<Object[]> openedAppeals = new ArrayList<>();
        List<Object[]> openedParts = new ArrayList<>();
        Set<Appeal> changed = new LinkedHashSet<>();
        for (Projection.Step step : steps) {
            if (step.before() == null || !step.before().appeal().equals(step.after().appeal())) {
                if (step.before() != null) {
                    closedAppeals.computeIfAbsent(step.at(), at -> new ArrayList<>()).add(step.appeal().id);
                }
                openedAppeals.add(open(row(step)));
                changed.add(step.appeal());
            }
            for (Assignment each : step.appeal().assignments()) {
                Standing.AssignmentFacts was = step.before() == null ? null : step.before().assignments().get(each.id);
                if (!step.after().assignments().get(each.id).equals(was)) {
                    if (was != null) {
                        closedParts.computeIfAbsent(step.at(), at -> new ArrayList<>()).add(each.id);
                    }
                    openedParts.add(open(row(step, each)));
                    changed.add(step.appeal());
                }
            }
        }
        closedAppeals.forEach((at, ids) -> close("appeal_span", "appeal_id", ids, at, writes));
        closedParts.forEach((at, ids) -> close("assignment_span", "assignment_id", ids, at, writes));
        writes.addAll(OPEN_APPEAL, openedAppeals);
        writes.addAll(OPEN_ASSIGNMENT, openedParts);
        changed.stream().filter(appeal -> appeal.acceptedAt != null)
                .forEach(appeal -> writes.add(CHANGED, appeal.id, Zone.dateOf(appeal.acceptedAt)));
    }

    private static Object[] open(Object[] row) {
        Object[] open = Arrays.copyOf(row, row.length + 1);
        open[row.length] = OffsetDateTime.MAX;
        return open;
    }

    /** What was opened at this very moment never held for anybody: it gives way without a trace. */
    private static void close(String table, String key, List<UUID> ids, Instant at, Writes writes) {
        UUID[] all = ids.toArray(UUID[]::new);
        writes.add("delete from " + table + " where " + key + " = any (?) and from_at = ?", all, utc(at));
        writes.add("update " + table + " set to_at = ? where " + key + " = any (?) and to_at = 'infinity'", utc(at), all);
    }

    static Object[] row(Projection.Step step) {
        Appeal a = step.appeal();
        Standing.AppealFacts f = step.after().appeal();
        return new Object[] {a.id, utc(step.at()), f.state().name(), a.type.name(), a.door.name(), f.region(), f.category(),
                f.lead(), f.holder(), utc(a.firstReceived), utc(f.acceptedAt()), utc(f.dispatchedAt()), utc(f.due()),
                utc(f.completedAt()), utc(f.firstCompletedAt()), f.completedOnTime(), f.ending() == null ? null : f.ending().name(),
                f.reopened(), f.passedOn(), f.contacted(), f.solved(),
                f.satisfaction() == null ? null : f.satisfaction().degree(), utc(f.ratedAt()), f.objectionUpheld(), f.counted(), utc(f.acceptDue()), f.pending(),
                f.arrears() == null ? null : f.arrears().undisputed(), f.arrears() == null ? null : f.arrears().paid(),
                f.arrears() != null && f.arrears().planned(), f.askedJointly()};
    }

    static Object[] row(Projection.Step step, Assignment a) {
        return new Object[] {a.id, step.appeal().id, utc(step.at()), a.department, a.role.name(), a.state.name(), a.rework,
                utc(a.dispatchedAt), utc(a.acknowledgeKnown()), utc(a.acknowledgedAt), utc(a.due), utc(a.handedInAt),
                utc(a.completedAt), utc(a.sentBackAt), a.extended(), a.promised, utc(a.promiseAskedAt), a.promiseKept};
    }
}
