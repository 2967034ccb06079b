package org.zhitongche.appeal;

import static org.zhitongche.db.Timestamps.instant;
import static org.zhitongche.db.Timestamps.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhitongche.appeal.AppealReads.Key;
import org.zhitongche.db.Database;
import org.zhitongche.time.Zone;

/**
 * Finds appeals by the index of words, newest first: in the newest tens of days, then year after year, until there are
 * enough. A word that half of all appeals have is found in the first days, one that few have costs little in any year; what
 * is read is never more than the shorter of a word's entries and the time's.
 */
final class AppealSearch {

    private static final int MOST_FIRMS = 300;
    /** Looked at together once some of what was found cannot be read. */
    private static final int MORE = 200;
    /** Thirds of months that are looked at one by one. */
    private static final int NEAR = 3;

    private final Database database;
    private final Actor viewer;
    private final List<String> conditions;
    private final Map<String, Object> params;

    /** @param conditions over {@code appeal a}, sight included, with their params */
    AppealSearch(Database database, Actor viewer, List<String> conditions, Map<String, Object> params) {
        this.database = database;
        this.viewer = viewer;
        this.conditions = conditions;
        this.params = params;
    }

    List<UUID> list(AppealFilter filter, Key after, int limit) {
        List<UUID> found = new ArrayList<>();
        if (filter.firm() != null && !Sight.mayKnowFirm(viewer, false)) {
            return found;
        }
        SearchQuestion question = SearchQuestion.of(filter.words());
        Optional<Instant> newest = newest(filter, after);
        Optional<Instant> oldest = filter.from() != null ? Optional.of(filter.from()) : end("asc");
        if (newest.isEmpty() || oldest.isEmpty()) {
            return found;
        }
        String wanted = narrowed(question, filter);
        for (Window window : windows(Zone.dateOf(oldest.get()), Zone.dateOf(newest.get()))) {
            if (found.size() < limit) {
                found.addAll(readable(window, wanted, question, after, limit - found.size()));
            }
        }
        return found;
    }

    /** A time whose entries all have one mark. @param from as @param to a day; entries of the last are not in it */
    private record Window(String mark, LocalDate from, LocalDate to) {}

    /** Some tens of days first; what has too few hits in these has not many in a year. */
    private static List<Window> windows(LocalDate oldest, LocalDate newest) {
        List<Window> windows = new ArrayList<>();
        LocalDate end = newest.plusDays(1);
        for (int n = 0; n < NEAR; n++) {
            LocalDate last = end.minusDays(1);
            windows.add(new Window(SearchMarks.third(last), SearchMarks.beginOfThird(last), end));
            end = SearchMarks.beginOfThird(last);
        }
        while (end.isAfter(oldest)) {
            LocalDate begin = end.minusDays(1).withDayOfYear(1);
            windows.add(new Window(SearchMarks.year(begin.getYear()), begin, end));
            end = begin;
        }
        return windows;
    }

    /** What must hold beside the month. */
    private String narrowed(SearchQuestion question, AppealFilter filter) {
        List<String> parts = new ArrayList<>();
        if (!question.isEmpty()) {
            parts.add(question.words());
        }
        if (viewer.is(Actor.Kind.FIRM)) {
            parts.add(SearchQuestion.quoted(SearchMarks.firm(viewer.unit())));
        }
        if (viewer.is(Actor.Kind.DEPARTMENT)) {
            parts.add(SearchQuestion.quoted(SearchMarks.department(viewer.unit())));
        }
        if (filter.unit() != null) {
            parts.add(SearchQuestion.quoted(SearchMarks.department(filter.unit())));
        }
        if (filter.firm() != null) {
            firm(filter.firm()).ifPresent(parts::add);
        }
        return parts.isEmpty() ? "" : " & " + String.join(" & ", parts);
    }

