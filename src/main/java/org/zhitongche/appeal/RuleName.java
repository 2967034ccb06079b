package org.zhitongche.appeal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules that {@code procedure.yaml} sets. */
enum RuleName {
    TRIAGE("first received"),
    ACKNOWLEDGE("dispatch"),
    SEND_BACK("dispatch", "times"),
    RULING("the sending-back"),
    INFORMATION("the request", "times"),
    CO_HANDLING("dispatch"),
    REPLY("dispatch"),
    HARD("dispatch"),
    EXTENSION("the due day", "times", "before"),
    REVIEW("the hand-in", "of"),
    REWORK("reopening", "times", "on", "decided"),
    SURVEY("release of the reply"),
    OBJECTION("the rating", "times"),
    ESCALATION_SUPERVISOR("the due time"),
    ESCALATION_LEADERS("the due time"),
    LIGHTS(Kind.WITHOUT_TERM, "the start of the limit", "blue", "yellow", "brief"),
    WAY_FORWARD(Kind.WITHOUT_TERM, "the hand-in", "of"),
    RANKING(Kind.WITHOUT_TERM, "the cut-off", "enough"),
    PRIORITY(Kind.WITHOUT_TERM, "the start of the limit", "share", "grounds");

    private enum Kind { LIMIT, WITHOUT_TERM }

    private static final Set<String> OF_LIMITS = Set.of("term", "by-category", "by-type");

    /** What it is counted from, which is the procedure's and no setting. */
    final String from;
    /** What it can say beside a term; {@code x} stands for {@code x-by-category} and {@code x-by-type} too. */
    private final Set<String> special;
    private final Kind kind;

    RuleName(String from, String... special) {
        this(Kind.LIMIT, from, special);
    }

    RuleName(Kind kind, String from, String... special) {
        this.kind = kind;
        this.from = from;
        this.special = Set.of(special);
    }

    /** It must be there, with a term; of the others what is left out keeps its default. */
    boolean isLimit() {
        return kind == Kind.LIMIT;
    }

    static Optional<RuleName> find(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(RuleName::word).collect(Collectors.joining(", "));
    }

    /** Which rules can say it, in words. */
    static String sayers(String word) {
        List<String> rules = Arrays.stream(values()).filter(each -> each.says(word)).map(RuleName::word).toList();
        return OF_LIMITS.contains(word) ? "limits" : (rules.size() == 1 ? "the rule '" : "the rules '") + String.join("', '", rules) + "'";
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean says(String word) {
        return special.contains(word.replaceFirst("-by-.*", "")) || isLimit() && OF_LIMITS.contains(word);
    }
}
