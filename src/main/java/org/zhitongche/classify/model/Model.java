package org.zhitongche.classify.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.zhitongche.appeal.Classification.Reason;

/** What was learned: tells of a text how likely each label is, and why. Safe for many threads, bounded in time by any text. */
public final class Model {

    private final Provenance provenance;
    private final List<String> labels;
    private final Map<Reading, Vocabulary> vocabularies;
    private final Map<Reading, List<View>> views;
    private final Fusion fusion;
    private final Sureness sureness;

    /** A label and how likely it is, 0 to 1. */
    public record Candidate(String label, double probability) {}

    /** @param views each reading's; the order of readings and of views in each is that of the fusion's inputs */
    Model(Provenance provenance, List<String> labels, Map<Reading, Vocabulary> vocabularies, Map<Reading, List<View>> views, Fusion fusion,
            Sureness sureness) {
        this.provenance = provenance;
        this.labels = List.copyOf(labels);
        this.vocabularies = vocabularies;
        this.views = views;
        this.fusion = fusion;
        this.sureness = sureness;
    }

    public Provenance provenance() {
        return provenance;
    }

    public List<String> labels() {
        return labels;
    }

    /** Every label, most likely first. */
    public List<Candidate> classify(String title, String text) {
        String plain = PlainText.of(title, text);
        Map<Reading, Counts> counts = counts(plain);
        float[][] scores = scores(counts);
        int words = counts.values().iterator().next().terms().length;
        return ranked(labels, sureness.told(scores, fusion.probabilities(Fusion.inputs(scores)), plain.length(), words));
    }

    static List<Candidate> ranked(List<String> labels, double[] probabilities) {
        return IntStream.range(0, labels.size()).mapToObj(label -> new Candidate(labels.get(label), probabilities[label]))
                .sorted(Comparator.comparingDouble(Candidate::probability).reversed()).toList();
    }

    /** The terms that spoke most for the label, and those that spoke against it (negative), strongest first. */
    public List<Reason> explain(String title, String text, String label, int most) {
        return explain(title, text, List.of(label), most).get(label);
    }

    /** The same for several labels of one text, which is read once; nothing for a label never learned. */
    public Map<String, List<Reason>> explain(String title, String text, List<String> asked, int most) {
        Map<Reading, Counts> counts = counts(PlainText.of(title, text));
        float[][] scores = scores(counts);
        Map<String, List<Reason>> explained = new HashMap<>();
        asked.forEach(label -> explained.put(label, explain(counts, scores, labels.indexOf(label), most)));
        return explained;
    }

    private List<Reason> explain(Map<Reading, Counts> counts, float[][] scores, int label, int most) {
        if (label < 0) {
            return List.of();
        }
        Explanation explanation = new Explanation();
        int view = 0;
        for (Map.Entry<Reading, List<View>> reading : views.entrySet()) {
            Counts read = counts.get(reading.getKey());
            for (View each : reading.getValue()) {
                double slope = fusion.slope(view, label, scores[view++][label]);
                explanation.add(vocabularies.get(reading.getKey()), read, each.parts(read, label), slope);
            }
        }
        return explanation.strongest(most);
    }

    private Map<Reading, Counts> counts(String plain) {
        Map<Reading, Counts> counts = new EnumMap<>(Reading.class);
        vocabularies.forEach((reading, known) -> counts.put(reading, reading.count(known, plain)));
        return counts;
    }

    private float[][] scores(Map<Reading, Counts> counts) {
        List<float[]> scores = new ArrayList<>();
        views.forEach((reading, each) -> each.forEach(view -> scores.add(view.scores(counts.get(reading)))));
        return scores.toArray(float[][]::new);
    }

    Map<Reading, Vocabulary> vocabularies() {
        return vocabularies;
    }

    Map<Reading, List<View>> views() {
        return views;
    }

    Fusion fusion() {
        return fusion;
    }

    Sureness sureness() {
        return sureness;
    }
}
