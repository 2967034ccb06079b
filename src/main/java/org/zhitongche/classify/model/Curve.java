package org.zhitongche.classify.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** How a rehearsal went, week by week, as SVG and CSV. */
public final class Curve {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 320;
    private static final int MARGIN = 50;
    private static final int NAMED = 4;

    private final List<Rehearsal.Week> weeks;

    public Curve(List<Rehearsal.Week> weeks) {
        this.weeks = weeks;
    }

    /** @return the files written */
    public List<Path> write(Path folder) throws IOException {
        Files.createDirectories(folder);
        return List.of(Files.writeString(folder.resolve("rehearsal.svg"), svg()), Files.writeString(folder.resolve("rehearsal.csv"), csv()));
    }

    String csv() {
        StringBuilder csv = new StringBuilder("\uFEFFweek,texts,learned,accuracy,to_people,precision\r\n");
        weeks.forEach(week -> csv.append(String.join(",", week.monday().toString(), String.valueOf(week.texts()), String.valueOf(week.learned()),
                share(week.accuracy()), share(week.toPeople()), share(week.precision()))).append("\r\n"));
        return csv.toString();
    }

    private static String share(Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.4f", value);
    }

    String svg() {
        StringBuilder svg = new StringBuilder(String.format(Locale.ROOT, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %1$d %2$d' "
                + "width='%1$d' height='%2$d' font-family='sans-serif' font-size='11'>%n<rect width='%1$d' height='%2$d' fill='#fff'/>%n",
                WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN));
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            svg.append(String.format(Locale.ROOT, "<line x1='%d' y1='%2$d' x2='%3$d' y2='%2$d' stroke='#ddd'/>%n", MARGIN, y(tenth / 10.0), MARGIN + WIDTH));
            text(svg, MARGIN - 6, y(tenth / 10.0) + 4, "end", tenth * 10 + "%");
        }
        for (int week = 0; week < weeks.size(); week += NAMED) {
            text(svg, x(week), MARGIN + HEIGHT + 18, "middle", weeks.get(week).monday().toString());
        }
        line(svg, "#17527f", Rehearsal.Week::accuracy);
        line(svg, "#c98a1b", Rehearsal.Week::toPeople);
        line(svg, "#0d6e6e", Rehearsal.Week::precision);
        legend(svg, 0, "#17527f", "首选正确");
        legend(svg, 1, "#c98a1b", "转人工");
        legend(svg, 2, "#0d6e6e", "自动派单的正确率");
        return svg.append("</svg>\n").toString();
    }

    private void line(StringBuilder svg, String colour, Function<Rehearsal.Week, Double> what) {
        StringBuilder points = new StringBuilder();
        for (int week = 0; week < weeks.size(); week++) {
            Double value = what.apply(weeks.get(week));
            if (value != null) {
                points.append(x(week)).append(',').append(y(value)).append(' ');
            }
        }
        svg.append(String.format(Locale.ROOT, "<polyline fill='none' stroke='%s' stroke-width='2' points='%s'/>%n", colour, points.toString().strip()));
    }

    private static void legend(StringBuilder svg, int place, String colour, String said) {
        int x = MARGIN + 20 + place * 150;
        svg.append(String.format(Locale.ROOT, "<rect x='%d' y='18' width='14' height='4' fill='%s'/>%n", x, colour));
        text(svg, x + 20, 24, "start", said);
    }

    private static void text(StringBuilder svg, int x, int y, String anchor, String said) {
        svg.append(String.format(Locale.ROOT, "<text x='%d' y='%d' text-anchor='%s'>%s</text>%n", x, y, anchor, said));
    }

    private int x(int week) {
        return MARGIN + (weeks.size() < 2 ? WIDTH / 2 : week * WIDTH / (weeks.size() - 1));
    }

    private static int y(double value) {
        return MARGIN + (int) Math.round((1 - value) * HEIGHT);
    }
}
