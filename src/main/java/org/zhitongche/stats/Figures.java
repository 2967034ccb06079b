package org.zhitongche.stats;

import static org.zhitongche.db.Timestamps.instant;
import static org.zhitongche.db.Timestamps.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Ending;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Sight;
import org.zhitongche.db.Database;

/** The figures of a period as they were known at a moment; what happened or was recorded later does not count. */
public final class Figures {

    private final Database database;
    private final InstantSource clock;

    public Figures(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The cut-off where none is named. */
    public Instant now() {
        return clock.instant();
    }

    public FigureTable table(Question question) {
        check(question);
        List<FigureRow> rows = database.sql().sql(FigureSql.table(question.by())).params(params(question))
                .query((row, n) -> row(row)).list();
        return new FigureTable(question, rows.isEmpty() && question.by() == Grouping.OVERALL ? List.of(none()) : rows);
    }

    /** How long each holder had the group's completed appeals, longest first. */
    public List<Waiting.Held> listHeld(Question question, String key) {
        check(question);
        return database.sql().sql(FigureSql.held(question.by())).params(params(question)).param("key", key)
                .query((row, n) -> new Waiting.Held(row.getString("holder"), row.getLong("appeals"), seconds(row, "total"),
                        seconds(row, "median"), seconds(row, "p90"))).list();
    }

    /**
     * The cases behind one side of a figure, newest first, as far as the viewer may see them.
     *
     * @param key   of the group, as in its row
     * @param after where the page before ended, null for the first
     */
    public List<Case> listCases(Actor viewer, Question question, String key, Measure measure, Part part, Case.Key after, int limit) {
        check(question);
        Map<String, Object> params = params(question);
        params.putAll(Map.of("key", key, "viewer", Sight.param(viewer), "limit", limit));
        if (after != null) {
            params.put("afterAt", utc(after.acceptedAt()));
            params.put("afterAppeal", after.appeal());
            params.put("afterAssignment", after.assignment() == null ? after.appeal() : after.assignment());
        }
        String sql = FigureSql.cases(measure, part, question.by(), after != null, Sight.condition(viewer));
        return database.sql().sql(sql).params(params).query((row, n) -> aCase(row)).list();
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

    private static FigureRow row(ResultSet row) throws SQLException {
        Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            figures.put(measure, new Figure(measure, row.getLong(measure.name() + "_n"), row.getLong(measure.name() + "_d")));
        }
        return new FigureRow(row.getString("key"), row.getString("name"), row.getLong("cohort"), figures,
                new Waiting(row.getLong("completed"), seconds(row, "median"), seconds(row, "p90")));
    }

    private static FigureRow none() {
        Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            figures.put(measure, new Figure(measure, 0, 0));
        }
        return new FigureRow("", null, 0, figures, new Waiting(0, null, null));
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
        Double seconds = row.getObject(column, Double.class);
        return seconds == null ? null : Duration.ofMillis(Math.round(seconds * 1000));
    }
}
