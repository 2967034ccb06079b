package org.zhitongche.stats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Ending;
import org.zhitongche.appeal.Sight;
import org.zhitongche.db.Database;
import org.zhitongche.stats.SpanColumn.OfAppeal;

/** The cases behind a number, newest first, as far as the viewer may see them; found once, and read as many at a time as a page needs. */
public final class Cases {

    private static final Comparator<UUID> AS_STORED = Comparator.<UUID>comparingLong(id -> id.getMostSignificantBits() ^ Long.MIN_VALUE)
            .thenComparingLong(id -> id.getLeastSignificantBits() ^ Long.MIN_VALUE);
    private static final Comparator<Picked.Row> NEWEST = Comparator.comparingLong(Picked.Row::accepted).thenComparing(Picked.Row::appeal, AS_STORED).reversed();
    private static final int MICRO = 1_000_000;
    /** Looked at together, beyond what is needed: some may not be seen. */
    private static final int MORE = 50;

    private final Database database;
    private final Facts facts;
    private final Actor viewer;
    private final long cutOff;
    private final List<Picked.Row> ordered;
    private final Counted counted;

    /**
     * @param behind  the number, in no order
     * @param counted tells the assignments that are counted; null where appeals are
     */
    Cases(Database database, Facts facts, Actor viewer, Instant cutOff, List<Picked.Row> behind, Counted counted) {
        this.database = database;
        this.facts = facts;
        this.viewer = viewer;
        this.cutOff = Facts.micros(cutOff);
        this.ordered = behind.stream().sorted(NEWEST).toList();
        this.counted = counted;
    }

    /** @param after where the page before ended, null for the first */
    public List<Case> list(Case.Key after, int limit) {
        List<Case> cases = new ArrayList<>();
        int from = after == null ? 0 : (int) ordered.stream().takeWhile(row -> isBefore(row, after)).count();
        for (; from < ordered.size() && cases.size() < limit; from += limit + MORE) {
            look(ordered.subList(from, Math.min(ordered.size(), from + limit + MORE)), after, cases);
        }
        return cases.size() > limit ? List.copyOf(cases.subList(0, limit)) : cases;
    }

    /** Whether an assignment of an appeal, as seen at the cut-off, is behind the number. */
    interface Counted {
        boolean is(Picked.Row row, Seen seen);
    }

    private static boolean isBefore(Picked.Row row, Case.Key after) {
        int order = Long.compare(row.accepted(), Facts.micros(after.acceptedAt()));
        return order > 0 || order == 0 && AS_STORED.compare(row.appeal(), after.appeal()) > 0;
    }

    private void look(List<Picked.Row> some, Case.Key after, List<Case> cases) {
        Map<UUID, String> numbers = new HashMap<>();
        database.sql().sql("select a.id, a.number from appeal a where a.id = any (:ids) and " + Sight.condition(viewer))
                .param("ids", some.stream().map(Picked.Row::appeal).toArray(UUID[]::new)).param("viewer", Sight.param(viewer))
                .query(row -> {
                    numbers.put(row.getObject(1, UUID.class), row.getString(2));
                });
        Map<UUID, History> histories = new HashMap<>();
        facts.load(numbers.keySet()).forEach(history -> histories.put(history.appeal(), history));
        some.stream().filter(row -> histories.containsKey(row.appeal()))
                .flatMap(row -> cases(row, histories.get(row.appeal()), numbers.get(row.appeal())))
                .filter(each -> after == null || isAfter(each, after)).forEach(cases::add);
    }

    private static boolean isAfter(Case each, Case.Key after) {
        UUID own = each.assignment() == null ? each.appeal() : each.assignment();
        UUID last = after.assignment() == null ? after.appeal() : after.assignment();
        return !each.appeal().equals(after.appeal()) || AS_STORED.compare(own, last) < 0;
    }

    private Stream<Case> cases(Picked.Row row, History history, String number) {
        Span span = History.at(history.spans(), cutOff);
        if (counted == null) {
            return Stream.of(aCase(history, number, span, null, span.text(OfAppeal.LEAD)));
        }
        return history.parts().stream().sorted(Comparator.comparing(History.PartHistory::assignment, AS_STORED).reversed())
                .filter(part -> History.at(part.spans(), cutOff) != null && counted.is(row, new Seen(span, History.at(part.spans(), cutOff), cutOff)))
                .map(part -> aCase(history, number, span, part.assignment(), History.at(part.spans(), cutOff).text(SpanColumn.OfPart.DEPARTMENT)));
    }

    private static Case aCase(History history, String number, Span span, UUID assignment, String department) {
        Function<SpanColumn, Instant> time = column -> span.has(column) ? moment(span.get(column)) : null;
        return new Case(history.appeal(), number, assignment, AppealState.valueOf(span.text(OfAppeal.STATE)), span.text(OfAppeal.REGION),
                span.text(OfAppeal.CATEGORY), department, time.apply(OfAppeal.ACCEPTED_AT), time.apply(OfAppeal.DUE_AT), time.apply(OfAppeal.COMPLETED_AT),
                span.has(OfAppeal.COMPLETED_ON_TIME) ? span.is(OfAppeal.COMPLETED_ON_TIME) : null,
                span.has(OfAppeal.ENDING) ? Ending.valueOf(span.text(OfAppeal.ENDING)) : null, (int) span.get(OfAppeal.REOPENED), (int) span.get(OfAppeal.PASSED_ON));
    }

    private static Instant moment(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICRO), Math.floorMod(micros, MICRO) * 1000L);
    }
}
