package org.zhitongche.appeal;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;
import org.zhitongche.db.Writes;
import org.zhitongche.time.Light;

/** Writes what the events say into the tables that pages, clocks and figures read. All of it can be made anew. */
final class Projection {

    static final String APPEAL_COLUMNS = """
            id, number, version, head, state, type, source, door, uscc, verified, may_name, region, category, lead, title_id,
            triage_due, first_received, accepted_at, dispatched_at, due_at, completed_at, confirmed_at, ended_at, overdue,
            blue_at, yellow_at, hard, priority, suspended_at, long_list, long_list_until,
            escalated_to, escalated_at, parent, bundle""";

    static final String ASSIGNMENT_COLUMNS = """
            id, appeal_id, department, role, state, rework, ruled, dispatched_at, acknowledge_due, due_at, acknowledged_at,
            contacted_at, handed_in_at, completed_at, sent_back_at, conclusion, promised, overdue,
            extended, blue_at, yellow_at, next_at, asked_at, stage_due, staged_at, extension,
            extension_due, review_by, successor""";

    static final String ORDER_COLUMNS = """
            id, appeal_id, assignment_id, department, number, issued_at, due_at, blue_at, yellow_at, answered_at, waits""";

    static final String REPORT_COLUMNS = "id, appeal_id, number, office, reported_at, noted";

    static final String NOTE_COLUMNS = """
            id, appeal_id, assignment_id, department, number, report_id, office, noted_on, recorded_at, due_at, blue_at, yellow_at,
            answered_at, waits""";

    static final String CENTRE_DUTY_COLUMNS = "appeal_id, subject, duty, department, since, due_at";

    private static final String UPSERT_ORDER = upsert("supervision_order", ORDER_COLUMNS);
    private static final String UPSERT_REPORT = upsert("leader_report", REPORT_COLUMNS);
    private static final String UPSERT_NOTE = upsert("leader_note", NOTE_COLUMNS);
    private static final String UPSERT_APPEAL = upsert("appeal", APPEAL_COLUMNS);
    private static final String UPSERT_ASSIGNMENT = upsert("assignment", ASSIGNMENT_COLUMNS);

    private final Database database;
    private final Terms terms;

    Projection(Database database, Terms terms) {
        this.database = database;
        this.terms = terms;
    }

    void write(List<Appeals.Changed> changes, Writes writes) {
        List<Step> steps = changes.stream().map(c -> new Step(c.change().appeal(), c.before(),
                Standing.of(c.change().appeal(), terms), c.change().at())).toList();
        writeRows(steps, writes);
        Spans.write(steps, writes);
        writeOwed(steps, writes);
        changes.forEach(c -> c.events().forEach(event -> writeSurvey(event, writes)));
        writeRecusals(changes.stream().filter(Projection::recuses).map(c -> c.change().appeal()).toList(), writes);
    }

    /** Makes the projection anew, span by span as the events came. */
    void rebuild(UUID id, List<StoredEvent> history, Function<List<StoredEvent>, Appeal> fold) {
        Writes writes = database.writes();
        for (String table : List.of("recusal", "recused_person", "survey", "deadline", "centre_duty", "assignment_span", "appeal_span", "supervision_order", "leader_report", "leader_note", "assignment")) {
            writes.add("delete from " + table + " where appeal_id = ?", id);
        }
        Standing before = null;
        for (int n = 1; n <= history.size(); n++) {
            boolean lastOfChange = n == history.size() || !history.get(n).at().equals(history.get(n - 1).at());
            if (lastOfChange) {
                Appeal appeal = fold.apply(history.subList(0, n));
                Standing after = Standing.of(appeal, terms);
                Spans.write(List.of(new Step(appeal, before, after, history.get(n - 1).at())), writes);
                before = after;
            }
        }
        Appeal appeal = fold.apply(history);
        Step whole = new Step(appeal, null, before, appeal.lastAt);
        writeRows(List.of(whole), writes);
        writeOwed(List.of(whole), writes);
        history.forEach(event -> writeSurvey(event, writes));
        writeRecusals(List.of(appeal), writes);
        writes.send();
    }

    /** @param before null for a new appeal */
    record Step(Appeal appeal, Standing before, Standing after, Instant at) {}

