package org.zhitongche.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhitongche.appeal.Door;

/** The ledger as of a moment: what became of every arrival at each door, and whether the other sides say the same. */
public record LedgerReport(Instant at, List<Line> doors, List<Equation> equations) {

    public boolean holds() {
        return equations.stream().allMatch(Equation::holds);
    }

    public long received() {
        return doors.stream().mapToLong(Line::received).sum();
    }

    public long of(Outcome outcome) {
        return doors.stream().mapToLong(line -> line.outcomes().get(outcome)).sum();
    }

    LedgerReport and(List<Equation> more) {
        return new LedgerReport(at, doors, Stream.concat(equations.stream(), more.stream()).toList());
    }

    /** One door; every outcome is there. */
    public record Line(Door door, long received, Map<Outcome, Long> outcomes) {}

    /**
     * Two independent sides that must agree.
     *
     * @param name     its words stand under {@code ledger.<name>}
     * @param subject  what was counted outside, null for what stands in the database
     * @param pending  how much less the right side may be, since it is on its way
     * @param notAsked why there is no right side, a key of the words under {@code ledger.not-asked}; null where there is one
     */
    public record Equation(String name, Door door, String subject, long left, long right, long pending, String notAsked) {

        /** What nobody could be asked about is not called broken. */
        public boolean holds() {
            return notAsked != null || right <= left && left <= right + pending;
        }
    }
}
