package org.zhitongche.appeal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhitongche.db.StartFailure;
import org.zhitongche.time.Term;

/** The limits of {@code config/procedure.yaml}, by the names under which the rules know them. */
public record Procedure(Map<String, Rule> rules) {

    /** One limit: how long, by category and type where it differs, from when, and where it is written. */
    public record Rule(Term term, Map<String, Term> byCategory, Map<Type, Term> byType, String from, String source,
                       Set<Conclusion> of, Map<Type, Set<Conclusion>> ofByType) {

        /** The first that exists of category, type, default; {@code category} may be null. */
        Term termFor(Type type, String category) {
            Term ofCategory = category == null ? null : byCategory.get(category);
            return ofCategory != null ? ofCategory : byType.getOrDefault(type, term);
        }
    }

    private record Entry(String term, Map<String, String> byCategory, Map<String, String> byType, String from, String source,
                         Set<Conclusion> of, Map<String, Set<Conclusion>> ofByType) {}

    /** The rule that has no term of its own: an extension is at most the effective term again. */
    private static final String EXTENSION = "extension";

    /** The rule that also says which replies it is about. */
    private static final String REVIEW = "review";

    private static final String[] NEEDED = {"triage", "acknowledge", "send-back", "ruling", "information", "co-handling",
        "reply", "hard", EXTENSION, REVIEW, "rework", "survey", "objection",
        "escalation-supervisor", "escalation-leaders"};

    public static Procedure load(Path file) {
        Map<String, Entry> entries = read(file);
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (String name : NEEDED) {
            Entry entry = entries.remove(name);
            if (entry == null) {
                throw new StartFailure(file + ": rule '" + name + "' is missing", "add it with a term such as 1wd");
            }
            rules.put(name, rule(file, name, entry));
        }
        if (!entries.isEmpty()) {
            throw new StartFailure(file + ": unknown rule '" + entries.keySet().iterator().next() + "'",
                    "the rules are " + String.join(", ", NEEDED));
        }
        return new Procedure(Map.copyOf(rules));
    }

    private static Map<String, Entry> read(Path file) {
        YAMLMapper yaml = YAMLMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        try {
            return yaml.readValue(file.toFile(), yaml.getTypeFactory()
                    .constructMapType(LinkedHashMap.class, String.class, Entry.class));
        } catch (JsonMappingException e) {
            throw new StartFailure(file + " line " + line(e) + ": " + e.getOriginalMessage(), "correct that line");
        } catch (JsonProcessingException e) {
            throw new StartFailure(file + " line " + line(e) + " cannot be read: " + e.getOriginalMessage(), "correct that line");
        } catch (IOException e) {
            throw new StartFailure(file + " cannot be read", "restore it, or name the folder with --config");
        }
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }

    private static Rule rule(Path file, String name, Entry entry) {
        Map<String, Term> byCategory = new LinkedHashMap<>();
        if (entry.byCategory() != null) {
            entry.byCategory().forEach((category, term) -> byCategory.put(category, term(file, name, term)));
        }
        Map<Type, Term> byType = new EnumMap<>(Type.class);
        if (entry.byType() != null) {
            entry.byType().forEach((type, term) -> byType.put(type(file, name, type), term(file, name, term)));
        }
        boolean without = entry.term() == null && name.equals(EXTENSION);
        return new Rule(without ? null : term(file, name, entry.term()), byCategory, byType, entry.from(), entry.source(),
                reviewed(file, name, entry), reviewedByType(file, name, entry));
    }

    /** C and D are always reviewed; a setting can add to them, never take them away. */
    private static Set<Conclusion> reviewed(Path file, String name, Entry entry) {
        if (!name.equals(REVIEW)) {
            if (entry.of() != null || entry.ofByType() != null) {
                throw new StartFailure(file + ": rule '" + name + "' says 'of', which only the rule 'review' can", "take it out there");
            }
            return Set.of();
        }
        Set<Conclusion> always = EnumSet.of(Conclusion.C, Conclusion.D);
        always.addAll(entry.of() == null ? Set.of() : entry.of());
        return always;
    }

    private static Map<Type, Set<Conclusion>> reviewedByType(Path file, String name, Entry entry) {
        Map<Type, Set<Conclusion>> byType = new EnumMap<>(Type.class);
        if (entry.ofByType() != null) {
            entry.ofByType().forEach((type, conclusions) -> byType.put(type(file, name, type), conclusions));
        }
        return byType;
    }

    /** Whether the centre reviews such a reply before the firm sees it. */
    public boolean reviews(Type type, Conclusion conclusion) {
        Rule review = rules.get(REVIEW);
        return review.of().contains(conclusion) || review.ofByType().getOrDefault(type, Set.of()).contains(conclusion);
    }

    private static Type type(Path file, String name, String type) {
        try {
            return Type.valueOf(type.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new StartFailure(file + ": rule '" + name + "' names the type '" + type + "', which does not exist",
                    "use inquiry, assistance, complaint, report or suggestion");
        }
    }

    private static Term term(Path file, String name, String term) {
        try {
            return Term.parse(term);
        } catch (RuntimeException e) {
            throw new StartFailure(file + ": the term '" + term + "' of rule '" + name + "' makes no sense",
                    "write a number and a unit, such as 7wd, 30d or sameday");
        }
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
