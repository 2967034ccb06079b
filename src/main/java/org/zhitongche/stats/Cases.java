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

/** The cases behind a number, in the order of their list, as far as the viewer may see them; found once, and read as many at a time as a page needs. */
public final class Cases {

    private static final int MICRO = 1_000_000;
    /** Looked at together, beyond what is needed: some may not be seen. */
    private static final int MORE = 50;

    private final Database database;
    private final Facts facts;
    private final Actor viewer;
    private final long cutOff;
    private final Listed listed;

    Cases(Database database, Facts facts, Actor viewer, Instant cutOff, Listed listed) {
        this.database = database;
        this.facts = facts;
        this.viewer = viewer;
        this.cutOff = Facts.micros(cutOff);
        this.listed = listed;
    }

    /** Of all the lengths of time in the list, those of cases that the viewer may not see too; null where the list is of no time. */
    public Spread spread() {
        return listed.spread();
    }

    /** @param after where the page before ended, null for the first */
    public List<Case> list(Case.Key after, int limit) {
        List<Case> cases = new ArrayList<>();
        int all = listed.rows().size();
        for (int from = after == null ? 0 : listed.before(after); from < all && cases.size() < limit; from += limit + MORE) {
            look(from, Math.min(all, from + limit + MORE), after, cases);
        }
        return cases.size() > limit ? List.copyOf(cases.subList(0, limit)) : cases;
    }

    private void look(int from, int to, Case.Key after, List<Case> cases) {
        Map<UUID, String> numbers = new HashMap<>();
        database.sql().sql("select a.id, a.number from appeal a where a.id = any (:ids) and " + Sight.condition(viewer))
                .param("ids", listed.rows().subList(from, to).stream().map(Picked.Row::appeal).toArray(UUID[]::new)).param("viewer", Sight.param(viewer))
                .query(row -> {
                    numbers.put(row.getObject(1, UUID.class), row.getString(2));
                });
        Map<UUID, History> histories = new HashMap<>();
        facts.load(numbers.keySet()).forEach(history -> histories.put(history.appeal(), history));
        for (int n = from; n < to; n++) {
            Picked.Row row = listed.rows().get(n);
            if (histories.containsKey(row.appeal())) {
                Case.Time time = listed.time() == null ? null : listed.time().apply(row).at(n + 1);
                cases(row, histories.get(row.appeal()), numbers.get(row.appeal()), time).filter(each -> after == null || isAfter(each, after)).forEach(cases::add);
            }
        }
    }

    private static boolean isAfter(Case each, Case.Key after) {
        UUID own = each.assignment() == null ? each.appeal() : each.assignment();
        UUID last = after.assignment() == null ? after.appeal() : after.assignment();
        return !each.appeal().equals(after.appeal()) || Listed.AS_STORED.compare(own, last) < 0;
    }

    private Stream<Case> cases(Picked.Row row, History history, String number, Case.Time time) {
        Span span = History.at(history.spans(), cutOff);
        long order = listed.order().applyAsLong(row);
        if (listed.counted() == null) {
            return Stream.of(aCase(new Case.Key(order, history.appeal(), null), number, span, span.text(OfAppeal.LEAD), time));
        }
        return history.parts().stream().sorted(Comparator.comparing(History.PartHistory::assignment, Listed.AS_STORED).reversed())
                .filter(part -> History.at(part.spans(), cutOff) != null && listed.counted().is(row, new Seen(span, History.at(part.spans(), cutOff), cutOff)))
                .map(part -> aCase(new Case.Key(order, history.appeal(), part.assignment()), number, span,
                        History.at(part.spans(), cutOff).text(SpanColumn.OfPart.DEPARTMENT), time));
    }

    private static Case aCase(Case.Key key, String number, Span span, String department, Case.Time its) {
        Function<SpanColumn, Instant> time = column -> span.has(column) ? moment(span.get(column)) : null;
        return new Case(key, number, AppealState.valueOf(span.text(OfAppeal.STATE)), span.text(OfAppeal.REGION), span.text(OfAppeal.CATEGORY), department,
                time.apply(OfAppeal.FIRST_RECEIVED), time.apply(OfAppeal.ACCEPTED_AT), time.apply(OfAppeal.DUE_AT), time.apply(OfAppeal.COMPLETED_AT),
                span.has(OfAppeal.COMPLETED_ON_TIME) ? span.is(OfAppeal.COMPLETED_ON_TIME) : null,
                span.has(OfAppeal.ENDING) ? Ending.valueOf(span.text(OfAppeal.ENDING)) : null, (int) span.get(OfAppeal.REOPENED), (int) span.get(OfAppeal.PASSED_ON), its);
    }

    private static Instant moment(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICRO), Math.floorMod(micros, MICRO) * 1000L);
    }
}
