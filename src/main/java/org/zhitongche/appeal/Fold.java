package org.zhitongche.appeal;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/** What an event makes of an appeal: the only place that changes one. */
final class Fold {

    private static final List<BiFunction<Appeal, Instant, FoldPart>> PARTS = List.of(FoldOfAppeal::new, FoldOfParts::new, FoldOfClocks::new,
            FoldOfUnits::new, FoldOfCompany::new, FoldOfSurvey::new, FoldOfSupervision::new);

    private Fold() {}

    /** Reminded, Explained, ReplyAmended, AmendedJointly and FulfilledJointly change nothing but the history. */
    static void apply(Appeal appeal, Event event, Instant at) {
        for (BiFunction<Appeal, Instant, FoldPart> part : PARTS) {
            if (part.apply(appeal, at).apply(event)) {
                return;
            }
        }
    }
}
