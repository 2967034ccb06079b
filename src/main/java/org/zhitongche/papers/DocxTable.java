package org.zhitongche.papers;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
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

    private final XWPFDocument document;

    DocxTable(XWPFDocument document) {
        this.document = document;
    }

    /** @param keepNext its last row stays on one page with what follows */
    void add(Block.Table block, boolean keepNext) {
        XWPFTable table = document.createTable();
        table.removeRow(0);
        table.setWidth(String.valueOf(WIDTH));
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblGrid grid = table.getCTTbl().addNewTblGrid();
        block.widths().forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf((long) WIDTH * width / 100)));
        if (!block.head().isEmpty()) {
            XWPFTableRow head = table.createRow();
            head.setRepeatHeader(true);
            fill(head, block.widths(), block.head().stream().map(name -> new Block.Cell(name, 1, true, 0)).toList());
        }
        block.rows().forEach(cells -> fill(table.createRow(), block.widths(), cells));
        XWPFParagraph after = document.createParagraph();
        after.setSpacingAfter(0);
        if (keepNext) {
            after.setKeepNext(true);
            XWPFTableRow last = table.getRow(table.getNumberOfRows() - 1);
            last.setCantSplitRow(true);
            last.getTableCells().forEach(cell -> cell.getParagraphs().forEach(text -> text.setKeepNext(true)));
        }
    }

    private static void fill(XWPFTableRow row, List<Integer> widths, List<Block.Cell> cells) {
        while (row.getTableCells().size() > 0) {
            row.removeCell(0);
        }
        int column = 0;
        for (Block.Cell cell : cells) {
            int width = widths.subList(column, column + cell.span()).stream().mapToInt(Integer::intValue).sum();
            column += cell.span();
            fill(row.createCell(), cell, WIDTH * width / 100);
            row.setHeight(Math.max(row.getHeight(), BLANK_LINE * cell.blankLines()));
        }
    }

    private static void fill(XWPFTableCell cell, Block.Cell content, int width) {
        cell.setWidth(String.valueOf(width));
        if (content.span() > 1) {
            cell.getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(content.span()));
        }
        cell.setVerticalAlignment(content.label() ? XWPFTableCell.XWPFVertAlign.CENTER : XWPFTableCell.XWPFVertAlign.TOP);
        XWPFParagraph text = cell.getParagraphArray(0) == null ? cell.addParagraph() : cell.getParagraphArray(0);
        text.setAlignment(content.label() ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
        (content.label() ? DocxText.HEADING : DocxText.BODY).at(12).write(text, content.text());
    }
}
