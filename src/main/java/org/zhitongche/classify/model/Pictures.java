package org.zhitongche.classify.model;

import java.util.List;
import java.util.Locale;

/** What a trial found, drawn as SVG. */
final class Pictures {

    private static final int SIDE = 400;
    private static final int MARGIN = 60;
    private static final int MOST_LABELS = 80;
    private static final int CELL = 14;
    private static final int NAMES = 190;

    private Pictures() {}

    /** A bar a bin, as high as what was right; the diagonal is what was said. */
    static String reliability(List<Reliability.Bin> bins) {
        StringBuilder svg = start(SIDE + 2 * MARGIN, SIDE + 2 * MARGIN);
        int width = SIDE / bins.size();
        for (int i = 0; i < bins.size(); i++) {
            Reliability.Bin bin = bins.get(i);
            int height = (int) Math.round(bin.right() * SIDE);
            int x = MARGIN + i * width;
            svg.append(String.format(Locale.ROOT, "<rect x='%d' y='%d' width='%d' height='%d' fill='#4b7bab'><title>%d</title></rect>%n",
                    x + 1, MARGIN + SIDE - height, width - 2, height, bin.texts()));
            text(svg, x + width / 2, MARGIN + SIDE - height - 4, "middle", String.valueOf(bin.texts()));
            text(svg, x, MARGIN + SIDE + 16, "middle", String.format(Locale.ROOT, "%.1f", bin.from()));
        }
        svg.append(String.format(Locale.ROOT, "<path d='M%d %d L%d %d' stroke='#a33' stroke-width='2' fill='none'/>%n",
                MARGIN, MARGIN + SIDE, MARGIN + SIDE, MARGIN));
        text(svg, MARGIN + SIDE / 2, MARGIN - 24, "middle", "可靠性：说的把握（横）与实际正确率（竖），柱上是条数");
        text(svg, MARGIN + SIDE, MARGIN + SIDE + 16, "middle", "1.0");
        text(svg, MARGIN - 8, MARGIN + 4, "end", "1.0");
        text(svg, MARGIN - 8, MARGIN + SIDE, "end", "0.0");
        return svg.append("</svg>\n").toString();
    }

    /** Decided down, proposed across, darker for a larger share of what was decided; the most frequent labels. */
    static String confusion(Confusion confusion) {
        List<String> labels = confusion.labels().stream().limit(MOST_LABELS).toList();
        int side = labels.size() * CELL;
        StringBuilder svg = start(NAMES + side + 20, NAMES + side + 20);
        for (int row = 0; row < labels.size(); row++) {
            text(svg, NAMES - 4, NAMES + row * CELL + CELL - 3, "end", shortened(labels.get(row)));
            svg.append(String.format(Locale.ROOT, "<text transform='translate(%d %d) rotate(-90)'>%s</text>%n",
                    NAMES + row * CELL + CELL - 3, NAMES - 4, escaped(shortened(labels.get(row)))));
            for (int column = 0; column < labels.size(); column++) {
                cell(svg, confusion, labels, row, column);
            }
        }
        return svg.append("</svg>\n").toString();
    }

    private static void cell(StringBuilder svg, Confusion confusion, List<String> labels, int row, int column) {
        int texts = confusion.texts(labels.get(row), labels.get(column));
        if (texts > 0) {
            svg.append(String.format(Locale.ROOT, "<rect x='%d' y='%d' width='%d' height='%d' fill='%s' fill-opacity='%.2f'><title>%s → %s %d</title></rect>%n",
                    NAMES + column * CELL, NAMES + row * CELL, CELL - 1, CELL - 1, row == column ? "#2e7d4f" : "#b03030",
                    0.08 + 0.92 * texts / confusion.decided(labels.get(row)), escaped(labels.get(row)), escaped(labels.get(column)), texts));
        }
    }

    private static StringBuilder start(int width, int height) {
        return new StringBuilder(String.format(Locale.ROOT, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' height='%d' "
                + "font-family='sans-serif' font-size='11'>%n<rect width='%d' height='%d' fill='#fff'/>%n", width, height, width, height, width, height));
    }

    private static void text(StringBuilder svg, int x, int y, String anchor, String said) {
        svg.append(String.format(Locale.ROOT, "<text x='%d' y='%d' text-anchor='%s'>%s</text>%n", x, y, anchor, escaped(said)));
    }

    private static String shortened(String label) {
        return label.length() > 15 ? label.substring(0, 14) + "…" : label;
    }

    private static String escaped(String said) {
        return said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
