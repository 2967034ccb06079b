package org.zhitongche.directory;

import java.util.List;

/** What rules of dispatch may ask of a firm. @param uscc null where it is not known */
public record FirmFacts(String uscc, boolean provinceDirect, List<String> tags) {

    public static final FirmFacts UNKNOWN = new FirmFacts(null, false, List.of());

    public static FirmFacts of(Enterprise firm) {
        return new FirmFacts(firm.uscc(), firm.provinceDirect(), firm.tags());
    }

    /** A firm of which nothing is known but that it meets this condition of a rule. */
    public static FirmFacts meeting(String condition) {
        boolean tagged = condition.startsWith(DispatchRule.TAG);
        boolean direct = condition.equals(DispatchRule.PROVINCE_DIRECT);
        return new FirmFacts(tagged || direct ? null : condition, direct, tagged ? List.of(condition.substring(DispatchRule.TAG.length())) : List.of());
    }

    /** How special a condition is that this firm meets: 0 for none, −1 where it does not meet it. */
    int meets(String condition) {
        if (condition == null) {
            return 0;
        } else if (condition.equals(DispatchRule.PROVINCE_DIRECT)) {
            return provinceDirect ? 1 : -1;
        } else if (condition.startsWith(DispatchRule.TAG)) {
            return tags.contains(condition.substring(DispatchRule.TAG.length())) ? 2 : -1;
        }
        return condition.equals(uscc) ? 3 : -1;
    }
}
