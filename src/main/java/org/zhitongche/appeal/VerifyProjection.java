package org.zhitongche.appeal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.zhitongche.db.Database;

/** Every row made of an appeal's events, held against those the events make when they are read anew. */
final class VerifyProjection {

    private static final String SURVEY_COLUMNS = "appeal_id, round, opened_at, closes_at, answered_at, contacted, solved, satisfaction, lapsed_at";
    private static final String DEADLINE_COLUMNS = "appeal_id, subject, duty, light, at";

    /** The tables with the columns that are compared and the one that names the appeal. */
    private enum Table {
        APPEAL("appeal", Projection.APPEAL_COLUMNS, "id"),
        ASSIGNMENT("assignment", Projection.ASSIGNMENT_COLUMNS, "appeal_id"),
        APPEAL_SPAN("appeal_span", Spans.APPEAL_COLUMNS + ", to_at", "appeal_id"),
        ASSIGNMENT_SPAN("assignment_span", Spans.ASSIGNMENT_COLUMNS + ", to_at", "appeal_id"),
        DEADLINE("deadline", DEADLINE_COLUMNS, "appeal_id"),
        SURVEY("survey", SURVEY_COLUMNS, "appeal_id"),
        SUPERVISION_ORDER("supervision_order", Projection.ORDER_COLUMNS, "appeal_id"),
        LEADER_REPORT("leader_report", Projection.REPORT_COLUMNS, "appeal_id"),
        LEADER_NOTE("leader_note", Projection.NOTE_COLUMNS, "appeal_id"),
        CENTRE_DUTY("centre_duty", Projection.CENTRE_DUTY_COLUMNS, "appeal_id"),
        RECUSAL("recusal", "appeal_id, department", "appeal_id"),
        RECUSED_PERSON("recused_person", "appeal_id, person", "appeal_id");

        final String table;
        final List<String> columns;
        final String key;

        Table(String table, String columns, String key) {
            this.table = table;
            this.columns = Arrays.stream(columns.split(",")).map(String::strip).toList();
            this.key = key;
        }

        /** What the events name; when the lights before the end of a limit turn, and those above are told, follows from calendar and procedure in force. */
        List<List<Object>> withoutLights(List<List<Object>> rows) {
            if (this == DEADLINE) {
                return rows.stream().filter(row -> row.get(columns.indexOf("light")).equals("RED")).toList();
            }
            int blue = columns.indexOf("blue_at");
            return blue < 0 ? rows : rows.stream().map(row -> {
                List<Object> dark = new ArrayList<>(row);
                dark.set(blue, null);
                dark.set(columns.indexOf("yellow_at"), null);
                return dark;
            }).toList();
        }
    }

    /** An appeal's rows by table; a row is its values in the order of the columns. */
    record Rows(Map<Table, List<List<Object>>> byTable) {

        Rows() {
            this(new HashMap<>());
        }

        List<List<Object>> of(Table table) {
            return byTable.computeIfAbsent(table, key -> new ArrayList<>());
        }

        private void add(Table table, Object... values) {
            of(table).add(Arrays.stream(values).map(VerifyProjection::plain).toList());
        }
    }

    private final Database database;
    private final Terms terms;

    VerifyProjection(Database database, Terms terms) {
        this.database = database;
        this.terms = terms;
    }

    Map<UUID, Rows> load(UUID[] appeals) {
        Map<UUID, Rows> all = new HashMap<>();
        for (UUID appeal : appeals) {
            all.put(appeal, new Rows());
        }
        for (Table table : Table.values()) {
            int key = table.columns.indexOf(table.key);
            database.sql().sql("select " + String.join(", ", table.columns) + " from " + table.table + " where " + table.key + " = any (?)")
                    .param(appeals).query(row -> {
                        List<Object> values = values(row);
                        all.get((UUID) values.get(key)).of(table).add(values);
                    });
        }
        return all;
    }

