package org.zhitongche.demo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhitongche.demo.FileAppeals.Asked;

/** What became of each row of somebody else's file: nothing is left out in silence. */
final class FileReport {

    private static final int MOST_LISTED = 20;

    private final Asked asked;
    private final FileTable table;
    private final Map<AppealColumn, String> columns;
    private final List<FileRow> unread = new ArrayList<>();
    private final Map<AppealColumn, List<String>> unknown = new EnumMap<>(AppealColumn.class);

    FileReport(Asked asked, FileTable table, Map<AppealColumn, String> columns) {
        this.asked = asked;
        this.table = table;
        this.columns = columns;
    }

    void unread(long line, String why) {
        unread.add(FileRow.unreadable(line, why));
    }

    /** The row is used, but not what this column says. */
    void unknown(AppealColumn column, long line, String said) {
        unknown.computeIfAbsent(column, c -> new ArrayList<>()).add("第 " + line + " 行“" + said + "”");
    }

    /** @param end how many rows were looked at or skipped */
    List<String> lines(int made, int end) {
        List<String> lines = new ArrayList<>();
        int rows = table.rows().size();
        int skipped = Math.min(asked.skip(), rows);
        lines.add(asked.file().getFileName() + "（" + table.charset() + "）：共 " + rows + " 条 = 略过 " + skipped + " + 用作诉求 " + made
                + " + 无法使用 " + unread.size() + " + 尚未取用 " + (rows - end) + "（--skip " + asked.skip() + " --limit " + asked.limit() + "）");
        lines.add("  列：" + columns.entrySet().stream().map(e -> e.getKey().meaning() + " ← " + e.getValue() + "（" + e.getKey().option() + "）")
                .collect(Collectors.joining("，")) + (columns.containsKey(AppealColumn.TITLE) ? "" : "；没有标题列，标题取正文开头"));
        unread.stream().limit(MOST_LISTED).forEach(row -> lines.add("  第 " + row.line() + " 行未能取用：" + row.problem()));
        if (unread.size() > MOST_LISTED) {
            lines.add("  还有 " + (unread.size() - MOST_LISTED) + " 行未能取用：第 " + unread.stream().skip(MOST_LISTED)
                    .map(row -> Long.toString(row.line())).collect(Collectors.joining("、")) + " 行");
        }
        unknown.forEach((column, said) -> lines.add("  “" + columns.get(column) + "”列（" + column.option() + "）有 " + said.size() + " 行看不懂，"
                + instead(column) + "：" + said.stream().limit(3).collect(Collectors.joining("，")) + (said.size() > 3 ? " 等" : "")));
        return lines;
    }

    private static String instead(AppealColumn column) {
        return switch (column) {
            case REGION -> "改用所抽企业的地区";
            case CATEGORY -> "由平台自行分类";
            default -> "次序随前一行";
        };
    }
}
