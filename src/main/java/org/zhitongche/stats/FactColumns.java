package org.zhitongche.stats;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Facts column by column, so that a question walks along plain numbers: a year has 92,000 appeals, and to visit an object
 * for each of them takes ten times as long. What is a text is told by its number.
 */
final class FactColumns {

    private static final int BYTES = 9 * Long.BYTES + 6 * Integer.BYTES + 1;

    final int size;
    final long[] accepted;
    final long[] moved;
    final boolean[] counted;
    final int[] lead;
    final int[] category;
    final int[] region;
    final int[] type;
    final int[] door;
    final int[] sides;
    final long[] passedOn;
    final long[] undisputed;
    final long[] paid;
    final long[] waited;
    final long[] worked;
    /** The department, and the number of its sides. */
    final Entries parts;
    /** The holder, how long, and the office hours in it. */
    final Entries held;
    /** The holder, how long, and how many working days. */
    final Entries late;
    private final long[] mostOfId;
    private final long[] leastOfId;

    FactColumns(List<Fact> facts, Coding coding) {
        size = facts.size();
        mostOfId = numbers(facts, fact -> fact.appeal().getMostSignificantBits());
        leastOfId = numbers(facts, fact -> fact.appeal().getLeastSignificantBits());
        counted = new boolean[size];
        for (int row = 0; row < size; row++) {
            counted[row] = facts.get(row).counted();
        }
        accepted = numbers(facts, Fact::accepted);
        moved = numbers(facts, Fact::moved);
        lead = codes(facts, Fact::lead, coding);
        category = codes(facts, Fact::category, coding);
        region = codes(facts, Fact::region, coding);
        type = codes(facts, Fact::type, coding);
        door = codes(facts, Fact::door, coding);
        sides = facts.stream().mapToInt(fact -> coding.sides(fact.counts(), fact.meets())).toArray();
        passedOn = numbers(facts, Fact::passedOn);
        undisputed = numbers(facts, Fact::undisputed);
        paid = numbers(facts, Fact::paid);
        waited = numbers(facts, Fact::waited);
        worked = numbers(facts, Fact::worked);
        parts = Entries.of(facts, Fact::parts, part -> coding.code(part.department()), part -> coding.sides(part.counts(), part.meets()), null);
        held = Entries.of(facts, Fact::held, held -> coding.code(held.holder()), Fact.Held::length, Fact.Held::worked);
        late = Entries.of(facts, Fact::late, late -> coding.code(late.holder()), Fact.Late::length, Fact.Late::days);
    }

    private static long[] numbers(List<Fact> facts, ToLongFunction<Fact> number) {
        return facts.stream().mapToLong(number).toArray();
    }

    private static int[] codes(List<Fact> facts, Function<Fact, String> code, Coding coding) {
        return facts.stream().mapToInt(fact -> coding.code(code.apply(fact))).toArray();
    }

    UUID appeal(int row) {
        return new UUID(mostOfId[row], leastOfId[row]);
    }

    boolean completed(int row) {
        return waited[row] != Span.NONE;
    }

    /** What they take in memory, about. */
    long bytes() {
        return (long) size * BYTES + parts.bytes() + held.bytes() + late.bytes();
    }
}
