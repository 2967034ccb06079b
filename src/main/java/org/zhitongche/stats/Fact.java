package org.zhitongche.stats;

import java.util.List;
import java.util.UUID;

/**
 * What one appeal adds to figures, as it stood at a cut-off. Times are in microseconds, money in fen.
 *
 * @param accepted when
 * @param moved    until when it may have counted otherwise; see {@link History#movedAt}
 * @param counted  in the cohort; else a merged child whose firm was asked
 * @param counts   the measures it is counted by, {@link Measure#bit}
 * @param meets    of these, those that count it in their numerator
 * @param waited   of the firm, until the answer; NONE where it is not completed
 * @param worked   the office hours in it
 */
record Fact(UUID appeal, long accepted, long moved, boolean counted, String lead, String category, String region, String type, String door,
            long counts, long meets, long passedOn, long undisputed, long paid, long waited, long worked, List<Part> parts, List<Held> held,
            List<Late> late) {

    /** One assignment, by what counts it and in whose numerator it is. */
    record Part(String department, long counts, long meets) {}

    /** How long one holder had it until the answer, with the office hours in it. */
    record Held(String holder, long length, long worked) {}

    /** How long one holder had it while it was overdue. @param days working days */
    record Late(String holder, long length, long days) {}
}
