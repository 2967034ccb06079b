package org.zhitongche.appeal;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.zhitongche.time.Share;

/**
 * 加急: whose limits are shortened, and to what.
 *
 * @param share   how much of the term is left, rounded up to whole units
 * @param grounds for which a case gets priority
 */
public record PriorityRule(Share share, Set<Ground> grounds) {

    static final PriorityRule STANDARD = new PriorityRule(Share.HALF, EnumSet.allOf(Ground.class));

    public enum Ground {
        /** The firm stands on the white list: known at take-in. */
        LISTED,
        STOPPED,
        SAFETY,
        LEADER;

        /** As events and words name it. */
        public String key() {
            return "priority." + name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean allows(String key) {
        return grounds.stream().anyMatch(ground -> ground.key().equals(key));
    }
}
