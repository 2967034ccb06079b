package org.zhitongche.appeal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.zhitongche.appeal.ProcedureYaml.Entry;
import org.zhitongche.appeal.ProcedureYaml.Said;
import org.zhitongche.db.ConfigFile;
import org.zhitongche.db.StartFailure;
import org.zhitongche.time.LightRule;
import org.zhitongche.time.Share;
import org.zhitongche.time.Term;
import org.zhitongche.time.TermUnit;

/** Reads {@code config/procedure.yaml}; what makes no sense is told where it stands. */
final class ProcedureFile {

    /** The rule without a term of its own: an extension is at most the effective term again. */
    private static final String AGAIN = "again";
    private static final String DELIVERED_SOURCE = "受理办理规程";
    private static final int ENOUGH = 10;
    private static final Term DAY_BEFORE = Term.workingDays(1);

    private final ConfigFile file;
    private final Predicate<String> isCategory;
    private final Map<RuleName, Said> names = new EnumMap<>(RuleName.class);
    private final Map<RuleName, Entry> entries = new EnumMap<>(RuleName.class);

    ProcedureFile(Path path, Predicate<String> isCategory) {
        this.file = ConfigFile.read(path);
        this.isCategory = isCategory;
    }

    Procedure read() {
        ProcedureYaml.read(file).forEach((name, entry) -> {
            RuleName rule = RuleName.find(name.text()).orElseThrow(() ->
                    failure(name, "unknown rule '" + name.text() + "'", "the rules are " + RuleName.words()));
            names.put(rule, name);
            entries.put(rule, entry == null ? new Entry() : entry);
        });
        Arrays.stream(RuleName.values()).filter(rule -> rule.isLimit() && !entries.containsKey(rule)).findFirst().ifPresent(rule -> {
            throw file.failure("rule '" + rule.word() + "' is missing", "add it with a term such as 1wd");
        });
        Map<String, Procedure.Rule> rules = new LinkedHashMap<>();
        entries.forEach((name, entry) -> rules.put(name.word(), rule(name, entry)));
        Arrays.stream(RuleName.values()).forEach(rule -> rules.computeIfAbsent(rule.word(), word -> leftOut(rule)));
        return new Procedure(Map.copyOf(rules), before(rules), lights(rules), priority(), rework(), enough());
    }

    private Procedure.Rule rule(RuleName name, Entry entry) {
        entry.special().stream().filter(word -> !name.says(word)).findFirst().ifPresent(word -> {
            throw failure(names.get(name), "rule '" + name.word() + "' says '" + word + "', which only " + RuleName.sayers(word) + " can", "take it out there");
        });
        Term term = again(name, entry) || !name.isLimit() ? null : term(there(name, entry.term, "term"));
        Said from = there(name, entry.from, "from");
        if (!from.text().equals(name.from)) {
            throw failure(from, "the rule '" + name.word() + "' is not counted from '" + from.text() + "'", "write '" + name.from + "'");
        }
        return new Procedure.Rule(new Varying<>(term, byKey(entry.byCategory, this::category, this::term), byKey(entry.byType, this::type, this::term)),
                times(name, entry), name.from, there(name, entry.source, "source").text(),
                name.says("of") ? always(entry) : Set.of(), byKey(entry.ofByType, this::type, this::conclusions));
    }

    private static boolean again(RuleName name, Entry entry) {
        return name == RuleName.EXTENSION && (entry.term == null || entry.term.text().equals(AGAIN));
    }

    /** Of a rule without a term, as an older file has none. */
    private Procedure.Rule leftOut(RuleName name) {
        Entry entry = new Entry();
        entry.from = new Said(name.from, 0);
        entry.source = new Said(DELIVERED_SOURCE, 0);
        return rule(name, entry);
    }

    private Said there(RuleName name, Said said, String what) {
        if (said == null || said.text().isBlank()) {
            throw failure(said == null ? names.get(name) : said, "rule '" + name.word() + "' has no " + what, "each limit has a term, each rule a start and a source");
        }
        return said;
    }

    private Varying<Integer> times(RuleName name, Entry entry) {
        int standard = entry.times != null ? number(entry.times) : name == RuleName.SEND_BACK ? 2 : 1;
        return new Varying<>(standard, byKey(entry.timesByCategory, this::category, this::number), byKey(entry.timesByType, this::type, this::number));
    }

