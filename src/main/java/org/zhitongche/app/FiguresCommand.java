package org.zhitongche.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.stats.FigureTable;
import org.zhitongche.stats.Figures;
import org.zhitongche.stats.FiguresDocument;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Period;
import org.zhitongche.stats.Question;
import org.zhitongche.time.Zone;
import org.zhitongche.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The figures of a period as they were known at a moment, with numerators and denominators. */
@Command(name = "figures", mixinStandardHelpOptions = true,
        description = "Prints the figures of the appeals accepted in a period, as they were known at the cut-off.")
class FiguresCommand implements Callable<Integer> {

    @Option(names = "--from", paramLabel = "DAY", description = "first day of the period (default: 1 January of the cut-off's year)")
    private LocalDate from;
    @Option(names = "--to", paramLabel = "DAY", description = "last day of the period, included (default: the cut-off's day)")
    private LocalDate to;
    @Option(names = "--cut-off", paramLabel = "WHEN", converter = CivilTime.class,
            description = "what was known then, like 2026-03-31T17:30, China's time (default: now)")
    private Instant cutOff;
    @Option(names = "--by", paramLabel = "GROUP", converter = GroupingName.class, defaultValue = "overall",
            description = "overall, department, category, region, city, type, door or level (default: ${DEFAULT-VALUE})")
    private Grouping by;
    @Option(names = "--json", description = "prints for programs")
    private boolean json;
    @Mixin
    private Common common;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (House house = House.visit(common.settings())) {
            return answer(house.figures, house.words);
        }
    }

    int answer(Figures figures, Words words) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Question question = question(figures.now());
            FigureTable table = figures.table(question);
            if (json) {
                ObjectNode document = FiguresDocument.of(table, figures.holders(question));
                out.println(document.toPrettyString());
            } else {
                new FiguresText(words).lines(table, figures.holders(question)).forEach(out::println);
            }
            return 0;
        } catch (Refusal e) {
            spec.commandLine().getErr().println(words.get("refusal." + e.rule(), e.args().toArray()));
            return 2;
        } finally {
            out.flush();
        }
    }

    private Question question(Instant now) {
        Instant known = cutOff == null ? now : cutOff;
        LocalDate day = Zone.dateOf(known);
        return new Question(Period.ofDays(from == null ? day.withDayOfYear(1) : from, to == null ? day : to), known, by);
    }

    static final class GroupingName implements ITypeConverter<Grouping> {
        @Override
        public Grouping convert(String text) {
            for (Grouping each : Grouping.values()) {
                if (each.key().equals(text)) {
                    return each;
                }
            }
            throw new TypeConversionException("\"" + text + "\" is none of overall, department, category, region, city, type, door, level");
        }
    }
}
