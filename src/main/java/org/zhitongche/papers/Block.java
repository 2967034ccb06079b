package org.zhitongche.papers;

import java.util.List;
import java.util.stream.Stream;

/** A part of a paper, from the top down. Texts are texts: whatever looks like markup in them is shown as it is. */
public sealed interface Block {

    /** 版头: who issues the paper, in red above a red rule. */
    record Letterhead(String text) implements Block {}

    record Title(String text) implements Block {}

    record Heading(String text) implements Block {}

    /** 顶格, as for whom the paper is addressed to. */
    record Flush(String text) implements Block {}

    /** With the first line indented by two characters. */
    record Paragraph(String text) implements Block {}

    /** 落款 and the like, to the right; lines that are not torn apart. */
    record Signature(List<String> lines) implements Block {

        /** Where the seal is put. */
        static boolean isSeal(String line) {
            return line.equals("（盖章处）");
        }
    }

    /**
     * @param head   names of the columns, repeated on every page; empty for a form, whose odd cells are labels
     * @param widths of the columns, in percent
     */
    record Table(List<String> head, List<Integer> widths, List<List<Cell>> rows) implements Block {

        /** Of a row's characters: one of more may be torn, since it would leave half a page empty or has no room on one at all. */
        private static final int LONG = 400;

        static boolean isLong(List<Cell> row) {
            return row.stream().mapToInt(cell -> cell.text().length()).sum() >= LONG;
        }
    }

    /** What a cell holds: what stands beside it in words, words, or a number, which stands to the right under its like. */
    enum Holds { LABEL, WORDS, NUMBER }

    /** @param span of how many columns @param blankLines room to write by hand */
    record Cell(String text, int span, Holds holds, int blankLines) {

        static Cell of(String text) {
            return new Cell(text, 1, Holds.WORDS, 0);
        }

        static Cell label(String text) {
            return new Cell(text, 1, Holds.LABEL, 0);
        }

        static Cell number(String text) {
            return new Cell(text, 1, Holds.NUMBER, 0);
        }
    }

    /** Everything that is said, for looking whether it can be set. */
    default Stream<String> texts() {
        if (this instanceof Letterhead b) {
            return Stream.of(b.text());
        } else if (this instanceof Title b) {
            return Stream.of(b.text());
        } else if (this instanceof Heading b) {
            return Stream.of(b.text());
        } else if (this instanceof Flush b) {
            return Stream.of(b.text());
        } else if (this instanceof Paragraph b) {
            return Stream.of(b.text());
        } else if (this instanceof Signature b) {
            return b.lines().stream();
        } else {
            Table table = (Table) this;
            return Stream.concat(table.head().stream(), table.rows().stream().flatMap(List::stream).map(Cell::text));
        }
    }
}
