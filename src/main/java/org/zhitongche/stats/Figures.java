package org.zhitongche.stats;

import static org.zhitongche.db.Timestamps.instant;
import static org.zhitongche.db.Timestamps.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Ending;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Sight;
import org.zhitongche.db.Database;
import org.zhitongche.time.WorkCalendar;

/** The figures of a period as they were known at a moment; what happened or was recorded later does not count. */
public final class Figures {

    private final Database database;
    private final InstantSource clock;
    private final Function<Instant, WorkCalendar> calendars;

    /** @param calendars the calendar that was in force at a moment */
    public Figures(Database database, InstantSource clock, Function<Instant, WorkCalendar> calendars) {
        this.database = database;
        this.clock = clock;
        this.calendars = calendars;
    }

    /** The cut-off where none is named. */
    public Instant now() {
        return clock.instant();
    }

    public FigureTable table(Question question) {
        OfficeTime office = office(question);
        List<FigureRow> rows = database.sql().sql(FigureSql.table(question.by(), office)).params(params(question, office))
                .query((row, n) -> row(row)).list();
        return new FigureTable(question, rows.isEmpty() && question.by() == Grouping.OVERALL ? List.of(none("")) : rows);
    }

    /** The figures of one group, as its row of the table has them, without its name; none where it has no appeals. */
    public Optional<FigureRow> find(Question question, String key) {
        OfficeTime office = office(question);
        return database.sql().sql(FigureSql.one(question.by(), office)).params(params(question, office)).param("key", key)
                .query((row, n) -> row(row)).optional();
    }

    /** How the figures of one group move: one statement, however many points. */
    public FigureTrend trend(Question question, String key, Trend trend) {
        OfficeTime office = office(question);
        Map<String, FigureRow> rows = database.sql().sql(FigureSql.trend(question.by(), trend, office)).params(params(question, office))
                .param("key", key).query((row, n) -> row(row)).list().stream().collect(Collectors.toMap(FigureRow::key, row -> row));
        return new FigureTrend(question, key, trend, trend.cut(question.period()).stream().map(piece -> {
            String start = trend.start(piece.firstDay()).toString();
            return new FigureTrend.Point(piece, rows.getOrDefault(start, none(start)));
        }).toList());
    }

    /** Among whom each group's time is divided, by the group's key: two statements, however many groups. */
    public Map<String, Holders> holders(Question question) {
        return holders(question, null);
    }

    /** Among whom one group's time is divided. */
    public Holders holdersOf(Question question, String key) {
        return holders(question, key).getOrDefault(key, Holders.NOBODY);
    }

    /** How long each holder had the group's completed appeals, longest first. */
    public List<Waiting.Held> listHeld(Question question, String key) {
        return holdersOf(question, key).held();
    }

    private Map<String, Holders> holders(Question question, String key) {
        OfficeTime office = office(question);
        Map<String, Object> params = params(question, office);
        if (key != null) {
            params.put("key", key);
        }
        Map<String, Holders> holders = new HashMap<>();
        database.sql().sql(HolderSql.held(question.by(), key != null, office)).params(params).query(row -> {
            of(holders, row).held().add(new Waiting.Held(row.getString("holder"), row.getLong("appeals"), seconds(row, "total"),
                    seconds(row, "median"), seconds(row, "p90"), seconds(row, "office")));
        });
        database.sql().sql(HolderSql.late(question.by(), key != null, office)).params(params).query(row -> {
            of(holders, row).late().add(new Late(row.getString("holder"), row.getLong("appeals"), row.getLong("days"), seconds(row, "total")));
        });
        return holders;
    }

    private static Holders of(Map<String, Holders> holders, ResultSet row) throws SQLException {
        return holders.computeIfAbsent(row.getString("key"), key -> new Holders(new ArrayList<>(), new ArrayList<>()));
    }

    /**
     * The cases behind one side of a figure, newest first, as far as the viewer may see them.
     *
     * @param key   of the group, as in its row
     * @param after where the page before ended, null for the first
     */
    public List<Case> listCases(Actor viewer, Question question, String key, Measure measure, Part part, Case.Key after, int limit) {
        check(question);
        return cases(FigureSql.cases(measure, part, question.by(), after != null, Sight.condition(viewer)), viewer, question, key, after, limit,
                Map.of());
    }

    /** As {@link #listCases}, of those that a holder had while they were overdue. */
    public List<Case> listLateCases(Actor viewer, Question question, String key, String holder, Case.Key after, int limit) {
        check(question);
        return cases(HolderSql.lateCases(question.by(), after != null, Sight.condition(viewer)), viewer, question, key, after, limit,
                Map.of("holder", holder));
    }

    private List<Case> cases(String sql, Actor viewer, Question question, String key, Case.Key after, int limit, Map<String, String> more) {
        Map<String, Object> params = params(question);
        params.putAll(Map.of("key", key, "viewer", Sight.param(viewer), "limit", limit));
        params.putAll(more);
        if (after != null) {
            params.put("afterAt", utc(after.acceptedAt()));
            params.put("afterAppeal", after.appeal());
            params.put("afterAssignment", after.assignment() == null ? after.appeal() : after.assignment());
        }
        return database.sql().sql(sql).params(params).query((row, n) -> aCase(row)).list();
    }

    private OfficeTime office(Question question) {
        check(question);
        return new OfficeTime(calendars.apply(question.cutOff()), question.cutOff());
    }

    private void check(Question question) {
        if (question.cutOff().isAfter(now())) {
            throw new Refusal("figures.cut-off");
        }
    }

    private static Map<String, Object> params(Question question) {
        return new HashMap<>(Map.of("from", utc(question.period().from()), "to", utc(question.period().to()),
                "cutOff", utc(question.cutOff())));
    }

    private static Map<String, Object> params(Question question, OfficeTime office) {
        Map<String, Object> params = params(question);
        params.putAll(office.params());
        return params;
    }

    private static FigureRow row(ResultSet row) throws SQLException {
        Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            long denominator = row.getLong(measure.name() + "_d");
            figures.put(measure, new Figure(measure, row.getLong(measure.name() + "_n"), denominator,
                    measure.isAmount() ? row.getLong(measure.name() + "_c") : denominator));
        }
        return new FigureRow(row.getString("key"), row.getString("name"), row.getLong("cohort"), figures,
                new Waiting(row.getLong("completed"), seconds(row, "median"), seconds(row, "p90"), seconds(row, "office_median"), seconds(row, "office_p90")));
    }

    private static FigureRow none(String key) {
        Map<Measure, Figure> figures = Arrays.stream(Measure.values())
                .collect(Collectors.toMap(measure -> measure, measure -> new Figure(measure, 0, 0), (a, b) -> a, () -> new EnumMap<>(Measure.class)));
        return new FigureRow(key, null, 0, figures, Waiting.NONE);
    }

    private static Case aCase(ResultSet row) throws SQLException {
        String ending = row.getString("ending");
        return new Case(row.getObject("appeal_id", UUID.class), row.getString("number"), row.getObject("assignment", UUID.class),
                AppealState.valueOf(row.getString("state")), row.getString("region"), row.getString("category"),
                row.getString("department"), instant(row, "accepted_at"), instant(row, "due_at"), instant(row, "completed_at"),
                row.getObject("completed_on_time", Boolean.class), ending == null ? null : Ending.valueOf(ending),
                row.getInt("reopened"), row.getInt("passed_on"));
    }

    private static Duration seconds(ResultSet row, String column) throws SQLException {
        double seconds = row.getDouble(column);
        return row.wasNull() ? null : Duration.ofMillis(Math.round(seconds * 1000));
    }
}
