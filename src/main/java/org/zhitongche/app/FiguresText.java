package org.zhitongche.app;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhitongche.directory.Directory;
import org.zhitongche.stats.Figure;
import org.zhitongche.stats.FigureRow;
import org.zhitongche.stats.FigureTable;
import org.zhitongche.stats.FigureTrend;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Holders;
import org.zhitongche.stats.Late;
import org.zhitongche.stats.Measure;
import org.zhitongche.stats.Naming;
import org.zhitongche.stats.Part;
import org.zhitongche.stats.Pushed;
import org.zhitongche.stats.Question;
import org.zhitongche.stats.Waiting;
import org.zhitongche.time.Zone;
import org.zhitongche.words.Words;

/** Figures for people on a terminal: each rate with its numerator and denominator and what these are. */
final class FiguresText {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int LABEL = 16;

    private final Words words;
    private final Naming naming;

    FiguresText(Words words, Directory directory) {
        this.words = words;
        this.naming = new Naming(words, directory);
    }

    List<String> lines(FigureTable table, Map<String, Holders> holders) {
        List<String> lines = new ArrayList<>();
        Question question = table.question();
        lines.add(words.get("figures.head", question.period().firstDay(), question.period().lastDay(), moment(question.cutOff())));
        for (FigureRow row : table.rows()) {
            if (question.by() != Grouping.OVERALL) {
                lines.add("");
                lines.add("【" + naming.group(question.by(), row) + "】");
            }
            lines.add(line(words.get("figures.cohort"), String.valueOf(row.cohort()), ""));
            Measure.RATES.forEach(measure -> lines.add(line(row.get(measure))));
            Measure.ARREARS.stream().filter(m -> row.get(m).counted() > 0).forEach(m -> lines.add(line(row.get(m))));
            Measure.ENDINGS.stream().filter(m -> row.get(m).numerator() > 0).forEach(m -> lines.add("　" + line(row.get(m))));
            lines.add(waiting(row.waiting()));
            Holders of = holders.getOrDefault(row.key(), Holders.NOBODY);
            lines.addAll(held(of.held()));
            lines.addAll(late(of.late()));
        }
        table.rows().stream().findFirst().ifPresent(row -> lines.add(words.get("figures.small", row.get(Measure.COMPLETION).enough())));
        return lines;
    }

    /** None where nothing was pushed. */
    List<String> lines(Pushed pushed) {
        if (pushed.pushes() == 0) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("", line(words.get("figures.push"), "", words.get("figures.push-line", pushed.pushes(), pushed.matched()))));
        pushed.shares().forEach(each -> lines.add("　" + line(words.get("push-share." + each.key()), each.text(), each.numerator() + " ÷ " + each.denominator())));
        return lines;
    }

    /** A block a figure, a line a point. */
    List<String> lines(FigureTrend trend) {
        List<String> lines = new ArrayList<>();
        for (Measure measure : Measure.SHOWN) {
            if (trend.points().stream().anyMatch(point -> point.row().get(measure).denominator() > 0)) {
                lines.add("");
                lines.add("【" + words.get("trend." + trend.trend().key()) + " " + words.get("measure." + measure.key()) + "】");
                trend.points().forEach(point -> lines.add(point(point, measure)));
            }
        }
        return lines;
    }

    private static String point(FigureTrend.Point point, Measure measure) {
        Figure figure = point.row().get(measure);
        return line(point.period().firstDay() + "–" + point.period().lastDay(), figure.text() + (figure.small() && figure.denominator() > 0 ? "*" : ""),
                figure.side(Part.NUMERATOR).toPlainString() + " ÷ " + figure.side(Part.DENOMINATOR).toPlainString());
    }

    private List<String> held(List<Waiting.Held> held) {
        return held.stream().map(each -> "　" + pad(naming.holder(each.holder()), LABEL)
                + pad(duration(each.total()) + "（" + each.appeals() + "）", LABEL) + words.get("figures.waiting.median") + " " + duration(each.median()) + "，"
                + words.get("figures.waiting.p90") + " " + duration(each.p90()) + words.get("figures.waiting.office", office(each.officeMedian()), office(each.officeP90())))
                .toList();
    }

    private List<String> late(List<Late> late) {
        if (late.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(line(words.get("figures.late"), words.get("figures.late.days", late.stream().mapToLong(Late::days).sum()),
                duration(late.stream().map(Late::elapsed).reduce(Duration.ZERO, Duration::plus)))));
        late.forEach(each -> lines.add("　" + pad(naming.holder(each.holder()), LABEL)
                + pad(words.get("figures.late.days", each.days()), 10) + duration(each.elapsed()) + "（" + each.appeals() + "）"));
        return lines;
    }

    private String line(Figure figure) {
        String key = "measure." + figure.measure().key();
        String value = figure.text() + (figure.small() && figure.denominator() > 0 ? "*" : "");
        return line(words.get(key), value, figure.side(Part.NUMERATOR).toPlainString() + " ÷ " + figure.side(Part.DENOMINATOR).toPlainString() + "　"
                + words.get(key + ".numerator") + " ÷ " + words.get(key + ".denominator"));
    }

    private String waiting(Waiting waiting) {
        return line(words.get("figures.waiting"), words.get("figures.waiting.median") + " " + duration(waiting.median())
                + "，" + words.get("figures.waiting.p90") + " " + duration(waiting.p90()) + words.get("figures.waiting.office", office(waiting.officeMedian()),
                office(waiting.officeP90())), "");
    }

    private String office(Duration office) {
        return office == null ? Figure.NOTHING : words.get("figures.hours", office.toHours(), office.toMinutesPart());
    }

    private String duration(Duration duration) {
        if (duration == null) {
            return Figure.NOTHING;
        }
        return duration.toDays() > 0 ? words.get("figures.days", duration.toDays(), duration.toHoursPart())
                : words.get("figures.hours", duration.toHours(), duration.toMinutesPart());
    }

    private static String line(String label, String value, String note) {
        return (pad(label, LABEL) + pad(value, 10) + note).stripTrailing();
    }

    /** To so many columns; Chinese characters take two. */
    static String pad(String text, int columns) {
        int width = text.codePoints().map(point -> point > 0x2E7F ? 2 : 1).sum();
        return text + " ".repeat(Math.max(1, columns - width));
    }

    private static String moment(Instant instant) {
        return MOMENT.format(instant.atZone(Zone.CHINA));
    }
}
