package org.zhitongche.classify.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Learns a model: each view on all texts, and the fusion on what the views say of texts that they had not seen (each
 * fifth by views learned from the other four).
 */
public final class Trainer {

    private static final int PARTS = 5;
    private static final long SEED = 1;
    private static final int RAREST = 2;
    private static final int MOST_TERMS = 400_000;
    private static final int MOST_LABELS = 2_000;
    private static final int LONGEST_LABEL = 200;
    private static final int HEAVIEST = 5;
    private static final double PRECISION = 0.95;

    private final List<Recipe> recipes;
    private final Consumer<String> progress;
    private List<Example> examples;
    private List<String> labels;
    private int[] label;
    private double[] weight;
    /** By text and view, from texts that the view had not seen. */
    private float[][][] scores;
    private final Map<Reading, Vocabulary> vocabularies = new EnumMap<>(Reading.class);
    private final Map<Reading, List<Counts>> counted = new EnumMap<>(Reading.class);

    Trainer(List<Recipe> recipes, Consumer<String> progress) {
        this.recipes = recipes.stream().sorted(Comparator.comparing(Recipe::reading)).toList();
        this.progress = progress;
    }

    /**
     * @param progress told in Chinese what goes on
     * @throws Untrainable where the labels cannot be learned
     */
    public static Model train(List<Example> examples, Provenance provenance, Consumer<String> progress) {
        return new Trainer(Recipe.STANDARD, progress).learn(examples, provenance);
    }

    Model learn(List<Example> given, Provenance provenance) {
        long began = System.nanoTime();
        take(given);
        List<String> plain = examples.stream().map(each -> PlainText.of(each.title(), each.text())).toList();
        progress.accept("读入 " + plain.size() + " 条，" + labels.size() + " 类；分词、计数");
        recipes.stream().map(Recipe::reading).distinct().forEach(reading -> count(reading, plain));
        int[] part = Folds.deal(plain, PARTS, SEED);
        progress.accept("轮流留出五份之一，学其余四份；再学全部");
        Map<Reading, List<View>> views = learnViews(part);
        progress.accept("合成与校准");
        Calibration calibration = Calibration.of(scores, plain.stream().mapToInt(String::length).toArray(),
                counted.get(recipes.get(0).reading()).stream().mapToInt(each -> each.terms().length).toArray(), label, weight, part, PARTS, labels);
        double took = (System.nanoTime() - began) / 1e9;
        Provenance made = provenance.learned(plain.size(), recipes.stream().map(Recipe::toString).toList(), took,
                Measures.of(calibration.unseen(), PRECISION), Line.of(calibration.unseen()));
        return new Model(made, labels, new EnumMap<>(vocabularies), views, calibration.fusion(), calibration.sureness());
    }

    private void take(List<Example> given) {
        check(given);
        examples = given;
        labels = List.copyOf(new TreeSet<>(given.stream().map(Example::label).toList()));
        Map<String, Integer> numbers = new HashMap<>();
        labels.forEach(each -> numbers.put(each, numbers.size()));
        label = given.stream().mapToInt(each -> numbers.get(each.label())).toArray();
        weight = given.stream().mapToDouble(Example::weight).toArray();
    }

    private static void check(List<Example> given) {
        if (given.isEmpty()) {
            throw new Untrainable("没有一条可用的训练数据");
        }
        Map<String, Integer> texts = new TreeMap<>();
        given.forEach(each -> texts.merge(each.label(), 1, Integer::sum));
        if (texts.size() == 1) {
            throw new Untrainable("只有一个类别“" + shortened(texts.keySet().iterator().next()) + "”，没有可区分的，无法训练");
        }
        if (texts.size() > MOST_LABELS) {
            throw new Untrainable("有 " + texts.size() + " 个不同的类别，最多 " + MOST_LABELS + " 个：这一列像是正文或编号，请检查 --label，或用 --min 去掉很少的类别");
        }
        texts.keySet().stream().filter(each -> each.length() > LONGEST_LABEL).findFirst().ifPresent(each -> {
            throw new Untrainable("类别“" + shortened(each) + "”有 " + each.length() + " 个字，最长 " + LONGEST_LABEL + " 个：请检查 --label");
        });
        if (texts.values().stream().noneMatch(number -> number > 1)) {
            throw new Untrainable("每个类别都只有一条，学不出规律，请提供更多数据");
        }
    }

    private static String shortened(String label) {
        return label.length() > 20 ? label.substring(0, 20) + "…" : label;
    }

    private void count(Reading reading, List<String> plain) {
        Map<String, int[]> texts = new HashMap<>();
        plain.forEach(each -> {
            HashSet<String> seen = new HashSet<>();
            reading.terms(each, term -> {
                if (seen.add(term)) {
                    texts.computeIfAbsent(term, t -> new int[1])[0]++;
                }
            });
        });
        int most = Math.min(MOST_TERMS, ModelFile.MOST_WEIGHTS / labels.size());
        Vocabulary vocabulary = Vocabulary.of(texts, RAREST, most);
        vocabularies.put(reading, vocabulary);
        counted.put(reading, plain.stream().parallel().map(each -> reading.count(vocabulary, each)).toList());
    }

    /** Each view from all texts, after each has told of every part what it knows from the others; as many at once as there are processors. */
    private Map<Reading, List<View>> learnViews(int[] part) {
        scores = new float[part.length][recipes.size()][];
        ExecutorService processors = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<?>> parts = new ArrayList<>();
            List<Future<View>> whole = new ArrayList<>();
            for (int number = 0; number < recipes.size(); number++) {
                int view = number;
                IntStream.range(0, PARTS).forEach(each -> parts.add(processors.submit(() -> unseen(view, each, part))));
                whole.add(processors.submit(() -> learn(view, IntStream.range(0, part.length))));
            }
            for (Future<?> each : parts) {
                each.get();
            }
            Map<Reading, List<View>> views = new EnumMap<>(Reading.class);
            for (int view = 0; view < whole.size(); view++) {
                views.computeIfAbsent(recipes.get(view).reading(), each -> new ArrayList<>()).add(whole.get(view).get());
            }
            return views;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("训练没有完成：" + e.getMessage(), e);
        } finally {
            processors.shutdownNow();
        }
    }

    /** The view's scores of the texts of a part, learned from the others. */
    private void unseen(int view, int each, int[] part) {
        View learned = learn(view, IntStream.range(0, part.length).filter(text -> part[text] != each));
        List<Counts> of = counted.get(recipes.get(view).reading());
        IntStream.range(0, part.length).filter(text -> part[text] == each).forEach(text -> scores[text][view] = learned.scores(of.get(text)));
    }

    private View learn(int view, IntStream from) {
        Reading reading = recipes.get(view).reading();
        return recipes.get(view).learn(new Learning(vocabularies.get(reading).size(), labels.size(), counted.get(reading), label, repeated(from)));
    }

    /** A text that counts more is learned from as often. */
    private int[] repeated(IntStream from) {
        return from.flatMap(text -> IntStream.generate(() -> text)
                .limit(Math.max(1, Math.min(HEAVIEST, Math.round(weight[text]))))).toArray();
    }
}
