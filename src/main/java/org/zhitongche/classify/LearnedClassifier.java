package org.zhitongche.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhitongche.appeal.Classification;
import org.zhitongche.appeal.Classification.Candidate;
import org.zhitongche.appeal.Classification.Reason;
import org.zhitongche.classify.model.Model;
import org.zhitongche.directory.CategoryBook;

/**
 * By the model in force, with the line that follows from the wanted precision. The rules decide alone while there is no
 * model, where a category's {@code must} words stand and its rule is sure, and where the model fails.
 */
public final class LearnedClassifier implements Classifier {

    private static final Logger LOG = LoggerFactory.getLogger(LearnedClassifier.class);
    private static final int SHOWN = 5;
    private static final int REASONS = 10;
    /** Of a candidate among others. */
    private static final int FEW_REASONS = 6;

    private final Classifier rules;
    private final CategoryBook book;
    private final MustWords must;
    private final Supplier<Optional<ModelInForce.Numbered>> model;

    public LearnedClassifier(Classifier rules, CategoryBook book, Supplier<Optional<ModelInForce.Numbered>> model) {
        this.rules = rules;
        this.book = book;
        this.must = new MustWords(book);
        this.model = model;
    }

    @Override
    public Classification classify(String title, String text) {
        return classify(title, text, null);
    }

    @Override
    public Classification classify(String title, String text, String chosen) {
        Classification byRules = rules.classify(title, text);
        Optional<ModelInForce.Numbered> now = model.get();
        if (now.isEmpty() || byRules.sure() && must.standIn(byRules.category(), title, text)) {
            return byRules;
        }
        try {
            return byModel(now.get(), title, text, chosen);
        } catch (RuntimeException e) {
            LOG.warn("model {} failed on a text, the rules decide", now.get().number(), e);
            return byRules;
        }
    }

    private Classification byModel(ModelInForce.Numbered now, String title, String text, String chosen) {
        List<Model.Candidate> found = now.model().classify(title, text);
        // A label whose category is gone since leaves a doubt.
        Optional<String> first = ModelVersions.code(book, found.get(0).label());
        double line = DoubtLine.of(now.model().provenance(), book, first.orElse(null), found.get(0).label());
        boolean sure = first.isPresent() && found.get(0).probability() >= line;
        List<Model.Candidate> shown = shown(found, chosen);
        Map<String, List<Reason>> reasons = now.model().explain(title, text, shown.stream().map(Model.Candidate::label).toList(), REASONS);
        List<Candidate> candidates = new ArrayList<>();
        for (Model.Candidate each : shown) {
            ModelVersions.code(book, each.label()).ifPresent(code -> candidates.add(new Candidate(code, each.probability(), few(reasons.get(each.label())))));
        }
        return new Classification(candidates, reasons.get(shown.get(0).label()), now.version(), sure);
    }

    /** The likeliest, and the firm's choice however unlikely it is. */
    private List<Model.Candidate> shown(List<Model.Candidate> found, String chosen) {
        Stream<Model.Candidate> rest = chosen == null ? Stream.empty() : found.stream().skip(SHOWN)
                .filter(each -> ModelVersions.code(book, each.label()).filter(chosen::equals).isPresent()).limit(1);
        return Stream.concat(found.stream().limit(SHOWN), rest).toList();
    }

    private static List<Reason> few(List<Reason> reasons) {
        return reasons.subList(0, Math.min(FEW_REASONS, reasons.size()));
    }
}