    /** How long before the due time an extension is asked for at the latest; longer than the answer's own term nobody could. */
    private Term before(Map<String, Procedure.Rule> rules) {
        Said said = entries.get(RuleName.EXTENSION).before;
        if (said == null) {
            return DAY_BEFORE;
        }
        return withinReply(said, "before", rules);
    }

    private LightRule lights(Map<String, Procedure.Rule> rules) {
        Entry entry = entries.getOrDefault(RuleName.LIGHTS, new Entry());
        LightRule standard = LightRule.STANDARD;
        return new LightRule(entry.blue == null ? standard.blue() : share(entry.blue),
                entry.yellow == null ? standard.yellow() : withinReply(entry.yellow, "yellow", rules).number(),
                entry.brief == null ? standard.brief() : share(entry.brief));
    }

    private PriorityRule priority() {
        Entry entry = entries.getOrDefault(RuleName.PRIORITY, new Entry());
        return new PriorityRule(entry.share == null ? PriorityRule.STANDARD.share() : share(entry.share),
                entry.grounds == null ? PriorityRule.STANDARD.grounds() : oneOrMore(entry.grounds, PriorityRule.Ground.class, "ground"));
    }

    private int enough() {
        Said said = entries.getOrDefault(RuleName.RANKING, new Entry()).enough;
        return said == null ? ENOUGH : number(said, "[1-9]\\d{0,2}", "'" + said.text() + "' is no number of cases", "write a whole number from 1 to 999");
    }

    private ReworkRule rework() {
        Entry entry = entries.get(RuleName.REWORK);
        return new ReworkRule(entry.on == null ? ReworkRule.STANDARD.on() : oneOrMore(entry.on, ReworkRule.Bad.class, "rating that reopens"),
                entry.decided == null ? ReworkRule.STANDARD.decided() : conclusions(entry.decided));
    }

    /** A time before the due time of an answer, shorter than its term. */
    private Term withinReply(Said said, String what, Map<String, Procedure.Rule> rules) {
        Term left = term(said);
        if (left.unit() != TermUnit.WORKING_DAYS) {
            throw failure(said, "'" + what + "' is counted in working days, not in '" + said.text() + "'", "write it like 1wd");
        }
        Term reply = rules.get(RuleName.REPLY.word()).term().standard();
        if (reply.unit() == TermUnit.WORKING_DAYS && left.number() >= reply.number()) {
            throw failure(said, "'" + what + "' is " + left + " before the due time, and a reply has only " + reply, "write less");
        }
        return left;
    }

    /** C and D are always reviewed and always say which way leads on; a setting can add to them, never take them away. */
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

    private <E extends Enum<E>> Set<E> oneOrMore(List<Said> said, Class<E> kind, String what) {
        return said.stream().map(each -> oneOf(each, kind, each.text().toUpperCase(Locale.ROOT).replace('-', '_'), what)).collect(Collectors.toSet());
    }

    private Set<Conclusion> conclusions(List<Said> said) {
        return said.stream().map(each -> oneOf(each, Conclusion.class, each.text(), "conclusion")).collect(Collectors.toSet());
    }

    private <E extends Enum<E>> E oneOf(Said said, Class<E> kind, String name, String what) {
        return Arrays.stream(kind.getEnumConstants()).filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> failure(said, "there is no " + what + " '" + said.text() + "'", "use one of "
                        + Arrays.toString(kind.getEnumConstants()).toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private int number(Said said) {
        return number(said, "[1-9]\\d?", "'" + said.text() + "' is no number of times", "write a whole number from 1 to 99");
    }

    private int number(Said said, String pattern, String problem, String cure) {
        if (!said.text().matches(pattern)) {
            throw failure(said, problem, cure);
        }
        return Integer.parseInt(said.text());
    }

    private Term term(Said said) {
        return parsed(said, Term::parse);
    }

    private Share share(Said said) {
        return parsed(said, Share::parse);
    }

    private <T> T parsed(Said said, Function<String, T> parse) {
        try {
            return parse.apply(said.text());
        } catch (IllegalArgumentException e) {
            throw failure(said, e.getMessage(), "correct that line");
        }
    }

    private StartFailure failure(Said said, String problem, String cure) {
        return file.failure(said.line(), problem, cure);
    }
}
