package org.zhitongche.stats;

/** Where tables are written to, row by row, so that none has to be held whole. */
public interface Sheets extends AutoCloseable {

    /** The next table. @param widths of its columns, in characters */
    void begin(String name, int... widths);

    /** @param cells texts and numbers; null leaves one empty. A text stays a text, whatever it begins with */
    void row(Object... cells);

    @Override
    void close();
}
