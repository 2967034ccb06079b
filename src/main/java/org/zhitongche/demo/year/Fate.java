package org.zhitongche.demo.year;

/**
 * What will have become of an appeal at the cut-off. Only the first two belong to the cohort; the others stand on top of it.
 * Merged ones 并案, which do not count either, have their place here once appeals can be merged.
 */
enum Fate {
    COMPLETED, OPEN, NOT_ACCEPTED, WITHDRAWN;

    boolean inCohort() {
        return this == COMPLETED || this == OPEN;
    }
}
