package org.zhitongche.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.directory.Directory;
import org.zhitongche.stats.Cohort;
import org.zhitongche.stats.CsvSheets;
import org.zhitongche.stats.FigureExport;
import org.zhitongche.stats.FigureTable;
import org.zhitongche.stats.FigureTrend;
import org.zhitongche.stats.Figures;
import org.zhitongche.stats.FiguresDocument;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Holders;
import org.zhitongche.stats.Period;
import org.zhitongche.stats.Pushed;
import org.zhitongche.stats.Question;
import org.zhitongche.stats.Sheets;
import org.zhitongche.stats.Trend;
import org.zhitongche.stats.XlsxSheets;
import org.zhitongche.time.Zone;
import org.zhitongche.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
    @Option(names = "--trend", paramLabel = "PIECE", converter = TrendName.class,
            description = "adds how the figures move: month or week (from Monday), all as known at the cut-off")
    private Trend trend;
    @Option(names = "--key", paramLabel = "CODE", description = "whose trend: the code of a group (default: that of the whole)")
    private String key;
    @Option(names = "--csv", paramLabel = "FILE", description = "writes the tables there as CSV")
    private Path csv;
    @Option(names = "--xlsx", paramLabel = "FILE", description = "writes the tables there as a workbook")
    private Path xlsx;
    @Mixin
    private Common common;
    @Mixin
    private Output output;

    @Override
    public Integer call() {
        check();
        try (House house = House.visit(common.settings())) {
            return answer(house.figures, house.words, house.directory);
        }
    }

    private void check() {
        if (key != null && trend == null) {
            throw output.mistyped("--key 须与 --trend 一起使用");
        }
        for (Path file : Stream.of(csv, xlsx).filter(Objects::nonNull).toList()) {
            Writable.file(file, file.equals(csv) ? "--csv" : "--xlsx");
        }
    }

    int answer(Figures figures, Words words, Directory directory) {
        try {
            Question question = question(figures.now());
            Cohort cohort = figures.read(question);
            FigureTable table = cohort.table();
            Map<String, Holders> holders = cohort.holders();
            Pushed pushed = figures.pushed(question);
            FigureTrend points = trend == null ? null : trend(cohort);
            write(csv, CsvSheets::new, sheets -> export(sheets, new FigureExport(words, directory), table, holders, pushed, points));
            write(xlsx, XlsxSheets::new, sheets -> export(sheets, new FigureExport(words, directory), table, holders, pushed, points));
            output.print(() -> document(table, holders, pushed, points).toPrettyString(),
                    out -> print(out, new FiguresText(words, directory), table, holders, pushed, points));
            return 0;
        } catch (Refusal e) {
            output.err().println(words.get("refusal." + e.rule(), e.args().toArray()));
            return 2;
        }
    }

    private static ObjectNode document(FigureTable table, Map<String, Holders> holders, Pushed pushed, FigureTrend trend) {
        ObjectNode document = FiguresDocument.of(table, holders);
        FiguresDocument.addPush(document, pushed);
        if (trend != null) {
            FiguresDocument.addTrend(document, trend);
        }
        return document;
    }

    private static void print(PrintWriter out, FiguresText text, FigureTable table, Map<String, Holders> holders, Pushed pushed, FigureTrend trend) {
        text.lines(table, holders).forEach(out::println);
        text.lines(pushed).forEach(out::println);
        if (trend != null) {
            text.lines(trend).forEach(out::println);
        }
    }

    private FigureTrend trend(Cohort cohort) {
        if (key == null) {
            return cohort.by(Grouping.OVERALL).trend("", trend);
        }
        if (cohort.find(key).isEmpty()) {
            throw output.mistyped("--key“" + key + "”：统计期内没有属于它的诉求（--by " + by.key() + "）");
        }
        return cohort.trend(key, trend);
    }

    private static void write(Path file, Function<OutputStream, Sheets> made, Consumer<Sheets> content) {
        if (file == null) {
            return;
        }
        try (Sheets sheets = made.apply(Files.newOutputStream(file))) {
            content.accept(sheets);
        } catch (IOException e) {
            throw new CommandFailure(file + "：无法写出：" + e.getMessage());
        }
    }

    private static void export(Sheets sheets, FigureExport export, FigureTable table, Map<String, Holders> holders, Pushed pushed, FigureTrend trend) {
        export.table(sheets, table, holders);
        export.pushed(sheets, table.question(), pushed);
        if (trend != null) {
            export.trend(sheets, trend);
        }
    }

    private Question question(Instant now) {
        Instant known = cutOff == null ? now : cutOff;
        LocalDate day = Zone.dateOf(known);
        return new Question(Period.ofDays(from == null ? day.withDayOfYear(1) : from, to == null ? day : to), known, by);
    }

    static final class TrendName implements ITypeConverter<Trend> {
        @Override
        public Trend convert(String text) {
            for (Trend each : Trend.values()) {
                if (each.key().equals(text)) {
                    return each;
                }
            }
            throw new TypeConversionException("应是 month 或 week");
        }
    }

    static final class GroupingName implements ITypeConverter<Grouping> {
        @Override
        public Grouping convert(String text) {
            for (Grouping each : Grouping.values()) {
                if (each.key().equals(text)) {
                    return each;
                }
            }
            throw new TypeConversionException("应是 overall、department、category、region、city、type、door、level 之一");
        }
    }
}
