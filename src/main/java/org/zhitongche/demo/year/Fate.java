package org.zhitongche.demo.year;

/**
 * What will have become of an appeal at the cut-off. Only the first two belong to the cohort; the others stand on top of it.
 */
enum Fate {
    COMPLETED, OPEN, NOT_ACCEPTED, WITHDRAWN, MERGED
}
