package org.zhitongche.stats;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook that is written as its rows come: texts stand in their cells, so that memory does not grow with them. */
public final class XlsxSheets implements Sheets {

    private static final int WRITTEN_TOGETHER = 500;
    /** A sheet holds 1,048,576 rows; what is more goes on in another. */
    private static final int MOST = 1_000_000;
    private static final int LONGEST = 32_767;

    private final Workbook workbook;
    private Worksheet sheet;
    private String name;
    private int[] widths;
    private int part;
    private int row;

    public XlsxSheets(OutputStream out) {
        workbook = new Workbook(out, "zhitongche", "1.0");
    }

    @Override
    public void begin(String title, int... columns) {
        name = title;
        widths = columns;
        part = 1;
        open(title);
    }

    private void open(String title) {
        finish();
        sheet = workbook.newWorksheet(title);
        for (int column = 0; column < widths.length; column++) {
            sheet.width(column, widths[column]);
        }
        row = 0;
    }

    @Override
    public void row(Object... cells) {
        if (row == MOST) {
            open(name + " " + ++part);
        }
        for (int column = 0; column < cells.length; column++) {
            if (cells[column] instanceof Number number) {
                sheet.value(row, column, number);
            } else if (cells[column] != null) {
                String text = cells[column].toString();
                sheet.inlineString(row, column, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
            }
        }
        if (++row % WRITTEN_TOGETHER == 0) {
            flush();
        }
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void finish() {
        try {
            if (sheet != null) {
                sheet.finish();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        finish();
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
