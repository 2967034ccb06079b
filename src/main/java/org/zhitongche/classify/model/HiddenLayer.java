package org.zhitongche.classify.model;

/**
 * From a text's terms to the sums of the labels: a term's row adds to the units, and a unit above nothing speaks for labels.
 *
 * @param rows  unit by unit within term by term
 * @param start each unit's own value
 * @param out   label by label within unit by unit
 * @param bias  by label
 */
record HiddenLayer(float[] rows, float[] start, float[] out, float[] bias) {

    int width() {
        return start.length;
    }

    int labels() {
        return bias.length;
    }

    /** @param number so many of the terms count */
    void units(int[] terms, float[] values, int number, float[] units) {
        System.arraycopy(start, 0, units, 0, units.length);
        for (int i = 0; i < number; i++) {
            float value = values[i];
            int row = terms[i] * units.length;
            for (int unit = 0; unit < units.length; unit++) {
                units[unit] += value * rows[row + unit];
            }
        }
    }

    void sums(float[] units, float[] sums) {
        System.arraycopy(bias, 0, sums, 0, sums.length);
        for (int unit = 0; unit < units.length; unit++) {
            if (units[unit] > 0) {
                add(units[unit], unit * sums.length, sums);
            }
        }
    }

    private void add(float speaks, int row, float[] sums) {
        for (int label = 0; label < sums.length; label++) {
            sums[label] += speaks * out[row + label];
        }
    }
}