    private static void writeRows(List<Step> steps, Writes writes) {
        steps.forEach(step -> writes.add(UPSERT_APPEAL, row(step)));
        steps.forEach(step -> step.appeal().assignments().forEach(each -> writes.add(UPSERT_ASSIGNMENT, row(step, each))));
        steps.forEach(step -> step.appeal().orders().forEach(each -> writes.add(UPSERT_ORDER, row(step, each))));
        steps.forEach(step -> step.appeal().leaderReports().forEach(each -> writes.add(UPSERT_REPORT, row(step, each))));
        steps.forEach(step -> step.appeal().leaderNotes().forEach(each -> writes.add(UPSERT_NOTE, row(step, each))));
    }

    private static String extension(Assignment a) {
        return a.extension == null ? null : a.extension.pending() ? "PENDING" : a.extension.granted() ? "GRANTED" : "REFUSED";
    }

    static Object[] row(Step step) {
        Appeal a = step.appeal();
        Map<Light, Instant> turns = step.after().turns().getOrDefault(a.id, Map.of());
        LongList longList = LongList.of(a);
        return new Object[] {a.id, a.number, a.version, a.head, a.state.name(), a.type.name(), a.source.name(), a.door.name(),
                a.uscc, a.verified, a.mayName == null || a.mayName.handler(), a.region, a.category, step.after().appeal().lead(),
                a.title.id(), utc(a.triageDue), utc(a.firstReceived), utc(a.acceptedAt), utc(a.dispatchedAt), utc(a.due),
                utc(a.completedAt), utc(a.confirmedAt), utc(a.endedAt), a.overdue,
                utc(turns.get(Light.BLUE)), utc(turns.get(Light.YELLOW)), a.hard, a.priority, utc(a.suspendedAt),
                longList == null ? null : longList.kind().name(), longList == null ? null : utc(longList.until()),
                a.escalatedTo == null ? null : a.escalatedTo.name(), utc(a.escalatedAt), a.pieceOf, a.bundle()};
    }

    static Object[] row(Step step, Assignment a) {
        Map<Light, Instant> turns = step.after().turns().getOrDefault(a.id, Map.of());
        return new Object[] {a.id, step.appeal().id, a.department, a.role.name(), a.state.name(), a.rework, a.ruled, utc(a.dispatchedAt),
                utc(a.acknowledgeDue), utc(a.due), utc(a.acknowledgedAt), utc(a.contactedAt), utc(a.handedInAt),
                utc(a.completedAt), utc(a.sentBackAt), a.conclusion == null ? null : a.conclusion.name(), a.promised, a.overdue,
                a.extended(), utc(turns.get(Light.BLUE)), utc(turns.get(Light.YELLOW)), utc(a.nextAt(step.appeal().suspensionReview)),
                utc(a.askedAt), utc(a.stageDue), utc(a.stagedAt), extension(a),
                a.extension == null || !a.extension.pending() ? null : utc(a.extension.rulingDue()), utc(a.reviewBy), a.successor};
    }

    static Object[] row(Step step, Order order) {
        Appeal a = step.appeal();
        Map<Light, Instant> turns = step.after().turns().getOrDefault(order.id(), Map.of());
        return new Object[] {order.id(), a.id, order.assignment(), a.getAssignment(order.assignment()).department, order.number(),
                utc(order.issuedAt()), utc(order.due()), utc(turns.get(Light.BLUE)), utc(turns.get(Light.YELLOW)),
                utc(order.answeredAt()), a.waits(order)};
    }

    static Object[] row(Step step, LeaderReport report) {
        Appeal a = step.appeal();
        boolean noted = a.leaderNotes().stream().anyMatch(note -> report.id().equals(note.report()));
        return new Object[] {report.id(), a.id, report.number(), report.office(), utc(report.at()), noted};
    }

    static Object[] row(Step step, LeaderNote note) {
        Appeal a = step.appeal();
        Map<Light, Instant> turns = step.after().turns().getOrDefault(note.id(), Map.of());
        return new Object[] {note.id(), a.id, note.assignment(), a.getAssignment(note.assignment()).department, note.number(), note.report(),
                note.office(), note.notedOn(), utc(note.recordedAt()), utc(note.due()), utc(turns.get(Light.BLUE)), utc(turns.get(Light.YELLOW)),
                utc(note.answeredAt()), a.waits(note)};
    }

    private static void writeOwed(List<Step> steps, Writes writes) {
        replace(steps, Standing::deadlines, "deadline", writes, (step, d) -> writes.add(
                "insert into deadline (appeal_id, subject, duty, light, at) values (?, ?, ?, ?, ?)",
                step.appeal().id, d.subject(), d.duty().name(), d.turn(), utc(d.at())));
        replace(steps, Standing::centre, "centre_duty", writes, (step, d) -> writes.add(
                insert("centre_duty", CENTRE_DUTY_COLUMNS), row(step.appeal().id, d)));
    }

