package org.zhitongche.stats;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;
import org.zhitongche.stats.SpanColumn.Kind;
import org.zhitongche.stats.SpanColumn.OfAppeal;
import org.zhitongche.stats.SpanColumn.OfPart;
import org.zhitongche.time.Zone;

/** The histories of appeals by the day of their acceptance: packed, and read from the spans themselves. */
final class DaySheets {

    private static final String ACCEPTED = """
            select a.id from unnest(cast(:days as date[])) d(day)
            join appeal a on a.accepted_at >= d.day::timestamp at time zone 'Asia/Shanghai' and a.accepted_at < (d.day + 1)::timestamp at time zone 'Asia/Shanghai'""";

    private final Database database;

    DaySheets(Database database) {
        this.database = database;
    }

    /** The day on which the first appeal of all was accepted. */
    Optional<LocalDate> findFirst() {
        return database.sql().sql("select accepted_at from appeal where accepted_at is not null order by accepted_at limit 1")
                .query((row, n) -> Zone.dateOf(Timestamps.instant(row, "accepted_at"))).optional();
    }

    /** The packed days with their versions; the last day is included. */
    Map<LocalDate, Long> versions(LocalDate first, LocalDate last) {
        Map<LocalDate, Long> versions = new TreeMap<>();
        database.sql().sql("select day, version from figure_day where day >= ? and day <= ?").params(first, last)
                .query(row -> {
                    versions.put(row.getObject(1, LocalDate.class), row.getLong(2));
                });
        return versions;
    }

    Map<LocalDate, byte[]> read(Collection<LocalDate> days) {
        Map<LocalDate, byte[]> sheets = new HashMap<>();
        if (!days.isEmpty()) {
            database.sql().sql("select day, sheet from figure_day where day = any (cast(? as date[]))").param(array(days))
                    .query(row -> {
                        sheets.put(row.getObject(1, LocalDate.class), row.getBytes(2));
                    });
        }
        return sheets;
    }

    /** Appeals whose spans changed since their day was packed, by that day. */
    Map<LocalDate, Set<UUID>> changed(LocalDate first, LocalDate last) {
        Map<LocalDate, Set<UUID>> changed = new HashMap<>();
        database.sql().sql("select distinct day, appeal_id from figure_change where day >= ? and day <= ?").params(first, last).query(row -> {
            changed.computeIfAbsent(row.getObject(1, LocalDate.class), day -> new HashSet<>()).add(row.getObject(2, UUID.class));
        });
        return changed;
    }

    List<UUID> listAccepted(Collection<LocalDate> days) {
        return days.isEmpty() ? List.of() : database.sql().sql(ACCEPTED).param("days", array(days)).query(UUID.class).list();
    }

    private static String[] array(Collection<LocalDate> days) {
        return days.stream().map(LocalDate::toString).toArray(String[]::new);
    }

    /** As the spans tell it. */
    List<History> load(Collection<UUID> appeals) {
        if (appeals.isEmpty()) {
            return List.of();
        }
        UUID[] ids = appeals.toArray(UUID[]::new);
        Vocabulary words = new Vocabulary();
        Map<UUID, List<Span>> spans = new LinkedHashMap<>();
        database.sql().sql("select appeal_id, " + SpanColumn.selected(OfAppeal.ALL) + " from appeal_span where appeal_id = any (?) order by appeal_id, from_at")
                .param(ids).query(row -> {
                    spans.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>()).add(span(row, 2, OfAppeal.ALL, words));
                });
        Map<UUID, Map<UUID, List<Span>>> parts = new HashMap<>();
        database.sql().sql("select appeal_id, assignment_id, " + SpanColumn.selected(OfPart.ALL)
                + " from assignment_span where appeal_id = any (?) order by appeal_id, assignment_id, from_at")
                .param(ids).query(row -> {
                    parts.computeIfAbsent(row.getObject(1, UUID.class), id -> new LinkedHashMap<>())
                            .computeIfAbsent(row.getObject(2, UUID.class), id -> new ArrayList<>()).add(span(row, 3, OfPart.ALL, words));
                });
        return spans.entrySet().stream().map(each -> new History(each.getKey(), each.getValue(), parts.getOrDefault(each.getKey(), Map.of()).entrySet().stream()
                .map(part -> new History.PartHistory(part.getKey(), part.getValue())).toList())).toList();
    }

    private static Span span(ResultSet row, int from, SpanColumn[] columns, Vocabulary words) throws SQLException {
        long[] values = new long[columns.length];
        for (int n = 0; n < columns.length; n++) {
            if (columns[n].kind() == Kind.TEXT) {
                String text = row.getString(from + n);
                values[n] = text == null ? Span.NONE : words.placeOf(text);
            } else {
                values[n] = row.getLong(from + n);
                values[n] = row.wasNull() ? Span.NONE : values[n];
            }
        }
        return new Span(values, words);
    }

    /** Days whose appeals changed since they were packed, the newest first. */
    List<LocalDate> listStale() {
        return database.sql().sql("select day from figure_change group by day order by day desc").query(LocalDate.class).list();
    }

    /** Days that were never packed, the newest first. */
    List<LocalDate> listMissing() {
        return database.sql().sql("""
                select day from (select (accepted_at at time zone 'Asia/Shanghai')::date as day from appeal where accepted_at is not null
                    except select day from figure_day) missing order by day desc""").query(LocalDate.class).list();
    }

    /**
     * Packs a day anew. The day is locked, then what changed is read, then the spans: a change that commits in between may be
     * in the sheet already and stays marked.
     */
    void pack(LocalDate day) {
        database.tx().executeWithoutResult(status -> {
            database.sql().sql("insert into figure_day (day, version, sheet) values (?, 0, '') on conflict (day) do update set version = figure_day.version")
                    .param(day).update();
            Long[] changes = database.sql().sql("select id from figure_change where day = ?").param(day).query(Long.class).list().toArray(Long[]::new);
            database.sql().sql("update figure_day set version = nextval('figure_day_version'), sheet = ? where day = ?").params(made(day), day).update();
            database.sql().sql("delete from figure_change where id = any (?)").param(changes).update();
        });
    }

    /** What the spans make of the day. */
    byte[] made(LocalDate day) {
        return DaySheet.pack(load(listAccepted(List.of(day))), Facts.micros(Zone.startOf(day)));
    }
}
