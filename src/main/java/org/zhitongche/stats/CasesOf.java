package org.zhitongche.stats;

import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import org.zhitongche.stats.Behind.Lasting;

/** Finds the appeals behind the numbers of one group. */
record CasesOf(Cohort cohort, String key) {

    Listed list(Behind behind) {
        if (behind instanceof Behind.Side side) {
            return ofSide(side.measure(), side.part());
        }
        if (behind instanceof Behind.Wait wait) {
            return wait.holder() == null ? waiting(wait.by()) : held(wait.by(), wait.holder());
        }
        return late(((Behind.Lateness) behind).holder());
    }

    private Listed ofSide(Measure measure, Part side) {
        if (!measure.ofAssignments()) {
            return Listed.newest(cohort.list(key, (facts, row) -> cohort.sides(facts.sides[row]).on(side, measure)), null);
        }
        return Listed.newest(cohort.listOfParts(key, sides -> sides.on(side, measure)),
                (row, seen) -> cohort.isOf(key, row, seen.part().text(SpanColumn.OfPart.DEPARTMENT))
                        && measure.counts(seen) && (side == Part.DENOMINATOR || measure.meets(seen)));
    }

    private Listed waiting(Lasting by) {
        return Listed.longest(cohort.list(key, FactColumns::completed), row -> by == Lasting.ELAPSED ? row.facts().waited[row.row()] : row.facts().worked[row.row()],
                row -> new Case.Time(0, waited(row), null, null));
    }

    private Listed held(Lasting by, String holder) {
        int had = cohort.number(holder);
        List<Picked.Row> rows = cohort.list(key, (facts, row) -> facts.held.names(row, had));
        ToLongFunction<Picked.Row> elapsed = row -> row.facts().held.firstOf(row.row(), had);
        ToLongFunction<Picked.Row> office = row -> row.facts().held.secondOf(row.row(), had);
        return Listed.longest(rows, by == Lasting.ELAPSED ? elapsed : office, row -> new Case.Time(0, waited(row),
                new Case.Length(Lengths.duration(elapsed.applyAsLong(row)), Lengths.duration(office.applyAsLong(row))), null));
    }

    private static Case.Length waited(Picked.Row row) {
        return new Case.Length(Lengths.duration(row.facts().waited[row.row()]), Lengths.duration(row.facts().worked[row.row()]));
    }

    private Listed late(String holder) {
        int had = holder == null ? Entries.ALL : cohort.number(holder);
        List<Picked.Row> rows = cohort.list(key, (facts, row) -> holder == null ? facts.late.has(row) : facts.late.names(row, had));
        ToLongFunction<Picked.Row> length = row -> row.facts().late.firstOf(row.row(), had);
        return Listed.longest(rows, length, row -> {
            Duration elapsed = Lengths.duration(length.applyAsLong(row));
            return new Case.Time(0, null, new Case.Length(elapsed, null), row.facts().late.secondOf(row.row(), had));
        });
    }
}
