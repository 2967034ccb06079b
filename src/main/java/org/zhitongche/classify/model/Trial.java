package org.zhitongche.classify.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Judges a model, or the way it is learned, on texts with known labels that it did not learn from. */
public final class Trial {

    private static final long SEED = 1;
    private static final double FIRST_SHARE = 0.2;
    private static final int MONTH = 6;
    private static final Consumer<String> SILENT = each -> {};

    private final Provenance source;
    private final Consumer<String> progress;
    /** Why the latest part or month was left out. */
    private String untrainable = "所有数据都在同一个月，无法按时间先后检验";

    public Trial(Provenance source, Consumer<String> progress) {
        this.source = source;
        this.progress = progress;
    }

    /** Texts judged by a model that learned from what was decided before. */
    public record Month(String month, int learned, List<Judged> judged) {}

    public static List<Judged> of(Model model, List<Example> examples) {
        return examples.stream().parallel().map(each -> new Judged(each.label(), model.classify(each.title(), each.text()))).toList();
    }

    /**
     * Each part judged by what learned from the others; near-equal texts stand in one part. Where nothing can be learned from
     * the others, that is told and the part is left out.
     *
     * @throws Untrainable where that is so of every part
     */
    public List<Judged> byFolds(List<Example> examples, int folds) {
        int[] part = Folds.deal(examples.stream().map(each -> PlainText.of(each.title(), each.text())).toList(), folds, SEED);
        List<Judged> judged = new ArrayList<>();
        for (int each = 0; each < folds; each++) {
            int held = each;
            String name = "第 " + (each + 1) + "/" + folds + " 份";
            progress.accept(name);
            judged(name + "没有检验：由其余各份学不成，", chosen(examples, part, false, held), chosen(examples, part, true, held)).ifPresent(judged::addAll);
        }
        return some(judged);
    }

    private <T> List<T> some(List<T> judged) {
        if (judged.isEmpty()) {
            throw new Untrainable(untrainable);
        }
        return judged;
    }

    /** Empty, with a line that says why, where nothing can be learned. */
    private Optional<List<Judged>> judged(String otherwise, List<Example> from, List<Example> unseen) {
        try {
            return Optional.of(of(Trainer.train(from, source, SILENT), unseen));
        } catch (Untrainable e) {
            untrainable = otherwise + e.getMessage();
            progress.accept(untrainable);
            return Optional.empty();
        }
    }

    private static List<Example> chosen(List<Example> examples, int[] part, boolean same, int held) {
        return IntStream.range(0, part.length).filter(text -> part[text] == held == same).mapToObj(examples::get).toList();
    }

    /**
     * The first months, until they hold a fifth of the texts, are learned from; each later one is judged by what learned
     * from all before it. One before which nothing can be learned is told and left out.
     *
     * @throws Untrainable where there is no month to judge
     */
    public List<Month> byDate(List<Example> examples) {
        TreeMap<String, List<Example>> months = new TreeMap<>();
        examples.forEach(each -> months.computeIfAbsent(month(each), month -> new ArrayList<>()).add(each));
        List<Example> before = new ArrayList<>();
        List<Month> judged = new ArrayList<>();
        for (Map.Entry<String, List<Example>> month : months.entrySet()) {
            if (before.size() >= FIRST_SHARE * examples.size()) {
                int learned = before.size();
                progress.accept(month.getKey() + "：由之前的 " + learned + " 条学成");
                judged(month.getKey() + " 没有检验：由之前的 " + learned + " 条学不成，", List.copyOf(before), month.getValue())
                        .ifPresent(found -> judged.add(new Month(month.getKey(), learned, found)));
            }
            before.addAll(month.getValue());
        }
        return some(judged);
    }

    private static String month(Example example) {
        String digits = example.date() == null ? "" : example.date().replaceAll("\\D", "");
        if (digits.length() < MONTH) {
            throw new Untrainable("日期“" + example.date() + "”看不出年月（应如 20180131 或 2018-01-31）");
        }
        return digits.substring(0, MONTH);
    }
}
