package org.zhitongche.appeal;

import java.util.EnumSet;
import java.util.Set;

/**
 * 重办: what reopens a case.
 *
 * @param on      what the firm says
 * @param decided after which answers the centre decides between rework and an explanation
 */
public record ReworkRule(Set<Bad> on, Set<Conclusion> decided) {

    static final ReworkRule STANDARD = new ReworkRule(EnumSet.allOf(Bad.class), EnumSet.of(Conclusion.C));

    public enum Bad { NOT_SOLVED, DISSATISFIED, VERY_DISSATISFIED }

    /** @param solved null where the firm was not asked */
    public boolean reopens(Boolean solved, Satisfaction satisfaction) {
        return on.stream().anyMatch(bad -> switch (bad) {
            case NOT_SOLVED -> Boolean.FALSE.equals(solved);
            case DISSATISFIED -> satisfaction == Satisfaction.DISSATISFIED;
            case VERY_DISSATISFIED -> satisfaction == Satisfaction.VERY_DISSATISFIED;
        });
    }

    public boolean isDecided(Ending ending) {
        return decided.stream().anyMatch(conclusion -> Ending.of(conclusion) == ending);
    }
}
