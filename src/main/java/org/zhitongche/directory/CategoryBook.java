package org.zhitongche.directory;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.zhitongche.db.ConfigFile;
import org.zhitongche.db.StartFailure;

/** config/categories.yaml as a whole: kinds of departments, categories with their rules, and when to doubt. */
public final class CategoryBook {
    private final Map<String, String> kinds;
    private final Map<String, CategoryRule> rules = new LinkedHashMap<>();
    private final Doubt doubt;
    private final Map<String, List<String>> grounds;
    private final Map<String, List<String>> urgent;
    private final String version;

    /**
     * When a person decides.
     *
     * @param minimum least score of the best category
     * @param margin  by how much of its own score it must lead the second
     * @param title   how often a word in the title counts
     * @param precision how often what a model decides by itself must be right, where a category says nothing else
     */
    public record Doubt(double minimum, double margin, double title, Double precision) {

        public Doubt {
            precision = precision == null ? 0.95 : precision;
        }
    }

    private record Contents(Map<String, String> kinds, Doubt doubt, Map<String, List<String>> grounds, Map<String, List<String>> urgent,
                            List<CategoryRule> categories) {}

    private CategoryBook(Contents contents, String version) {
        this.kinds = Map.copyOf(contents.kinds());
        this.doubt = contents.doubt();
        this.grounds = contents.grounds() == null ? Map.of() : Map.copyOf(contents.grounds());
        this.urgent = contents.urgent() == null ? Map.of() : Map.copyOf(contents.urgent());
        this.version = version;
        contents.categories().forEach(rule -> rules.put(rule.code(), rule));
    }

    public static CategoryBook read(Path path) {
        ConfigFile file = ConfigFile.read(path);
        Contents contents = file.as(Contents.class);
        check(file, contents);
        CRC32 digest = new CRC32();
        digest.update(file.text().getBytes(StandardCharsets.UTF_8));
        return new CategoryBook(contents, "rules-%08x".formatted(digest.getValue()));
    }

    /** Changes with every change of the file. */
    public String version() {
        return version;
    }

    public Doubt doubt() {
        return doubt;
    }

    /** How often what a model decides by itself must be right. @param code null: not known yet */
    public double precision(String code) {
        return find(code).map(CategoryRule::precision).orElse(doubt.precision());
    }

    /** Ground against acceptance → words that make it suspected. */
    public Map<String, List<String>> grounds() {
        return grounds;
    }

    /** Ground for priority → words that suggest it. */
    public Map<String, List<String>> urgent() {
        return urgent;
    }

    /** Kind of department → what it is called. */
    public Map<String, String> kinds() {
        return kinds;
    }

    /** 法定时限 of a category, where the law sets one. */
    public Optional<CategoryRule.Limit> statutoryLimit(String code) {
        return find(code).map(CategoryRule::limit);
    }

    public List<CategoryRule> rules() {
        return List.copyOf(rules.values());
    }

    public Optional<CategoryRule> find(String code) {
        return Optional.ofNullable(code == null ? null : rules.get(code));
    }

    /** As they are mirrored to the database, groups before what stands in them. */
    public List<Category> categories() {
        List<Category> categories = new ArrayList<>();
        rules.values().forEach(rule -> categories.add(
                new Category(rule.code(), rule.name(), rule.parent(), (categories.size() + 1) * 10, true)));
        return categories;
    }

    private static void check(ConfigFile file, Contents contents) {
        if (contents.kinds() == null || contents.doubt() == null || contents.categories() == null) {
            throw file.failure("^", 1, "needs the sections kinds, doubt and categories", "restore the one missing");
        }
        Doubt doubt = contents.doubt();
        if (doubt.minimum() <= 0 || doubt.margin() < 0 || doubt.margin() > 1 || doubt.title() <= 0) {
            throw file.failure("(?m)^doubt:", 1, "doubt is out of range",
                    "set minimum and title above 0 and margin between 0 and 1");
        }
        if (!isPrecision(doubt.precision())) {
            throw file.failure("(?m)^doubt:", 1, "doubt.precision is out of range", "set it between 0.5 and 1");
        }
        Set<String> groups = new HashSet<>();
        contents.categories().stream().map(CategoryRule::parent).filter(Objects::nonNull).forEach(groups::add);
        Set<String> seen = new HashSet<>();
        for (CategoryRule rule : contents.categories()) {
            checkPlace(file, rule, seen);
            checkRule(file, rule, groups.contains(rule.code()), contents.kinds().keySet());
            seen.add(rule.code());
        }
    }

    private static void checkPlace(ConfigFile file, CategoryRule rule, Set<String> seen) {
        if (rule.code() == null || rule.name() == null) {
            throw file.failure("(?m)^categories:", 1, "a category lacks code or name", "give it both");
        }
        if (!rule.code().matches("[a-z][a-z0-9-]{0,39}")) {
            throw at(file, rule, 1, "code " + rule.code() + " has other signs than a-z, 0-9 and -", "rename it");
        }
        if (seen.contains(rule.code())) {
            throw at(file, rule, 2, "category " + rule.code() + " stands there twice", "give the second another code");
        }
        if (rule.parent() != null && !seen.contains(rule.parent())) {
            throw at(file, rule, 1, "category " + rule.code() + " names the unknown parent " + rule.parent(),
                    "put the parent above it");
        }
    }

    private static void checkRule(ConfigFile file, CategoryRule rule, boolean group, Set<String> kinds) {
        if (group && rule.lead() != null) {
            throw at(file, rule, 1, "category " + rule.code() + " has children and a lead", "take the lead away");
        }
        if (!group && rule.lead() == null) {
            throw at(file, rule, 1, "category " + rule.code() + " has no lead",
                    "name the kind of department that answers it");
        }
        Stream.of(rule.sharing().stream(), rule.coHandling().stream(), Stream.ofNullable(rule.lead()))
                .flatMap(kind -> kind).filter(kind -> !kinds.contains(kind)).findFirst().ifPresent(kind -> {
                    throw at(file, rule, 1, "category " + rule.code() + " names the unknown kind " + kind,
                            "use one of `kinds` or add it there");
                });
        rule.terms().forEach((term, weight) -> {
            if (term.isBlank() || weight == null || !Double.isFinite(weight) || weight <= 0) {
                throw at(file, rule, 1, "category " + rule.code() + " gives “" + term + "” the weight " + weight,
                        "set a number above 0");
            }
        });
        if (rule.precision() != null && !isPrecision(rule.precision())) {
            throw at(file, rule, 1, "the precision of " + rule.code() + " is out of range", "set it between 0.5 and 1");
        }
        if (rule.limit() != null && (rule.limit().number() < 1 || rule.limit().unit() == null
                || rule.limit().source() == null)) {
            throw at(file, rule, 1, "the limit of " + rule.code() + " is incomplete", "give number, unit and source");
        }
    }

    private static boolean isPrecision(double value) {
        return value >= 0.5 && value <= 1;
    }

    private static StartFailure at(ConfigFile file, CategoryRule rule, int occurrence, String cause, String cure) {
        return file.failure("code:\\s*[\"']?" + Pattern.quote(rule.code()) + "(?![a-z0-9-])", occurrence, cause, cure);
    }
}
