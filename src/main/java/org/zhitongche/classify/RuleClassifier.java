package org.zhitongche.classify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhitongche.appeal.Classification;
import org.zhitongche.appeal.Classification.Candidate;
import org.zhitongche.appeal.Classification.Reason;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.directory.CategoryRule;

/** By the weighted words of config/categories.yaml. */
public final class RuleClassifier implements Classifier {
    private static final int SHOWN = 5;
    private static final int REASONS = 10;

    private final CategoryBook book;
    private final List<CategoryRule> rules;
    private final Terms terms;

    private record Score(CategoryRule rule, double value, List<Reason> reasons) {}

    public RuleClassifier(CategoryBook book) {
        this.book = book;
        rules = book.rules().stream().filter(rule -> !rule.isGroup()).toList();
        Set<String> words = new LinkedHashSet<>();
        rules.forEach(rule -> words.addAll(rule.terms().keySet()));
        terms = new Terms(words);
    }

    @Override
    public Classification classify(String title, String text) {
        Map<String, Double> found = found(title == null ? "" : title, text == null ? "" : text);
        List<Score> scores = rules.stream().map(rule -> score(rule, found)).filter(score -> score.value() > 0)
                .sorted(Comparator.comparingDouble(Score::value).reversed()).toList();
        double total = scores.stream().mapToDouble(Score::value).sum() + book.doubt().minimum();
        List<Candidate> candidates = scores.stream().limit(SHOWN)
                .map(score -> new Candidate(score.rule().code(), score.value() / total, score.reasons())).toList();
        List<Reason> reasons = scores.isEmpty() ? List.of() : scores.get(0).reasons();
        return new Classification(candidates, reasons, book.version(), isSure(scores));
    }

    /** Each word that stands there, with how often it counts. */
    private Map<String, Double> found(String title, String text) {
        Map<String, Double> found = new HashMap<>();
        BitSet inText = terms.in(text);
        inText.stream().forEach(word -> found.put(terms.word(word), 1.0));
        BitSet inTitle = terms.in(title);
        inTitle.stream().forEach(word -> found.put(terms.word(word), book.doubt().title()));
        return found;
    }

    private static Score score(CategoryRule rule, Map<String, Double> found) {
        List<Reason> reasons = new ArrayList<>();
        rule.terms().forEach((term, weight) -> {
            if (found.containsKey(term)) {
                reasons.add(new Reason(term, weight * found.get(term)));
            }
        });
        reasons.sort(Comparator.comparingDouble(Reason::weight).reversed().thenComparing(Reason::term));
        double value = reasons.stream().mapToDouble(Reason::weight).sum();
        return new Score(rule, value, List.copyOf(reasons.subList(0, Math.min(REASONS, reasons.size()))));
    }

    private boolean isSure(List<Score> scores) {
        if (scores.isEmpty()) {
            return false;
        }
        double best = scores.get(0).value();
        double second = scores.size() > 1 ? scores.get(1).value() : 0;
        return best >= book.doubt().minimum() && best - second >= book.doubt().margin() * best;
    }
}