    static Object[] row(UUID appeal, Standing.CentreDuty d) {
        return new Object[] {appeal, d.subject(), d.duty().name(), d.department(), utc(d.since()), utc(d.due())};
    }

    /** An appeal's rows of a table, where they are others than before. */
    private static <R> void replace(List<Step> steps, Function<Standing, Set<R>> rows, String table, Writes writes, BiConsumer<Step, R> write) {
        List<Step> changed = steps.stream().filter(step -> !before(step, rows).equals(rows.apply(step.after()))).toList();
        UUID[] had = changed.stream().filter(step -> !before(step, rows).isEmpty()).map(step -> step.appeal().id).toArray(UUID[]::new);
        if (had.length > 0) {
            writes.add("delete from " + table + " where appeal_id = any (?)", (Object) had);
        }
        changed.forEach(step -> rows.apply(step.after()).forEach(row -> write.accept(step, row)));
    }

    private static <R> Set<R> before(Step step, Function<Standing, Set<R>> rows) {
        return step.before() == null ? Set.of() : rows.apply(step.before());
    }

    private static void writeSurvey(StoredEvent stored, Writes writes) {
        if (stored.event() instanceof Event.SurveyOpened e) {
            writes.add("insert into survey (appeal_id, round, opened_at, closes_at) values (?, ?, ?, ?)",
                    stored.appeal(), e.round(), utc(stored.at()), utc(e.closes()));
        } else if (stored.event() instanceof Event.Rated e) {
            writes.add("""
                    update survey set answered_at = ?, contacted = ?, solved = ?, satisfaction = ?
                    where appeal_id = ? and round = ?""", utc(stored.at()), e.contacted(), e.solved(),
                    e.satisfaction() == null ? null : e.satisfaction().degree(), stored.appeal(), e.round());
        } else if (stored.event() instanceof Event.SurveyLapsed e) {
            writes.add("update survey set lapsed_at = ? where appeal_id = ? and round = ?", utc(stored.at()),
                    stored.appeal(), e.round());
        } else {
            movedDuties(stored.event()).filter(moved -> moved.duty() == Duty.SURVEY).forEach(moved ->
                    writes.add("update survey set closes_at = ? where appeal_id = ? and answered_at is null and lapsed_at is null",
                            utc(moved.due()), stored.appeal()));
        }
    }

    static Stream<Event.MovedDuty> movedDuties(Event event) {
        return event instanceof Event.ClocksMoved e ? e.otherDuties().stream() : event instanceof Event.DutiesMoved e ? e.moved().stream() : Stream.empty();
    }

    /** What was merged into an appeal brings its recusals, and takes them away again. */
    private static boolean recuses(Appeals.Changed changed) {
        return changed.before() == null || changed.events().stream().map(StoredEvent::event)
                .anyMatch(event -> event instanceof Event.Recused || event instanceof Event.RecusalLifted
                        || event instanceof Event.TookIn || event instanceof Event.LetGo);
    }

    private static void writeRecusals(List<Appeal> appeals, Writes writes) {
        UUID[] running = appeals.stream().filter(a -> a.version > 1).map(a -> a.id).toArray(UUID[]::new);
        if (running.length > 0) {
            writes.add("delete from recusal where appeal_id = any (?)", (Object) running);
            writes.add("delete from recused_person where appeal_id = any (?)", (Object) running);
        }
        appeals.forEach(a -> a.recused().forEach(unit ->
                writes.add("insert into recusal (appeal_id, department) values (?, ?)", a.id, unit)));
        appeals.forEach(a -> a.recusedPersons().forEach(person ->
                writes.add("insert into recused_person (appeal_id, person) values (?, ?)", a.id, UUID.fromString(person))));
    }

    static String insert(String table, String columns) {
        String places = columns.replaceAll("\\w+", "?").replaceAll("\\s+", " ");
        return "insert into " + table + " (" + columns + ") values (" + places + ")";
    }

    /** All but the key may change. */
    private static String upsert(String table, String columns) {
        String changes = Arrays.stream(columns.split(",\\s*")).map(String::strip).filter(column -> !column.equals("id"))
                .map(column -> column + " = excluded." + column).collect(Collectors.joining(", "));
        return insert(table, columns) + " on conflict (id) do update set " + changes;
    }

    static Object utc(Instant at) {
        return at == null ? null : Timestamps.utc(at);
    }
}
