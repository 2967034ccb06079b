package org.zhitongche.classify.model;

import java.io.DataOutput;
import java.io.IOException;

/**
 * A network with one hidden layer. So terms that never met in one text can stand for the same matter.
 *
 * @param global each known term's weight; terms beyond them are passed over
 * @param scale  each unit's measure, of which its rows are whole multiples, so that one is kept in a byte
 */
record HiddenView(String name, float[] global, float[] scale, HiddenLayer layer) implements View {

    static final String FORM = "hidden";
    /** Brings the sums to the measure of a linear view's scores, on which the fusion bends. */
    private static final float MEASURE = 0.25f;
    private static final int MOST_UNITS = 1_000;

    static HiddenView of(String name, float[] global, HiddenLayer learned) {
        float[] scale = new float[learned.width()];
        float[] rows = learned.rows();
        for (int at = 0; at < rows.length; at++) {
            scale[at % scale.length] = Math.max(scale[at % scale.length], Math.abs(rows[at]) / Byte.MAX_VALUE);
        }
        for (int at = 0; at < rows.length; at++) {
            float measure = scale[at % scale.length];
            rows[at] = measure == 0 ? 0 : Math.round(rows[at] / measure) * measure;
        }
        return new HiddenView(name, global, scale, learned);
    }

    @Override
    public float[] scores(Counts counts) {
        Counts known = counts.first(global.length);
        float[] scores = new float[layer.labels()];
        layer.sums(units(known, Weighting.IDF.values(known, global)), scores);
        return centred(scores);
    }

    private float[] units(Counts known, float[] values) {
        float[] units = new float[layer.width()];
        layer.units(known.terms(), values, values.length, units);
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
        float[] values = Weighting.IDF.values(known, global);
        float[] units = units(known, values);
        float[] parts = new float[counts.terms().length];
        for (int unit = 0; unit < units.length; unit++) {
            float says = units[unit] > 0 ? MEASURE * (layer.out()[unit * layer.labels() + label] - mean(unit)) : 0;
            for (int i = 0; says != 0 && i < values.length; i++) {
                parts[i] += values[i] * layer.rows()[known.terms()[i] * units.length + unit] * says;
            }
        }
        return parts;
    }

    private float mean(int unit) {
        float mean = 0;
        for (int label = 0; label < layer.labels(); label++) {
            mean += layer.out()[unit * layer.labels() + label] / layer.labels();
        }
        return mean;
    }

    @Override
    public void write(DataOutput to) throws IOException {
        to.writeUTF(FORM);
        to.writeUTF(name);
        to.writeInt(global.length);
        ModelFile.write(to, global);
        to.writeInt(scale.length);
        ModelFile.write(to, scale);
        ModelFile.write(to, layer.start());
        byte[] small = new byte[layer.rows().length];
        for (int at = 0; at < small.length; at++) {
            small[at] = (byte) (layer.rows()[at] == 0 ? 0 : Math.round(layer.rows()[at] / scale[at % scale.length]));
        }
        to.write(small);
        ModelFile.write(to, layer.out());
        ModelFile.write(to, layer.bias());
    }

    static HiddenView read(Numbers in, int terms, int labels) throws IOException {
        String name = in.text();
        float[] global = ModelFile.floats(in, ModelFile.size(in, terms));
        float[] scale = ModelFile.floats(in, ModelFile.size(in, MOST_UNITS));
        float[] start = ModelFile.floats(in, scale.length);
        byte[] small = ModelFile.weights(in, global.length, scale.length);
        in.claim((long) small.length * Float.BYTES);
        float[] rows = new float[small.length];
        for (int at = 0; at < rows.length; at++) {
            rows[at] = small[at] * scale[at % scale.length];
        }
        HiddenLayer layer = new HiddenLayer(rows, start, ModelFile.floats(in, scale.length * labels), ModelFile.floats(in, labels));
        return new HiddenView(name, global, scale, layer);
    }
}
