package org.zhitongche.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhitongche.classify.DecidedTexts;
import org.zhitongche.classify.Decision;
import org.zhitongche.classify.Decisions;
import org.zhitongche.classify.Predicts;
import org.zhitongche.classify.model.Example;
import org.zhitongche.classify.model.Provenance;
import org.zhitongche.time.Zone;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What people decided on the platform, as texts to learn from. */
final class FromDecisions {

    private static final int DAYS = 730;

    @Option(names = "--from-decisions", description = "learns from what people decided on the platform: dispatches by hand, sendings-back, rulings, mergers; newer ones count more")
    private boolean asked;
    @Option(names = "--predicts", paramLabel = "CATEGORY|LEAD", defaultValue = "CATEGORY", description = "what is learned from decisions (default: ${DEFAULT-VALUE})")
    private Predicts predicts = Predicts.CATEGORY;
    @Option(names = "--since", paramLabel = "DAY", converter = CivilTime.class, description = "decisions from then on (default: of the last two years)")
    private Instant since;
    @Mixin
    private Common common;

    /**
     * @param source where they are from; not learned yet
     * @param lines  what was read, for people
     */
    record Found(List<Example> examples, Provenance source, List<String> lines) {}

    boolean asked() {
        return asked;
    }

    /** @param minimum labels with fewer decisions are left out */
    Found read(int minimum) {
        try (House house = House.visit(common.settings())) {
            Instant now = house.clock.instant();
            Instant from = since == null ? now.minusSeconds(DAYS * 86_400L) : since;
            List<Decision> decisions = new Decisions(house.database).list(from);
            return found(frequent(DecidedTexts.of(decisions, predicts, now), minimum), decisions, source(from, now), now, minimum);
        }
    }

    private static String source(Instant from, Instant now) {
        return "平台上的决定 " + Zone.dateOf(from) + " 至 " + Zone.dateOf(now);
    }

    private Found found(List<Example> examples, List<Decision> decisions, String source, Instant now, int minimum) {
        if (examples.isEmpty()) {
            throw new CommandFailure(source + "：没有可以学的决定" + (minimum > 1 ? "（每类至少 " + minimum + " 件，--min）" : ""));
        }
        List<String> lines = new ArrayList<>();
        Map<Boolean, Long> chosen = decisions.stream().collect(Collectors.partitioningBy(each -> each.why().chosen(), Collectors.counting()));
        lines.add(source + "：人工决定 " + chosen.get(true) + " 件，系统派单而部门已答复的 " + chosen.get(false) + " 件");
        lines.add("可用 " + examples.size() + " 件，" + examples.stream().map(Example::label).distinct().count() + " 类");
        return new Found(examples, new Provenance(source, null, new Provenance.Columns("title", "text", predicts.name().toLowerCase(Locale.ROOT)), decisions.size(),
                examples.size(), minimum, null, now, Main.VERSION, 0, null), lines);
    }

    private static List<Example> frequent(List<Example> examples, int minimum) {
        Map<String, Long> texts = examples.stream().collect(Collectors.groupingBy(Example::label, Collectors.counting()));
        return examples.stream().filter(each -> texts.get(each.label()) >= minimum).toList();
    }
}
