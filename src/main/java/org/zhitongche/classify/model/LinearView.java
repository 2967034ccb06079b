package org.zhitongche.classify.model;

import java.io.DataOutput;
import java.io.IOException;

/**
 * A weight for each term and label, kept in a byte: a text's score for a label is the sum over its terms.
 *
 * @param weighting how a text's terms count
 * @param global    each term's weight wherever it stands
 * @param matrix    label by label within term by term
 * @param scale     each label's unit
 */
record LinearView(String name, Weighting weighting, float[] global, byte[] matrix, float[] scale) implements View {

    static final String FORM = "linear";

    /** @param weights label by label within term by term */
    static LinearView of(LinearRecipe recipe, float[] global, float[] weights, int labels) {
        float[] scale = new float[labels];
        for (int at = 0; at < weights.length; at++) {
            scale[at % labels] = Math.max(scale[at % labels], Math.abs(weights[at]) / Byte.MAX_VALUE);
        }
        byte[] matrix = new byte[weights.length];
        for (int at = 0; at < weights.length; at++) {
            matrix[at] = (byte) (weights[at] == 0 ? 0 : Math.round(weights[at] / scale[at % labels]));
        }
        return new LinearView(recipe.name(), recipe.weighting(), global, matrix, scale);
    }

    @Override
    public float[] scores(Counts counts) {
        int labels = scale.length;
        float[] values = weighting.values(counts, global);
        float[] scores = new float[labels];
        for (int i = 0; i < values.length; i++) {
            int row = counts.terms()[i] * labels;
            for (int label = 0; label < labels; label++) {
                scores[label] += values[i] * matrix[row + label];
            }
        }
        for (int label = 0; label < labels; label++) {
            scores[label] *= scale[label];
        }
        return scores;
    }

    @Override
    public float[] parts(Counts counts, int label) {
        float[] parts = weighting.values(counts, global);
        for (int i = 0; i < parts.length; i++) {
            parts[i] *= matrix[counts.terms()[i] * scale.length + label] * scale[label];
        }
        return parts;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeUTF(FORM);
        out.writeUTF(name);
        out.writeUTF(weighting.name());
        ModelFile.write(out, global);
        ModelFile.write(out, scale);
        out.write(matrix);
    }

    static LinearView read(Numbers in, int terms, int labels) throws IOException {
        String name = in.text();
        Weighting weighting = ModelFile.constant(Weighting.class, in.text());
        float[] global = ModelFile.floats(in, terms);
        float[] scale = ModelFile.floats(in, labels);
        return new LinearView(name, weighting, global, ModelFile.weights(in, terms, labels), scale);
    }
}
