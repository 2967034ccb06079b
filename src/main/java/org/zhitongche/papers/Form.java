package org.zhitongche.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows of labels with what belongs to them, two or four cells a row; {@code [空3行]} is room to write by hand. */
final class Form {

    private static final Pattern BLANK = Pattern.compile("\\[空(\\d{1,2})行]");
    private static final List<Integer> WIDTHS = List.of(19, 31, 19, 31);

    private Form() {}

    static Block.Table of(List<List<Block.Cell>> rows) {
        return new Block.Table(List.of(), WIDTHS, rows);
    }

    /** @param fill fills in what the cell names */
    static List<Block.Cell> row(List<String> cells, UnaryOperator<String> fill) {
        List<Block.Cell> row = new ArrayList<>();
        for (int at = 0; at < cells.size(); at++) {
            boolean last = at == cells.size() - 1;
            int span = last ? WIDTHS.size() - at : 1;
            Matcher blank = BLANK.matcher(cells.get(at));
            row.add(blank.matches() ? new Block.Cell("", span, Block.Holds.WORDS, Integer.parseInt(blank.group(1)))
                    : new Block.Cell(fill.apply(cells.get(at)), span, at % 2 == 0 ? Block.Holds.LABEL : Block.Holds.WORDS, 0));
        }
        return row;
    }
}
