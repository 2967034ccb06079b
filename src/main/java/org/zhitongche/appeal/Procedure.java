package org.zhitongche.appeal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.zhitongche.db.StartFailure;
import org.zhitongche.time.LightRule;
import org.zhitongche.time.Term;

/**
 * What {@code config/procedure.yaml} sets, by the names under which the rules know it. It is asked when somebody acts, and what
 * follows stands in the event: what happened is never judged anew by another setting.
 *
 * @param extensionBefore how many working days before the due time an extension is asked for at the latest
 * @param lights          when the light of a limit turns
 * @param enough          fewer than so many are marked in figures and not ranked
 */
public record Procedure(Map<String, Rule> rules, Term extensionBefore, LightRule lights, PriorityRule priority, ReworkRule rework, int enough) {

    /**
     * One limit: how long, by category and type where it differs, from when, and where it is written.
     *
     * @param term  null for an extension that is at most the effective term again
     * @param times how often, where the rule says so
     * @param of    which replies the rule is about, by type also others; empty where it is about none
     */
    public record Rule(Varying<Term> term, Varying<Integer> times, String from, String source,
                       Set<Conclusion> of, Map<Type, Set<Conclusion>> ofByType) {

        private boolean isAbout(Type type, Conclusion conclusion) {
            return of.contains(conclusion) || ofByType.getOrDefault(type, Set.of()).contains(conclusion);
        }
    }

    /**
     * @param isCategory whether there is a category of that code
     * @throws StartFailure naming the line that makes no sense
     */
    public static Procedure load(Path file, Predicate<String> isCategory) {
        return new ProcedureFile(file, isCategory).read();
    }

    /** Whether the centre reviews such a reply before the firm sees it. */
    public boolean reviews(Type type, Conclusion conclusion) {
        return rules.get("review").isAbout(type, conclusion);
    }

    /** "会说怎样行": whether such a reply must say which way leads on. */
    public boolean needsWayForward(Type type, Conclusion conclusion) {
        return rules.get("way-forward").isAbout(type, conclusion);
    }

    /** The same for some type at least. */
    public boolean asksWayForward(Conclusion conclusion) {
        return Arrays.stream(Type.values()).anyMatch(type -> needsWayForward(type, conclusion));
    }

    /** The conclusions with which the reply to such an appeal must say which way leads on. */
    public List<Conclusion> withWayForward(Type type) {
        return Arrays.stream(Conclusion.values()).filter(each -> needsWayForward(type, each)).toList();
    }

    /** @param category may be null */
    public Term termOf(String rule, Type type, String category) {
        return rules.get(rule).term().of(type, category);
    }

    /** How often something may be done: sent back in a case, asked for by a department, reopened, objected to. */
    public int times(String rule, Appeal appeal) {
        return rules.get(rule).times().of(appeal.type, appeal.category);
    }

    /** By how much a due time may be extended at most; empty for the effective term again. */
    Optional<Term> longestExtension(Appeal appeal) {
        return Optional.ofNullable(termOf("extension", appeal.type, appeal.category));
    }
}
