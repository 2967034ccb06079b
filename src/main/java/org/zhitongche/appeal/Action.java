package org.zhitongche.appeal;

import java.util.Set;
import java.util.UUID;

/**
 * Something that somebody wants to do with an appeal. Looks at the state, refuses what is illegal
 * with a {@link Refusal}, and raises the events that follow.
 */
public interface Action {
    void decide(Change change);

    /** Other appeals that it changes too; those that go with the one acted on are at hand without being named. */
    default Set<UUID> others() {
        return Set.of();
    }
}