    /** Those that are registered by that code or name, and those that only called themselves so. Of very many the rows are asked instead. */
    private Optional<String> firm(String said) {
        List<String> registered = database.sql().sql("select uscc from enterprise where uscc = :said or name like '%' || :said || '%' limit :most")
                .param("said", said).param("most", MOST_FIRMS + 1).query(String.class).list();
        if (registered.size() > MOST_FIRMS) {
            conditions.add("a.uscc in (select e.uscc from enterprise e where e.name like '%' || :firm || '%')");
            params.put("firm", said);
            return Optional.empty();
        }
        List<String> called = List.copyOf(SearchMarks.called(said));
        List<String> either = new ArrayList<>();
        if (!registered.isEmpty()) {
            either.add(SearchMarks.anyOf(registered.stream().map(SearchMarks::firm).toList()));
        }
        if (!called.isEmpty()) {
            either.add("(" + String.join(" & ", called.stream().map(SearchQuestion::quoted).toList()) + ")");
        }
        return Optional.of(either.isEmpty() ? SearchQuestion.quoted(SearchMarks.firm("")) : "(" + String.join(" | ", either) + ")");
    }

    /** @param open the viewer may know its firm and reach its people */
    private record Hit(UUID id, Instant at, boolean open) {}

    /** As many as are wanted, or all that there are; what the viewer could not read makes room for the next. */
    private List<UUID> readable(Window window, String wanted, SearchQuestion question, Key after, int limit) {
        List<UUID> found = new ArrayList<>();
        Key from = after;
        int most = limit;
        while (true) {
            List<Hit> hits = in(window, wanted, question, from, most);
            List<UUID> hidden = question.isEmpty() ? List.of() : hits.stream().filter(hit -> !hit.open()).map(Hit::id).toList();
            Set<UUID> readable = hidden.isEmpty() ? Set.of() : new ReadableHits(database, viewer, question).of(hidden);
            hits.stream().map(Hit::id).filter(id -> !hidden.contains(id) || readable.contains(id)).limit(limit - found.size()).forEach(found::add);
            if (hits.size() < most || found.size() == limit) {
                return found;
            }
            most = Math.max(limit, MORE);
            Hit last = hits.get(hits.size() - 1);
            from = new Key(last.at(), last.id());
        }
    }

    private List<Hit> in(Window window, String wanted, SearchQuestion question, Key after, int limit) {
        Map<String, Object> all = new HashMap<>(params);
        all.put("words", SearchQuestion.quoted(window.mark()) + wanted);
        all.put("begin", utc(Zone.startOf(window.from())));
        all.put("end", utc(Zone.startOf(window.to())));
        all.put("limit", limit);
        if (after != null) {
            all.put("afterAt", utc(after.at()));
            all.put("afterId", after.id());
        }
        // The words of a phrase may lie apart: what stands there is looked at, newest first, until there are enough.
        StringBuilder asWritten = new StringBuilder();
        Set<Change.TextKind> kinds = SearchWords.searchedBy(viewer);
        List<String> patterns = kinds.equals(SearchWords.SEARCHED) ? question.patterns() : question.everyPattern();
        for (int n = 0; n < patterns.size(); n++) {
            asWritten.append(" and exists (select 1 from appeal_content c where c.appeal_id = a.id and c.kind in (:kinds) and lower(c.body) like :phrase")
                    .append(n).append(")");
            all.put("phrase" + n, patterns.get(n));
            all.put("kinds", kinds.stream().map(Enum::name).toList());
        }
        return database.sql().sql("""
                select w.appeal_id, w.first_received, seen.may_name, seen.handles from (
                    select appeal_id, first_received from appeal_search where words @@ cast(:words as tsquery)
                        and first_received >= :begin and first_received < :end%s
                    order by first_received desc, appeal_id desc offset 0) w
                cross join lateral (select a.may_name, %s as handles from appeal a where a.id = w.appeal_id and %s%s offset 0) seen
                limit :limit""".formatted(after == null ? "" : " and (first_received, appeal_id) < (:afterAt, :afterId)", Sight.handles(viewer), String.join(" and ", conditions), asWritten))
                .params(all).query((row, n) -> new Hit(row.getObject("appeal_id", UUID.class), instant(row, "first_received"),
                        row.getBoolean("handles") && Sight.mayKnowFirm(viewer, row.getBoolean("may_name")))).list();
    }

    private Optional<Instant> newest(AppealFilter filter, Key after) {
        Optional<Instant> to = Optional.ofNullable(filter.to());
        if (after != null) {
            return to.filter(end -> end.isBefore(after.at())).or(() -> Optional.of(after.at()));
        }
        return to.or(() -> end("desc"));
    }

    private Optional<Instant> end(String order) {
        return database.sql().sql("select first_received from appeal order by first_received " + order + " limit 1")
                .query((row, n) -> instant(row, "first_received")).optional();
    }
}
