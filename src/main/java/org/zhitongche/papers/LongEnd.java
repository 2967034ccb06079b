package org.zhitongche.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A table's last row that is too long to stay with what is under it: it is cut before its last sentences, which can. */
final class LongEnd {

    /** Of what is cut off, in characters. */
    private static final int SHORT = 30;
    private static final int LONGEST = 200;

    private LongEnd() {}

    /** @return the rows as they are where the last one is short enough, else one more */
    static List<List<Block.Cell>> cut(List<List<Block.Cell>> rows) {
        List<Block.Cell> last = rows.get(rows.size() - 1);
        Block.Cell words = last.get(last.size() - 1);
        if (!Block.Table.isLong(last) || words.text().length() < 2 * SHORT) {
            return rows;
        }
        int cut = place(words.text());
        List<List<Block.Cell>> all = new ArrayList<>(rows.subList(0, rows.size() - 1));
        all.add(with(last, Block.Cell::text, words.text().substring(0, cut).stripTrailing()));
        all.add(with(last, cell -> "", words.text().substring(cut).stripLeading()));
        return all;
    }

    private static int place(String text) {
        for (int at = text.length() - SHORT; at > text.length() - LONGEST && at > SHORT; at--) {
            if ("。！？；\n".indexOf(text.charAt(at - 1)) >= 0) {
                return at;
            }
        }
        return text.offsetByCodePoints(text.length(), -SHORT);
    }

    private static List<Block.Cell> with(List<Block.Cell> row, Function<Block.Cell, String> others, String last) {
        return IntStream.range(0, row.size()).mapToObj(at -> new Block.Cell(at == row.size() - 1 ? last : others.apply(row.get(at)), row.get(at).span(),
                row.get(at).holds(), row.get(at).blankLines())).toList();
    }
}
