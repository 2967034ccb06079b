package org.zhitongche.app;

import java.nio.file.Path;
import org.zhitongche.classify.model.Provenance.Columns;
import picocli.CommandLine.Option;

/** Which columns of a file are texts and labels. */
final class Labelled {

    @Option(names = "--text", paramLabel = "COLUMN", description = "the text")
    String text;
    @Option(names = "--title", paramLabel = "COLUMN", description = "its title, if there is one")
    String title;
    @Option(names = "--label", paramLabel = "COLUMN", description = "what was decided: the category or the department")
    String label;
    @Option(names = "--min", paramLabel = "N", defaultValue = "1", description = "labels with fewer rows are left out (default: ${DEFAULT-VALUE})")
    int minimum = 1;

    /** Those said, else those of the model. */
    LabelledFile.Asked asked(Path file, Columns known, String date) {
        String texts = text != null || known == null ? text : known.text();
        String labels = label != null || known == null ? label : known.label();
        String titles = title != null || text != null || known == null ? title : known.title();
        if (texts == null || labels == null) {
            throw new CommandFailure("请用 --text 列名 和 --label 列名 指明正文和标签是哪一列");
        }
        if (minimum < 1) {
            throw new CommandFailure("--min 至少是 1");
        }
        return new LabelledFile.Asked(file, new Columns(titles, texts, labels), date, minimum);
    }
}