    void check(UUID id, String number, List<StoredEvent> history, Rows stored, VerifyReport.Writer report) {
        Rows made;
        try {
            made = anew(id, history);
        } catch (RuntimeException e) {
            report.red("fold", number, e.toString());
            return;
        }
        boolean lights = false;
        for (Table table : Table.values()) {
            lights |= compare(table, number, normal(table, made.of(table)), normal(table, stored.of(table)), report);
        }
        if (lights) {
            report.told("lights", number);
        }
    }

    private Rows anew(UUID id, List<StoredEvent> history) {
        Rows rows = new Rows();
        Appeal appeal = new Appeal(id);
        Map<UUID, List<Object>> open = new LinkedHashMap<>();
        Standing before = null;
        for (int n = 0; n < history.size(); n++) {
            Appeals.follow(appeal, history.get(n));
            survey(rows, history.get(n));
            Instant at = history.get(n).at();
            if (n + 1 == history.size() || !history.get(n + 1).at().equals(at)) {
                before = spans(rows, open, appeal, before, at);
            }
        }
        open.forEach((key, span) -> close(rows, key.equals(id), span, Instant.MAX));
        Standing now = Standing.of(appeal, terms);
        Projection.Step whole = new Projection.Step(appeal, null, now, appeal.lastAt);
        rows.add(Table.APPEAL, Projection.row(whole));
        appeal.assignments().forEach(each -> rows.add(Table.ASSIGNMENT, Projection.row(whole, each)));
        appeal.orders().forEach(each -> rows.add(Table.SUPERVISION_ORDER, Projection.row(whole, each)));
        appeal.leaderReports().forEach(each -> rows.add(Table.LEADER_REPORT, Projection.row(whole, each)));
        appeal.leaderNotes().forEach(each -> rows.add(Table.LEADER_NOTE, Projection.row(whole, each)));
        now.deadlines().forEach(d -> rows.add(Table.DEADLINE, id, d.subject(), d.duty().name(), d.turn(), d.at()));
        now.centre().forEach(d -> rows.add(Table.CENTRE_DUTY, Projection.row(id, d)));
        appeal.recused().forEach(unit -> rows.add(Table.RECUSAL, id, unit));
        appeal.recusedPersons().forEach(person -> rows.add(Table.RECUSED_PERSON, id, UUID.fromString(person)));
        return rows;
    }

    private static Standing spans(Rows rows, Map<UUID, List<Object>> open, Appeal appeal, Standing before, Instant at) {
        Standing after = Standing.withoutDeadlines(appeal);
        Projection.Step step = new Projection.Step(appeal, before, after, at);
        if (before == null || !before.appeal().equals(after.appeal())) {
            follow(rows, open, appeal.id, true, Spans.row(step), at);
        }
        for (Assignment each : appeal.assignments()) {
            if (before == null || !after.assignments().get(each.id).equals(before.assignments().get(each.id))) {
                follow(rows, open, each.id, false, Spans.row(step, each), at);
            }
        }
        return after;
    }

    private static void follow(Rows rows, Map<UUID, List<Object>> open, UUID key, boolean ofAppeal, Object[] next, Instant at) {
        List<Object> former = open.put(key, Arrays.asList(next));
        if (former != null) {
            close(rows, ofAppeal, former, at);
        }
    }

    private static void close(Rows rows, boolean ofAppeal, List<Object> span, Instant at) {
        List<Object> closed = new ArrayList<>(span);
        closed.add(at);
        rows.add(ofAppeal ? Table.APPEAL_SPAN : Table.ASSIGNMENT_SPAN, closed.toArray());
    }

