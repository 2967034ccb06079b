package org.zhitongche.web.numbers;

import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.zhitongche.appeal.Actor;
import org.zhitongche.directory.Directory;
import org.zhitongche.stats.Cases;
import org.zhitongche.stats.Cohort;
import org.zhitongche.stats.CsvSheets;
import org.zhitongche.stats.FigureExport;
import org.zhitongche.stats.FigureTable;
import org.zhitongche.stats.Figures;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Pushed;
import org.zhitongche.stats.Question;
import org.zhitongche.stats.Sheets;
import org.zhitongche.stats.Spread;
import org.zhitongche.stats.XlsxSheets;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;
import org.zhitongche.web.desk.Actors;

/** What the pages of figures show, as a workbook or as CSV; made while it is sent, and only what the viewer may see. */
record FigureFiles(Figures figures, Directory directory, Surface surface) {

    private static final int PAGE = 1_000;

    private enum Format {
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", XlsxSheets::new),
        CSV("text/csv; charset=utf-8", CsvSheets::new);

        private final String type;
        private final Function<OutputStream, Sheets> sheets;

        Format(String type, Function<OutputStream, Sheets> sheets) {
            this.type = type;
            this.sheets = sheets;
        }

        static Format of(Visit visit) {
            return visit.query("format").filter("csv"::equals).isPresent() ? CSV : XLSX;
        }
    }

    /** Every group, or the one that was asked for, with the trend of it or of the whole. */
    void figures(Visit visit, Asked asked) {
        refuseWrong(visit, asked);
        FigureExport export = new FigureExport(visit.words(), directory);
        Question question = asked.question();
        Cohort cohort = figures.read(question);
        FigureTable all = cohort.table();
        FigureTable table = asked.key().map(key -> new FigureTable(question, all.find(key).stream().toList())).orElse(all);
        send(visit, "figures", question, sheets -> {
            export.table(sheets, table, asked.key().map(key -> Map.of(key, cohort.holders(key))).orElseGet(cohort::holders));
            if (surface == Surface.ADMIN && asked.key().isEmpty()) {
                export.pushed(sheets, question, figures.pushed(question));
            }
            export.trend(sheets, asked.key().isPresent() ? cohort.trend(asked.key().get(), asked.trend()) : cohort.by(Grouping.OVERALL).trend("", asked.trend()));
        });
    }

    /** @param spread what is said of the lengths of time in the list */
    void cases(Visit visit, Asked asked, String of, Function<Spread, String> spread) {
        refuseWrong(visit, asked);
        if (asked.key().isEmpty()) {
            throw visit.unknown(visit.request().path());
        }
        visit.looksAt(null, "EXPORT");
        Cases cases = behind(Actors.of(visit.viewer(), surface), asked);
        send(visit, "cases", asked.question(), sheets -> new FigureExport(visit.words(), directory)
            .cases(sheets, asked.question(), asked.opens(), of + " " + spread.apply(cases.spread()), after -> cases.list(after, PAGE)));
    }

    void pushed(Visit visit, Asked asked, Pushed.Step step) {
        visit.looksAt(null, "EXPORT");
        Actor viewer = Actors.of(visit.viewer(), surface);
        send(visit, "pushed", asked.question(), sheets -> new FigureExport(visit.words(), directory)
            .pushed(sheets, asked.question(), step, after -> figures.listPushed(viewer, asked.question(), step, after, PAGE)));
    }

    /** What is behind the number that was asked for. */
    Cases behind(Actor viewer, Asked asked) {
        return figures.cases(viewer, asked.question(), asked.key().orElse(""), asked.opens());
    }

    private static void refuseWrong(Visit visit, Asked asked) {
        if (asked.isWrong()) {
            throw visit.unknown(visit.request().path());
        }
    }

    private static void send(Visit visit, String name, Question question, Consumer<Sheets> content) {
        Format format = Format.of(visit);
        String file = name + "-" + question.period().firstDay() + "-" + question.period().lastDay() + "." + format.name().toLowerCase(Locale.ROOT);
        visit.send(file, format.type, out -> {
            try (Sheets sheets = format.sheets.apply(out)) {
                content.accept(sheets);
            }
        });
    }
}
