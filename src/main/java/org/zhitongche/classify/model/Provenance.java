package org.zhitongche.classify.model;

import java.time.Instant;
import java.util.List;

/**
 * From what, when and how a model was made.
 *
 * @param source   name of the file, or what else it was learned from
 * @param sha256   of the file, null where there was none
 * @param columns  the columns read: title (may be null), text, label
 * @param rows     in the source
 * @param used     learned from
 * @param minimum  labels with fewer texts were left out
 * @param recipes  the views, in words
 * @param made     when
 * @param code     version of the program
 * @param seconds  it took
 * @param unseen   measured on texts that the views had not seen
 * @param lines    from which on it is right as often as wanted, measured on the same; null where it was not
 */
public record Provenance(String source, String sha256, Columns columns, int rows, int used, int minimum, List<String> recipes,
        Instant made, String code, double seconds, Measures unseen, List<Line> lines) {

    /** Not learned yet. */
    public Provenance(String source, String sha256, Columns columns, int rows, int used, int minimum, List<String> recipes, Instant made, String code,
            double seconds, Measures unseen) {
        this(source, sha256, columns, rows, used, minimum, recipes, made, code, seconds, unseen, null);
    }

    /** Which columns of a file say what. */
    public record Columns(String title, String text, String label) {}

    /** With texts of another source beside it; {@code rows} of both. */
    public Provenance with(Provenance other, int examples) {
        return new Provenance(source + " + " + other.source(), sha256, columns, rows + other.rows(), examples, minimum, recipes, made, code, seconds, unseen, lines);
    }

    Provenance learned(int examples, List<String> views, double took, Measures measured, List<Line> measuredLines) {
        return new Provenance(source, sha256, columns, rows, examples, minimum, views, made, code, took, measured, measuredLines);
    }
}
