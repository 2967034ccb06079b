package org.zhitongche.classify.model;

/**
 * A decided text.
 *
 * @param title  null where there is none
 * @param label  what was decided
 * @param weight how much it counts, 1 for a usual one
 * @param date   sorts as time does, null where unknown
 */
public record Example(String title, String text, String label, double weight, String date) {

    public Example(String title, String text, String label) {
        this(title, text, label, 1, null);
    }
}
