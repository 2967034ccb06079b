package org.zhitongche.papers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of papers, with all that their templates may name. */
public enum PaperKind {
    /** 受理告知书. */
    ACCEPTANCE(Audience.FIRM, Set.of(), CaseFacts.ALL),
    /** 不予受理告知书. */
    NON_ACCEPTANCE(Audience.FIRM, Set.of(), CaseFacts.ALL, EventFacts.NOT_ACCEPTED),
    /** 补正通知书. */
    SUPPLY(Audience.FIRM, Set.of(), CaseFacts.ALL, PartFacts.ALL, EventFacts.INFORMATION),
    /** 延期告知书. */
    EXTENSION(Audience.FIRM, Set.of(), CaseFacts.ALL, PartFacts.ALL, ExtensionFacts.ALL),
    /** 答复书. */
    REPLY(Audience.FIRM, Set.of(), CaseFacts.ALL, EventFacts.REPLY),
    /** 转办单. */
    TRANSFER(Audience.UNIT, Set.of(), CaseFacts.ALL, PartFacts.ALL),
    /** 办理单. */
    HANDLING(Audience.UNIT, Set.of(Proceedings.BLOCK), CaseFacts.ALL, PartFacts.ALL, EventFacts.REPLY),
    /** 督办单. */
    ORDER(Audience.UNIT, Set.of(), CaseFacts.ALL, PartFacts.ALL, EventFacts.ORDER),
    /** 直转件呈报单: nothing of it is for the firm or for departments. */
    REPORT(Audience.OVERSIGHT, Set.of(), CaseFacts.ALL, EventFacts.REPORT),
    /** 月度通报. */
    BULLETIN(BulletinTables.NAMES, BulletinFacts.ALL.keySet());

    /** Whom it is for; the centre and supervisors may have every one. */
    enum Audience {
        FIRM, UNIT, OVERSIGHT
    }

    private final Audience audience;
    private final Set<String> blocks;
    private final List<Map<String, Function<Matter, String>>> facts;
    private final Set<String> names;

    /** About an appeal. */
    @SafeVarargs
    PaperKind(Audience audience, Set<String> blocks, Map<String, Function<Matter, String>>... facts) {
        this(audience, blocks, List.of(facts), Arrays.stream(facts).flatMap(each -> each.keySet().stream()).collect(Collectors.toSet()));
    }

    /** About none. */
    PaperKind(Set<String> blocks, Set<String> names) {
        this(Audience.OVERSIGHT, blocks, List.of(), names);
    }

    PaperKind(Audience audience, Set<String> blocks, List<Map<String, Function<Matter, String>>> facts, Set<String> names) {
        this.audience = audience;
        this.blocks = blocks;
        this.facts = facts;
        this.names = Stream.concat(Values.NAMES.stream(), names.stream()).collect(Collectors.toUnmodifiableSet());
    }

    Audience audience() {
        return audience;
    }

    /** What may stand as {@code {{name}}} in its template. */
    Set<String> names() {
        return names;
    }

    /** What its template names, of a matter; null where there is no such thing. */
    String find(String name, Matter matter) {
        return facts.stream().map(each -> each.get(name)).filter(Objects::nonNull).findFirst().orElseThrow().apply(matter);
    }

    /** What may stand as {@code [[name]]}. */
    Set<String> blocks() {
        return blocks;
    }

    /** As it stands in addresses; its template is {@code <key>.txt}, its name the word {@code paper.<NAME>}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PaperKind> find(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** Those about an appeal, in the order in which they stand on pages. */
    public static List<PaperKind> ofAppeals() {
        return Arrays.stream(values()).filter(kind -> kind != BULLETIN).toList();
    }
}
