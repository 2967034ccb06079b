package org.zhitongche.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.directory.Regions;

/**
 * Other people's appeals as wishes of the demo's firms, in the order of their dates where there are any.
 *
 * @param lines what was read, what was not and why, for people
 */
public record FileAppeals(List<Wish> wishes, List<String> lines) {

    /**
     * @param columns which column of the file says what, as far as somebody said so
     * @param skip    so many rows at the beginning are left out
     * @param limit   at most so many become wishes
     */
    public record Asked(Path file, Map<AppealColumn, String> columns, int skip, int limit) {}

    /** @throws BadAppealFile where the file or the columns cannot be used */
    public static FileAppeals read(Asked asked, Regions regions, CategoryBook book) {
        FileTable table = FileTable.read(asked.file());
        Map<AppealColumn, String> columns = columns(asked, table);
        FileReport report = new FileReport(asked, table, columns);
        FileWishes maker = new FileWishes(columns, regions, book, report);
        int row = Math.min(asked.skip(), table.rows().size());
        for (; row < table.rows().size() && maker.made() < asked.limit(); row++) {
            maker.take(table.rows().get(row));
        }
        List<Wish> wishes = maker.wishes();
        if (wishes.isEmpty()) {
            throw new BadAppealFile(String.join(System.lineSeparator(), report.lines(0, row))
                    + System.lineSeparator() + asked.file() + "：没有一行可用，演示没有开始");
        }
        return new FileAppeals(wishes, report.lines(wishes.size(), row));
    }

    private static Map<AppealColumn, String> columns(Asked asked, FileTable table) {
        Map<AppealColumn, String> columns = new EnumMap<>(AppealColumn.class);
        for (AppealColumn column : AppealColumn.values()) {
            String said = asked.columns().get(column);
            if (said == null) {
                column.usual().stream().flatMap(usual -> table.columns().stream().filter(usual::equalsIgnoreCase)).findFirst()
                        .ifPresent(found -> columns.put(column, found));
            } else if (table.columns().contains(said)) {
                columns.put(column, said);
            } else {
                throw new BadAppealFile(asked.file() + "：没有“" + said + "”列（" + column.option() + " 指定的" + column.meaning() + "列）；"
                        + listed(table));
            }
        }
        if (!columns.containsKey(AppealColumn.TEXT)) {
            throw new BadAppealFile(asked.file() + "：看不出哪一列是正文，请用 --text 列名 指明；" + listed(table));
        }
        return columns;
    }

    private static String listed(FileTable table) {
        List<String> columns = new ArrayList<>(table.columns());
        columns.removeIf(String::isEmpty);
        return columns.isEmpty() ? "文件里没有读到任何列" : "文件里的列是：" + String.join("、", columns);
    }
}
