package org.zhitongche.appeal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.zhitongche.db.ConfigFile;
import org.zhitongche.db.StartFailure;
import org.zhitongche.time.Term;

/** Reads {@code config/procedure.yaml}; each word is kept with its line, so that what makes no sense is told where it stands. */
final class ProcedureFile {

    /** The rule that has no term of its own: an extension is at most the effective term again. */
    private static final String EXTENSION = "extension";

    /** Each rule with the event that its limit is counted from, which is the procedure's and no setting. */
    private static final Map<String, String> STARTS = new LinkedHashMap<>();

    static {
        STARTS.put("triage", "first received");
        STARTS.put("acknowledge", "dispatch");
        STARTS.put("send-back", "dispatch");
        STARTS.put("ruling", "the sending-back");
        STARTS.put("information", "the request");
        STARTS.put("co-handling", "dispatch");
        STARTS.put("reply", "dispatch");
        STARTS.put("hard", "dispatch");
        STARTS.put(EXTENSION, "the due day");
        STARTS.put(Procedure.REVIEW, "the hand-in");
        STARTS.put("rework", "reopening");
        STARTS.put("survey", "release of the reply");
        STARTS.put("objection", "the rating");
        STARTS.put("escalation-supervisor", "the due time");
        STARTS.put("escalation-leaders", "the due time");
    }

    private record Said(String text, int line) {}

    /** No record: of those Jackson tells an unknown field only once all is read, and without its line. */
    private static final class Entry {
        public Said term;
        public Map<Said, Said> byCategory;
        public Map<Said, Said> byType;
        public Said from;
        public Said source;
        public List<Said> of;
        public Map<Said, List<Said>> ofByType;
    }

    private final ConfigFile file;
    private final Predicate<String> isCategory;

    ProcedureFile(Path path, Predicate<String> isCategory) {
        this.file = ConfigFile.read(path);
        this.isCategory = isCategory;
    }

    Map<String, Procedure.Rule> read() {
        Map<String, Procedure.Rule> rules = new LinkedHashMap<>();
        file.as(yaml(), new TypeReference<LinkedHashMap<Said, Entry>>() {}).forEach((name, entry) -> {
            if (!STARTS.containsKey(name.text())) {
                throw failure(name, "unknown rule '" + name.text() + "'", "the rules are " + String.join(", ", STARTS.keySet()));
            }
            rules.put(name.text(), rule(name, entry == null ? new Entry() : entry));
        });
        STARTS.keySet().stream().filter(name -> !rules.containsKey(name)).findFirst().ifPresent(name -> {
            throw file.failure("rule '" + name + "' is missing", "add it with a term such as 1wd");
        });
        return Map.copyOf(rules);
    }

    private Procedure.Rule rule(Said name, Entry entry) {
        boolean review = name.text().equals(Procedure.REVIEW);
        if (!review && (entry.of != null || entry.ofByType != null)) {
            throw failure(name, "rule '" + name.text() + "' says 'of', which only the rule 'review' can", "take it out there");
        }
        Term term = entry.term == null && name.text().equals(EXTENSION) ? null : term(there(name, entry.term, "term"));
        Said from = there(name, entry.from, "from");
        String start = STARTS.get(name.text());
        if (!from.text().equals(start)) {
            throw failure(from, "the rule '" + name.text() + "' is not counted from '" + from.text() + "'", "write '" + start + "'");
        }
        return new Procedure.Rule(term, byKey(entry.byCategory, this::category, this::term), byKey(entry.byType, this::type, this::term),
                start, there(name, entry.source, "source").text(), review ? always(entry) : Set.of(),
                byKey(entry.ofByType, this::type, this::conclusions));
    }

    private Said there(Said name, Said said, String what) {
        if (said == null || said.text().isBlank()) {
            throw failure(said == null ? name : said, "rule '" + name.text() + "' has no " + what, "each limit has a term, a start and a source");
        }
        return said;
    }

    /** C and D are always reviewed; a setting can add to them, never take them away. */
    private Set<Conclusion> always(Entry entry) {
        Set<Conclusion> always = EnumSet.of(Conclusion.C, Conclusion.D);
        always.addAll(entry.of == null ? Set.of() : conclusions(entry.of));
        return always;
    }

    private static <K, V, S> Map<K, V> byKey(Map<Said, S> said, Function<Said, K> key, Function<S, V> value) {
        return said == null ? Map.of() : said.entrySet().stream().collect(Collectors.toMap(each -> key.apply(each.getKey()), each -> value.apply(each.getValue())));
    }

    private String category(Said said) {
        if (!isCategory.test(said.text())) {
            throw failure(said, "there is no category '" + said.text() + "'", "use a code of categories.yaml");
        }
        return said.text();
    }

    private Type type(Said said) {
        return oneOf(said, Type.class, said.text().toUpperCase(Locale.ROOT), "type");
    }

    private Set<Conclusion> conclusions(List<Said> said) {
        return said.stream().map(each -> oneOf(each, Conclusion.class, each.text(), "conclusion")).collect(Collectors.toSet());
    }

    private <E extends Enum<E>> E oneOf(Said said, Class<E> kind, String name, String what) {
        return Arrays.stream(kind.getEnumConstants()).filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> failure(said, "there is no " + what + " '" + said.text() + "'", "use one of "
                        + Arrays.toString(kind.getEnumConstants()).toLowerCase(Locale.ROOT)));
    }

    private Term term(Said said) {
        try {
            return Term.parse(said.text());
        } catch (IllegalArgumentException e) {
            throw failure(said, e.getMessage(), "correct that line");
        }
    }

    private StartFailure failure(Said said, String problem, String cure) {
        return file.failure(said.line(), problem, cure);
    }

    private static Said said(String text, JsonParser at) {
        return new Said(text, at.currentTokenLocation().getLineNr());
    }

    private static ObjectMapper yaml() {
        SimpleModule lines = new SimpleModule();
        lines.addDeserializer(Said.class, new JsonDeserializer<>() {
            @Override
            public Said deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                if (!parser.currentToken().isScalarValue()) {
                    return (Said) context.handleUnexpectedToken(Said.class, parser);
                }
                return said(parser.getText().strip(), parser);
            }

            @Override
            public Said getNullValue(DeserializationContext context) {
                return said("", context.getParser());
            }

            @Override
            public Said getAbsentValue(DeserializationContext context) {
                return null;
            }
        });
        lines.addKeyDeserializer(Said.class, new KeyDeserializer() {
            @Override
            public Said deserializeKey(String key, DeserializationContext context) {
                return said(key, context.getParser());
            }
        });
        return ConfigFile.yaml().propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE).addModule(lines).addHandler(new DeserializationProblemHandler() {
            @Override
            public boolean handleUnknownProperty(DeserializationContext context, JsonParser parser, JsonDeserializer<?> reader, Object of, String name)
                    throws IOException {
                throw new JsonMappingException(parser, "'" + name + "' is no part of a rule", parser.currentTokenLocation());
            }
        }).build();
    }
}
