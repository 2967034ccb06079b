package org.zhitongche.stats;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Tables one after another as CSV: UTF-8 with its mark, by which spreadsheets know it, RFC 4180. */
public final class CsvSheets implements Sheets {

    /** What a spreadsheet would take for a formula. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n＝＋－＠]");

    private final Writer out;
    private boolean begun;

    public CsvSheets(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        write("\uFEFF");
    }

    @Override
    public void begin(String name, int... widths) {
        if (begun) {
            write("\r\n");
        }
        begun = true;
        row(name);
    }

    @Override
    public void row(Object... cells) {
        for (int n = 0; n < cells.length; n++) {
            write((n == 0 ? "" : ",") + (cells[n] == null ? "" : cells[n] instanceof Number ? cells[n].toString() : text(cells[n].toString())));
        }
        write("\r\n");
    }

    private static String text(String said) {
        String safe = FORMULA.matcher(said).find() ? "'" + said : said;
        return safe.matches("[^\",\\r\\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