    private static void survey(Rows rows, StoredEvent stored) {
        if (stored.event() instanceof Event.SurveyOpened e) {
            rows.add(Table.SURVEY, stored.appeal(), e.round(), stored.at(), e.closes(), null, null, null, null, null);
        } else if (stored.event() instanceof Event.Rated e) {
            put(rows, e.round(), 4, stored.at(), e.contacted(), e.solved(), e.satisfaction() == null ? null : e.satisfaction().degree());
        } else if (stored.event() instanceof Event.SurveyLapsed e) {
            put(rows, e.round(), 8, stored.at());
        } else {
            Projection.movedDuties(stored.event()).filter(moved -> moved.duty() == Duty.SURVEY).forEach(moved -> rows.of(Table.SURVEY).stream()
                    .filter(row -> row.get(4) == null && row.get(8) == null).map(row -> (Integer) row.get(1)).toList()
                    .forEach(round -> put(rows, round, 3, moved.due())));
        }
    }

    private static void put(Rows rows, int round, int from, Object... values) {
        rows.of(Table.SURVEY).replaceAll(row -> {
            if (!row.get(1).equals(round)) {
                return row;
            }
            List<Object> changed = new ArrayList<>(row);
            for (int n = 0; n < values.length; n++) {
                changed.set(from + n, values[n]);
            }
            return changed;
        });
    }

    /** In one order, and spans that say the same after each other as one: two changes in one moment may undo each other. */
    private static List<List<Object>> normal(Table table, List<List<Object>> rows) {
        List<List<Object>> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(List::toString));
        int from = table.columns.indexOf("from_at");
        if (from < 0) {
            return sorted;
        }
        sorted.sort(Comparator.<List<Object>, String>comparing(row -> row.get(0).toString()).thenComparing(row -> (Instant) row.get(from)));
        List<List<Object>> joined = new ArrayList<>();
        for (List<Object> row : sorted) {
            List<Object> last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.get(last.size() - 1).equals(row.get(from)) && facts(last, from).equals(facts(row, from))) {
                List<Object> whole = new ArrayList<>(last);
                whole.set(whole.size() - 1, row.get(row.size() - 1));
                joined.set(joined.size() - 1, whole);
            } else {
                joined.add(row);
            }
        }
        return joined;
    }

    private static List<Object> facts(List<Object> span, int from) {
        List<Object> facts = new ArrayList<>(span);
        facts.remove(facts.size() - 1);
        facts.remove(from);
        return facts;
    }

    /** @return whether only lights before the end of a limit turn at another moment */
    private static boolean compare(Table table, String number, List<List<Object>> made, List<List<Object>> stored, VerifyReport.Writer report) {
        if (made.equals(stored)) {
            return false;
        }
        if (table.withoutLights(made).equals(table.withoutLights(stored))) {
            return true;
        }
        if (made.size() != stored.size()) {
            report.red("projection-rows", number, table.table, stored.size(), made.size());
        } else {
            reportDifference(table, number, made, stored, report);
        }
        return false;
    }

    private static void reportDifference(Table table, String number, List<List<Object>> made, List<List<Object>> stored, VerifyReport.Writer report) {
        for (int row = 0; row < made.size(); row++) {
            for (int column = 0; column < table.columns.size(); column++) {
                Object right = made.get(row).get(column);
                Object found = stored.get(row).get(column);
                if (!Objects.equals(right, found)) {
                    report.red("projection", number, table.table, table.columns.get(column), String.valueOf(found), String.valueOf(right));
                    return;
                }
            }
        }
    }

    private static List<Object> values(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        List<Object> values = new ArrayList<>();
        for (int n = 1; n <= columns.getColumnCount(); n++) {
            boolean time = columns.getColumnTypeName(n).equals("timestamptz");
            values.add(plain(time ? row.getObject(n, OffsetDateTime.class) : row.getObject(n)));
        }
        return values;
    }

    private static Object plain(Object value) {
        if (value instanceof OffsetDateTime time) {
            return time.equals(OffsetDateTime.MAX) ? Instant.MAX : time.toInstant();
        }
        if (value instanceof Date date) {
            return date.toLocalDate();
        }
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value;
    }
}
