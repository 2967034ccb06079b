package org.zhitongche.classify.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A network with one hidden layer: a text's units are the sums of its terms' rows, those above nothing speak for the labels.
 * So terms that never met in one text can stand for the same matter.
 *
 * @param global each known term's weight; terms beyond them are passed over
 * @param rows   unit by unit within term by term, in a byte each
 * @param scale  each unit's measure
 * @param start  each unit's own value
 * @param out    label by label within unit by unit
 * @param bias   by label
 */
record HiddenView(String name, float[] global, byte[] rows, float[] scale, float[] start, float[] out, float[] bias) implements View {

    static final String FORM = "hidden";
    /** Brings the sums to the measure of a linear view's scores, on which the fusion bends. */
    private static final float MEASURE = 0.25f;
    private static final int MOST_UNITS = 1_000;

    @Override
    public float[] scores(Counts counts) {
        float[] units = units(counts.first(global.length));
        float[] scores = bias.clone();
        for (int unit = 0; unit < units.length; unit++) {
            for (int label = 0; units[unit] > 0 && label < scores.length; label++) {
                scores[label] += units[unit] * out[unit * scores.length + label];
            }
        }
        return centred(scores);
    }

    private float[] units(Counts counts) {
        float[] values = Weighting.IDF.values(counts, global);
        int width = start.length;
        float[] units = new float[width];
        for (int i = 0; i < values.length; i++) {
            int row = counts.terms()[i] * width;
            for (int unit = 0; unit < width; unit++) {
                units[unit] += values[i] * rows[row + unit];
            }
        }
        for (int unit = 0; unit < width; unit++) {
            units[unit] = units[unit] * scale[unit] + start[unit];
        }
        return units;
    }

    private static float[] centred(float[] scores) {
        float mean = 0;
        for (float score : scores) {
            mean += score / scores.length;
        }
        for (int label = 0; label < scores.length; label++) {
            scores[label] = MEASURE * (scores[label] - mean);
        }
        return scores;
    }

    /** By the units that speak: exact up to what they start with. */
    @Override
    public float[] parts(Counts counts, int label) {
        Counts known = counts.first(global.length);
        float[] units = units(known);
        float[] values = Weighting.IDF.values(known, global);
        float[] parts = new float[counts.terms().length];
        for (int unit = 0; unit < units.length; unit++) {
            float says = units[unit] > 0 ? MEASURE * scale[unit] * (out[unit * bias.length + label] - mean(unit)) : 0;
            for (int i = 0; says != 0 && i < values.length; i++) {
                parts[i] += values[i] * rows[known.terms()[i] * units.length + unit] * says;
            }
        }
        return parts;
    }

    private float mean(int unit) {
        float mean = 0;
        for (int label = 0; label < bias.length; label++) {
            mean += out[unit * bias.length + label] / bias.length;
        }
        return mean;
    }

    @Override
    public void write(DataOutput to) throws IOException {
        to.writeUTF(FORM);
        to.writeUTF(name);
        to.writeInt(global.length);
        ModelFile.write(to, global);
        to.writeInt(start.length);
        ModelFile.write(to, scale);
        ModelFile.write(to, start);
        to.write(rows);
        ModelFile.write(to, out);
        ModelFile.write(to, bias);
    }

    static HiddenView read(DataInput in, int terms, int labels) throws IOException {
        String name = in.readUTF();
        float[] global = ModelFile.floats(in, ModelFile.size(in, terms));
        int width = ModelFile.size(in, MOST_UNITS);
        float[] scale = ModelFile.floats(in, width);
        float[] start = ModelFile.floats(in, width);
        byte[] rows = ModelFile.weights(in, global.length, width);
        return new HiddenView(name, global, rows, scale, start, ModelFile.floats(in, width * labels), ModelFile.floats(in, labels));
    }
}
