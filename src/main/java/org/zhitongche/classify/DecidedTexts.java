package org.zhitongche.classify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.zhitongche.classify.model.Example;
import org.zhitongche.time.Zone;

/** What people decided, as texts to learn from: what was chosen lately counts most. */
public final class DecidedTexts {

    /** A text that was decided at this moment is learned from as if it stood there so often. */
    private static final double NEWEST = 4;
    private static final Duration HALVED_AFTER = Duration.ofDays(180);

    private DecidedTexts() {}

    /** @return those that have such a label, in the order given */
    public static List<Example> of(List<Decision> decisions, Predicts predicts, Instant now) {
        return decisions.stream().filter(decision -> label(decision, predicts) != null).map(decision -> new Example(decision.title(), decision.text(),
                label(decision, predicts), weight(decision, now), Zone.dateOf(decision.at()).toString())).toList();
    }

    /** Null where the centre answered by itself and a lead is asked for. */
    static String label(Decision decision, Predicts predicts) {
        return predicts == Predicts.LEAD ? decision.lead() : decision.category();
    }

    /** Where nobody chose and the department only answered, the platform would teach itself: that never counts more than once. */
    private static double weight(Decision decision, Instant now) {
        double age = Math.max(0, Duration.between(decision.at(), now).toMinutes());
        return decision.why().chosen() ? Math.max(1, NEWEST * Math.pow(0.5, age / HALVED_AFTER.toMinutes())) : 1;
    }
}
