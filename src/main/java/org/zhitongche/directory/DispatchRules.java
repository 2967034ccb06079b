package org.zhitongche.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * The rules by which appeals are given to departments, as known at one moment. Immutable. The most special rule decides: by
 * the firm, then by the region, then by the category, then the later one; what it leaves open the next one decides.
 */
public final class DispatchRules {

    private static final List<Level> USUAL = List.of(Level.CITY, Level.COUNTY);

    private final List<DispatchRule> rules;
    private final Categories categories;
    private final Regions regions;

    public DispatchRules(List<DispatchRule> rules, Categories categories, Regions regions) {
        this.rules = List.copyOf(rules);
        this.categories = categories;
        this.regions = regions;
    }

    /** As config/categories.yaml says them, before anybody laid down another. */
    public static DispatchRules of(CategoryBook book, Regions regions) {
        return new DispatchRules(book.rules().stream().filter(rule -> !rule.isGroup()).map(DispatchRules::first).toList(),
                new Categories(book.categories()), regions);
    }

    static DispatchRule first(CategoryRule rule) {
        return new DispatchRule(UUID.randomUUID(), rule.code(), null, null, rule.lead(), rule.sharing(), rule.coHandling(),
                rule.levels(), null, null, "config/categories.yaml", null, null);
    }

    /**
     * What is decided, and by which rules.
     *
     * @param lead null where no rule names one
     * @param used the rules of which something was taken, the most special first
     */
    public record Decision(String lead, List<String> sharing, List<String> coHandling, List<Level> levels, List<DispatchRule> used) {}

    public List<DispatchRule> list() {
        return rules;
    }

    /** A rule of today or later wants to know more of a firm than where it is. */
    public boolean asksForFirms() {
        return rules.stream().anyMatch(rule -> rule.firm() != null);
    }

    public List<DispatchRule> listOn(LocalDate day) {
        return rules.stream().filter(rule -> rule.holdsOn(day)).toList();
    }

    public Decision decide(String category, String region, FirmFacts firm, LocalDate day) {
        List<DispatchRule> fitting = rules.stream().filter(rule -> rule.holdsOn(day))
                .filter(rule -> depth(rule, category, region, firm) != null)
                .sorted(Comparator.<DispatchRule, Depth>comparing(rule -> depth(rule, category, region, firm)).reversed()).toList();
        List<DispatchRule> used = new ArrayList<>();
        String lead = first(fitting, DispatchRule::lead, used, null);
        List<String> sharing = first(fitting, DispatchRule::sharing, used, List.of());
        List<String> coHandling = first(fitting, DispatchRule::coHandling, used, List.of());
        List<Level> levels = first(fitting, DispatchRule::levels, used, USUAL);
        return new Decision(lead, sharing, coHandling, levels, fitting.stream().filter(used::contains).toList());
    }

    /** The levels that are competent for a category whoever asks and wherever. */
    public Set<Level> levels(String category, LocalDate day) {
        List<Level> levels = decide(category, null, FirmFacts.UNKNOWN, day).levels();
        return levels.isEmpty() ? EnumSet.copyOf(USUAL) : EnumSet.copyOf(levels);
    }

    private static <T> T first(List<DispatchRule> fitting, Function<DispatchRule, T> what, List<DispatchRule> used, T otherwise) {
        for (DispatchRule rule : fitting) {
            T said = what.apply(rule);
            if (said != null) {
                used.add(rule);
                return said;
            }
        }
        return otherwise;
    }

    /** How special a rule is for a matter; the greater decides. */
    private record Depth(int firm, int region, int category, LocalDate from, Instant at) implements Comparable<Depth> {

        private static final Comparator<Depth> ORDER = Comparator.comparingInt(Depth::firm).thenComparingInt(Depth::region)
                .thenComparingInt(Depth::category).thenComparing(Depth::from).thenComparing(Depth::at);

        @Override
        public int compareTo(Depth other) {
            return ORDER.compare(this, other);
        }
    }

    /** Null where it does not fit. */
    private Depth depth(DispatchRule rule, String category, String region, FirmFacts firm) {
        int ofFirm = firm.meets(rule.firm());
        int ofRegion = rule.region() == null ? 0 : regions.find(region).isEmpty() || !regions.isWithin(region, rule.region()) ? -1
                : regions.path(rule.region()).size();
        int ofCategory = rule.category() == null ? 0 : above(category).indexOf(rule.category()) < 0 ? -1
                : 10 - above(category).indexOf(rule.category());
        return ofFirm < 0 || ofRegion < 0 || ofCategory < 0 ? null : new Depth(ofFirm, ofRegion, ofCategory,
                Objects.requireNonNullElse(rule.validFrom(), LocalDate.MIN), Objects.requireNonNullElse(rule.at(), Instant.MIN));
    }

    /** The category and the groups it stands in. */
    private List<String> above(String category) {
        List<String> path = new ArrayList<>();
        for (String at = category; at != null && !path.contains(at); at = categories.find(at).map(Category::parent).orElse(null)) {
            path.add(at);
        }
        return path;
    }
}
