package org.zhitongche.papers;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** A table in docx, with fixed columns, so that a long name wraps instead of widening its column. */
final class DocxTable {

    /** Between the margins, in twips. */
    private static final int WIDTH = 8844;
    private static final int BLANK_LINE = 380;
    /** Left and right of a text. */
    private static final int BESIDE = 80;
    /** In points, of the line that office programs want behind a table. */
    private static final double AFTER = 8;
    private static final Look FORM = new Look(12, 17, 60);
    private static final Look LIST = new Look(10.5, 16, 40);

    private final XWPFDocument document;

    /** As in the PDF. @param size of letters, in points @param line in points @param room above and below a text, in twips */
    private record Look(double size, double line, int room) {}

    DocxTable(XWPFDocument document) {
        this.document = document;
    }

    /** @param keepNext its last row stays on one page with what follows */
    void add(Block.Table block, boolean keepNext) {
        XWPFTable table = document.createTable();
        table.removeRow(0);
        table.setWidth(String.valueOf(WIDTH));
        table.setTableAlignment(TableRowAlign.CENTER);
        table.setCellMargins(0, BESIDE, 0, BESIDE);
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblGrid grid = table.getCTTbl().addNewTblGrid();
        block.widths().forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf((long) WIDTH * width / 100)));
        Look look = block.head().isEmpty() ? FORM : LIST;
        if (!block.head().isEmpty()) {
            XWPFTableRow head = table.createRow();
            head.setRepeatHeader(true);
            head.setCantSplitRow(true);
            fill(head, look, block.widths(), block.head().stream().map(Block.Cell::label).toList());
        }
        block.rows().forEach(cells -> {
            XWPFTableRow row = table.createRow();
            row.setCantSplitRow(!Block.Table.isLong(cells));
            fill(row, look, block.widths(), cells);
        });
        XWPFParagraph after = document.createParagraph();
        after.setSpacingBetween(AFTER, LineSpacingRule.EXACT);
        if (keepNext) {
            after.setKeepNext(true);
            table.getRow(table.getNumberOfRows() - 1).getTableCells()
                    .forEach(cell -> cell.getParagraphs().forEach(text -> text.setKeepNext(true)));
        }
    }

    private static void fill(XWPFTableRow row, Look look, List<Integer> widths, List<Block.Cell> cells) {
        while (row.getTableCells().size() > 0) {
            row.removeCell(0);
        }
        int column = 0;
        for (Block.Cell cell : cells) {
            int width = widths.subList(column, column + cell.span()).stream().mapToInt(Integer::intValue).sum();
            column += cell.span();
            fill(row.createCell(), look, cell, WIDTH * width / 100);
            row.setHeight(Math.max(row.getHeight(), BLANK_LINE * cell.blankLines()));
        }
    }

    private static void fill(XWPFTableCell cell, Look look, Block.Cell content, int width) {
        cell.setWidth(String.valueOf(width));
        if (content.span() > 1) {
            cell.getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(content.span()));
        }
        boolean label = content.holds() == Block.Holds.LABEL;
        cell.setVerticalAlignment(label ? XWPFTableCell.XWPFVertAlign.CENTER : XWPFTableCell.XWPFVertAlign.TOP);
        XWPFParagraph text = cell.getParagraphArray(0) == null ? cell.addParagraph() : cell.getParagraphArray(0);
        text.setAlignment(switch (content.holds()) {
            case LABEL -> ParagraphAlignment.CENTER;
            case WORDS -> ParagraphAlignment.LEFT;
            case NUMBER -> ParagraphAlignment.RIGHT;
        });
        DocxText.closeUp(text);
        text.setSpacingBetween(look.line(), LineSpacingRule.EXACT);
        text.setSpacingBefore(look.room());
        text.setSpacingAfter(look.room());
        (label ? DocxText.HEADING : DocxText.BODY).at(look.size()).write(text, content.text());
    }
}
