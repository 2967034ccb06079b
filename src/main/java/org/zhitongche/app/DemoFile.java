package org.zhitongche.app;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.zhitongche.demo.AppealColumn;
import org.zhitongche.demo.BadAppealFile;
import org.zhitongche.demo.FileAppeals;
import org.zhitongche.directory.DirectoryFiles;
import picocli.CommandLine.Option;

/** The options of a demo with other people's appeals. A column that nobody names is looked for under its usual names. */
final class DemoFile {

    @Option(names = "--from", required = true, paramLabel = "FILE.csv|jsonl", description = "takes its rows instead of the story; UTF-8 or GB18030")
    private Path file;
    @Option(names = "--limit", paramLabel = "N", defaultValue = "60", description = "at most so many rows (default: ${DEFAULT-VALUE})")
    private int limit = 60;
    @Option(names = "--skip", paramLabel = "N", defaultValue = "0", description = "leaves out so many rows at the beginning")
    private int skip;
    @Option(names = "--text", paramLabel = "COLUMN", description = "what is asked (default: a column text, content, detail, 正文, 内容 …)")
    private String text;
    @Option(names = "--title", paramLabel = "COLUMN", description = "its title; without one the beginning of the text")
    private String title;
    @Option(names = "--firm", paramLabel = "COLUMN", description = "who asks: rows with the same value come from the same firm of the demo")
    private String firm;
    @Option(names = "--uscc", paramLabel = "COLUMN", description = "likewise; a credit code of the demo's firms is that firm")
    private String uscc;
    @Option(names = "--category", paramLabel = "COLUMN", description = "code or name in config/categories.yaml; other values are told and left out")
    private String category;
    @Option(names = "--region", paramLabel = "COLUMN", description = "code or name in config/regions.csv; otherwise the firm's")
    private String region;
    @Option(names = "--date", paramLabel = "COLUMN", description = "in which order they are asked; otherwise as they stand")
    private String date;

    FileAppeals read(Settings settings) {
        if (limit < 1 || skip < 0) {
            throw new CommandFailure("--limit 至少是 1，--skip 至少是 0");
        }
        DirectoryFiles known = DirectoryFiles.read(settings.config());
        try {
            return FileAppeals.read(new FileAppeals.Asked(file, columns(), skip, limit), known.regions(), known.book());
        } catch (BadAppealFile e) {
            throw new CommandFailure(e.getMessage());
        }
    }

    private Map<AppealColumn, String> columns() {
        Map<AppealColumn, String> columns = new EnumMap<>(AppealColumn.class);
        put(columns, AppealColumn.TEXT, text);
        put(columns, AppealColumn.TITLE, title);
        put(columns, AppealColumn.FIRM, firm);
        put(columns, AppealColumn.USCC, uscc);
        put(columns, AppealColumn.CATEGORY, category);
        put(columns, AppealColumn.REGION, region);
        put(columns, AppealColumn.DATE, date);
        return columns;
    }

    private static void put(Map<AppealColumn, String> columns, AppealColumn column, String said) {
        if (said != null) {
            columns.put(column, said);
        }
    }
}
