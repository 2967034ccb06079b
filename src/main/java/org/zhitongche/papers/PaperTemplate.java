package org.zhitongche.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.zhitongche.words.TemplateLine;

/**
 * A paper's wording. A line's first character says what it is: {@code =} letterhead, {@code #} title, {@code ##} heading,
 * {@code <} flush left, {@code >} to the right, {@code |} a row of a form, {@code [[name]]} a table that the program makes;
 * any other is a paragraph. It is taken apart before anything is filled in, so that no value can become markup.
 */
record PaperTemplate(PaperKind kind, TemplateLine number, List<Line> lines) {

    /** @param mark what kind of line @param cells of a row; of all others one */
    record Line(Mark mark, TemplateLine text, List<String> cells) {}

    enum Mark {
        LETTERHEAD("= "), TITLE("# "), HEADING("## "), FLUSH("< "), RIGHT("> "), ROW("|"), BLOCK("[["), PARAGRAPH("");

        final String sign;

        Mark(String sign) {
            this.sign = sign;
        }
    }

    /** The number alone, which the other values then hold as {@code paper}. */
    String number(Function<String, String> values) {
        return number.fillOneLine(values);
    }

    /** @param tables those that the program makes, by name @throws org.zhitongche.words.BadValue for one that is missing or hostile */
    List<Block> fill(Function<String, String> values, Map<String, Block.Table> tables) {
        Filling filling = new Filling(values, tables);
        lines.stream().filter(line -> !line.text().isLeftOut(values)).forEach(filling::add);
        return filling.done();
    }

    private static final class Filling {

        private final Function<String, String> values;
        private final Map<String, Block.Table> tables;
        private final List<Block> blocks = new ArrayList<>();
        private final List<String> signature = new ArrayList<>();
        private final List<List<Block.Cell>> rows = new ArrayList<>();

        Filling(Function<String, String> values, Map<String, Block.Table> tables) {
            this.values = values;
            this.tables = tables;
        }

        void add(Line line) {
            endWhatIsNot(line.mark());
            if (line.mark() == Mark.ROW) {
                rows.add(Form.row(line.cells(), cell -> TemplateLine.fill(cell, values)));
            } else if (line.mark() == Mark.BLOCK) {
                blocks.add(tables.get(line.cells().get(0)));
            } else {
                add(line.mark(), line.text().fill(values));
            }
        }

        private void add(Mark mark, String text) {
            switch (mark) {
                case LETTERHEAD -> blocks.add(new Block.Letterhead(text));
                case TITLE -> blocks.add(new Block.Title(text));
                case HEADING -> blocks.add(new Block.Heading(text));
                case FLUSH -> blocks.add(new Block.Flush(text));
                case RIGHT -> signature.add(text);
                default -> text.lines().filter(part -> !part.isBlank()).forEach(part -> blocks.add(new Block.Paragraph(part.strip())));
            }
        }

        private void endWhatIsNot(Mark next) {
            if (next != Mark.RIGHT && !signature.isEmpty()) {
                blocks.add(new Block.Signature(List.copyOf(signature)));
                signature.clear();
            }
            if (next != Mark.ROW && !rows.isEmpty()) {
                blocks.add(Form.of(List.copyOf(rows)));
                rows.clear();
            }
        }

        List<Block> done() {
            endWhatIsNot(Mark.PARAGRAPH);
            return List.copyOf(blocks);
        }
    }
}
