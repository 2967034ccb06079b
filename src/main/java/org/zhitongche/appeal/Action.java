package org.zhitongche.appeal;

/**
 * Something that somebody wants to do with an appeal. Looks at the state, refuses what is illegal
 * with a {@link Refusal}, and raises the events that follow.
 */
public interface Action {
    void decide(Change change);
}
