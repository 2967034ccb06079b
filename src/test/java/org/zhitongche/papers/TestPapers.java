package org.zhitongche.papers;

import java.nio.file.Path;
import java.util.List;
import org.zhitongche.db.Database;
import org.zhitongche.directory.FilledDirectory;
import org.zhitongche.handling.Desk;
import org.zhitongche.words.Words;

/** Papers as delivered, without any font that happens to be installed. */
public final class TestPapers {

    static final Path TEMPLATES = Path.of("config/templates/papers");
    static final Words WORDS = Words.read(Path.of("config/words"), "zh");

    /** The font that comes along, read once for all tests. */
    static final Typefaces OWN = Typefaces.of(List.of());

    private TestPapers() {}

    public static Papers of(Database database, Desk desk) {
        return of(database, desk, TEMPLATES, OWN);
    }

    static Papers of(Database database, Desk desk, Path templates, Typefaces typefaces) {
        return new Papers(database, desk.clock, new Papers.Setting(PaperTemplates.load(templates), typefaces, "示例企业诉求服务中心"),
                desk.figures, new Papers.Names(FilledDirectory.in(database), WORDS), desk.terms);
    }
}
