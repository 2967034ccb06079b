package org.zhitongche.appeal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.zhitongche.db.StartFailure;
import org.zhitongche.time.Term;

/** The limits of {@code config/procedure.yaml}, by the names under which the rules know them. */
public record Procedure(Map<String, Rule> rules) {

    /** The rule that also says which replies it is about. */
    static final String REVIEW = "review";

    /**
     * One limit: how long, by category and type where it differs, from when, and where it is written.
     *
     * @param term null for an extension, which has none of its own
     * @param of   which replies the rule is about, by type also others; empty but for {@value #REVIEW}
     */
    public record Rule(Term term, Map<String, Term> byCategory, Map<Type, Term> byType, String from, String source,
                       Set<Conclusion> of, Map<Type, Set<Conclusion>> ofByType) {

        /** The first that exists of category, type, default; {@code category} may be null. */
        Term termFor(Type type, String category) {
            Term ofCategory = category == null ? null : byCategory.get(category);
            return ofCategory != null ? ofCategory : byType.getOrDefault(type, term);
        }
    }

    /**
     * @param isCategory whether there is a category of that code
     * @throws StartFailure naming the line that makes no sense
     */
    public static Procedure load(Path file, Predicate<String> isCategory) {
        return new Procedure(new ProcedureFile(file, isCategory).read());
    }

    /** Whether the centre reviews such a reply before the firm sees it. */
    public boolean reviews(Type type, Conclusion conclusion) {
        Rule review = rules.get(REVIEW);
        return review.of().contains(conclusion) || review.ofByType().getOrDefault(type, Set.of()).contains(conclusion);
    }

    /** @param category may be null */
    public Term termOf(String rule, Type type, String category) {
        return rules.get(rule).termFor(type, category);
    }

    /** A category's own maximum, where it sets one. */
    Optional<Term> maximumOf(String rule, String category) {
        return Optional.ofNullable(category).map(code -> rules.get(rule).byCategory().get(code));
    }
}
