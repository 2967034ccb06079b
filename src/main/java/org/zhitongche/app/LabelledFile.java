package org.zhitongche.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhitongche.classify.model.Example;
import org.zhitongche.classify.model.Provenance.Columns;
import org.zhitongche.demo.BadAppealFile;
import org.zhitongche.demo.FileRow;
import org.zhitongche.demo.FileTable;

/**
 * Texts with their labels from a file of others.
 *
 * @param examples those that can be used
 * @param rows     in the file
 * @param lines    what was read, what was not and why, for people
 */
record LabelledFile(List<Example> examples, int rows, List<String> lines) {

    private static final int SHOWN = 5;

    /**
     * @param date    column of the date, null where not asked for
     * @param minimum labels with fewer rows are left out
     */
    record Asked(Path file, Columns columns, String date, int minimum) {}

    /** @throws CommandFailure where the file or the columns cannot be used */
    static LabelledFile read(Asked asked) {
        FileTable table = table(asked.file());
        check(asked, table);
        List<String> lines = new ArrayList<>(List.of(asked.file() + "：" + table.rows().size() + " 行，" + table.charset()));
        List<Example> read = new ArrayList<>();
        int empty = 0;
        for (FileRow row : table.rows()) {
            Example example = row.problem() == null ? example(asked, row.fields()) : null;
            if (row.problem() == null && (example.text().isBlank() || example.label().isEmpty())) {
                empty++;
            } else if (example != null) {
                read.add(example);
            }
        }
        told(table, empty, lines);
        return new LabelledFile(frequent(read, asked.minimum(), lines), table.rows().size(), lines);
    }

    static FileTable table(Path file) {
        try {
            return FileTable.read(file);
        } catch (BadAppealFile e) {
            throw new CommandFailure(e.getMessage());
        }
    }

    private static Example example(Asked asked, Map<String, String> fields) {
        String title = asked.columns().title() == null ? null : fields.getOrDefault(asked.columns().title(), "");
        return new Example(title, fields.getOrDefault(asked.columns().text(), ""),
                fields.getOrDefault(asked.columns().label(), "").strip(), 1, asked.date() == null ? null : fields.get(asked.date()));
    }

    private static void check(Asked asked, FileTable table) {
        column(asked.file(), table, asked.columns().text(), "--text");
        column(asked.file(), table, asked.columns().label(), "--label");
        column(asked.file(), table, asked.columns().title(), "--title");
        column(asked.file(), table, asked.date(), "--by-date");
    }

    static void column(Path file, FileTable table, String name, String option) {
        if (name != null && !table.columns().contains(name)) {
            throw new CommandFailure(file + "：没有“" + name + "”列（" + option + "）；文件里的列是：" + String.join("、", table.columns()));
        }
    }

    private static void told(FileTable table, int empty, List<String> lines) {
        List<FileRow> unreadable = table.rows().stream().filter(row -> row.problem() != null).toList();
        unreadable.stream().limit(SHOWN).forEach(row -> lines.add("第 " + row.line() + " 行没有读：" + row.problem()));
        if (unreadable.size() > SHOWN) {
            lines.add("共 " + unreadable.size() + " 行没有读");
        }
        if (empty > 0) {
            lines.add(empty + " 行没有正文或没有标签，没有用");
        }
    }

    private static List<Example> frequent(List<Example> read, int minimum, List<String> lines) {
        Map<String, Long> texts = read.stream().collect(Collectors.groupingBy(Example::label, Collectors.counting()));
        List<Example> kept = read.stream().filter(each -> texts.get(each.label()) >= minimum).toList();
        long left = texts.values().stream().filter(number -> number < minimum).count();
        if (left > 0) {
            lines.add("不足 " + minimum + " 行的 " + left + " 类没有用（" + (read.size() - kept.size()) + " 行）");
        }
        lines.add("可用 " + kept.size() + " 行，" + kept.stream().map(Example::label).distinct().count() + " 类");
        return kept;
    }
}
